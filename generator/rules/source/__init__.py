"""S: files that cannot be read as they should, whatever they are about."""
