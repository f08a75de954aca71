"""What a process is, in words and links, before it is drawn: read by pages and by editions."""
