"""G: the closing gate, one rule for each gate id, in the order of the ids (spec 3.5)."""
