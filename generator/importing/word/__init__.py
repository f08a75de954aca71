"""Word documents: read whole (`document`), and accounted for (`account`)."""
