"""Text and YAML nodes with the place of everything in them. Knows files' forms, no word of the trade."""
