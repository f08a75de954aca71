"""Pages of one process."""
