"""View models: what pages, editions and data say of a process, in words and links, before it is rendered."""
