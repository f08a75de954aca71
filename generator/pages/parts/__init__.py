"""What pages outside a process share."""
