"""L: links, attached files and HTML."""
