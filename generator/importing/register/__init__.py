"""A central unit's own list of all processes, in a sheet -> drafts of processes; a second run updates what it wrote."""
