"""What other participation platforms export -> drafts of processes. Fields are taken by name, from a list of those that
hold no people; whatever else is in the file is left out, and its names are said."""
