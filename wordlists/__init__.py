"""Where the word tables of the search come from."""
