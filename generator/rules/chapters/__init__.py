"""C: chapters and their parts, against the structure that kind and output ask for (spec 3.2)."""
