"""Promises, responses and outcomes of a process as tables that an assistant keeps in Excel, and back again."""
