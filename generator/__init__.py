"""Sikum publishes what came out of public-participation processes. Start at `docs/architecture.md`."""

__version__ = "1.0.0"
