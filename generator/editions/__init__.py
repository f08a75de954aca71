"""Editions of a process: the whole document for print, one page, a hand-out, the PDF (`pdf`), the letter (`letter`)."""

from generator.editions.pages import asked_editions, process_job
from generator.editions.pdf import PdfUnavailable, needs_pdf, pdf_job

__all__ = ["PdfUnavailable", "asked_editions", "needs_pdf", "pdf_job", "process_job"]
