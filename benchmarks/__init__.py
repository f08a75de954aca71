"""Catalogues of any size (`benchmarks.catalogue`), and the engines timed on them (`benchmarks.run`)."""
