"""Editions of a process: the whole document for print, one page, a hand-out, the PDF, the closing letter."""

from generator.editions.pages import asked_editions, process_job

__all__ = ["asked_editions", "process_job"]
