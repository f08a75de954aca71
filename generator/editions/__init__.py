"""Editions of a process: the whole document for print, one page, a hand-out, the PDF (`pdf`), the letter (`letter`)."""

from generator.editions.pages import process_job

__all__ = ["process_job"]
