"""The feeds tell of the same small catalogue as the open data."""

from tests.exports.conftest import catalogue, context, early, nowhere, tables

__all__ = ["catalogue", "context", "early", "nowhere", "tables"]
