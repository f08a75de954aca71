"""The values of the trade, frozen: dates, records, chapters, promises, registries; private and published processes.

Nothing here reads, checks, prints or knows a language.
"""
