"""Sikum publishes what came out of public-participation processes. Start at `docs/architecture.md`."""

__version__ = "0.1.0"
