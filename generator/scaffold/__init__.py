"""Files that a person fills: a new site, a new process, a new meeting. Values in, `(path, text)` out; `cli` writes them."""

from generator.scaffold.archive import known_files, known_meeting
from generator.scaffold.draft import Draft, DraftChapter, Files
from generator.scaffold.meeting import meeting_file, written_meeting
from generator.scaffold.process import process_files
from generator.scaffold.profile import DEFAULTS, open_record
from generator.scaffold.registry import ministry_entry
from generator.scaffold.site import site_files
from generator.scaffold.translation import translation_files

__all__ = [
    "DEFAULTS",
    "Draft",
    "DraftChapter",
    "Files",
    "known_files",
    "known_meeting",
    "meeting_file",
    "ministry_entry",
    "open_record",
    "process_files",
    "site_files",
    "translation_files",
    "written_meeting",
]
