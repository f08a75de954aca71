"""Pages that list something of all processes."""
