"""An office's lists: Excel and CSV -> grids of text -> participants, promises, responses, outcomes."""
