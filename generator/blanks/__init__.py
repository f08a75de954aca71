"""Blanks to download from the guide: a process, a meeting and a letter for Word, a list of participants for Excel.

All are made from the structure, so that `sikum import` knows every heading and every column that they have.
"""

from generator.blanks.jobs import blanks_job

__all__ = ["blanks_job"]
