"""What holds for every test: how hard the property tests try."""

import os

from hypothesis import settings

# `make test` gives the same answer every time, on any machine however busy; `make soak` looks for what it has not seen.
settings.register_profile("test", deadline=None, derandomize=True, database=None)
settings.register_profile("soak", deadline=None, max_examples=5_000)
settings.load_profile("soak" if os.environ.get("SIKUM_SOAK") else "test")
