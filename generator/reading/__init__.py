"""Files of an office -> the model, and what is wrong with how they are written. Never an exception for what they hold."""

from generator.reading.accessibility import read_accessibility, statement_file
from generator.reading.attached import attachment_text
from generator.reading.federation import read_federated_processes
from generator.reading.files import check_shared_files
from generator.reading.folder import Folder
from generator.reading.localities import read_localities
from generator.reading.lost import find_lost, is_below, no_process
from generator.reading.pages import read_ordinary_page
from generator.reading.process import read_process
from generator.reading.recognise import is_process
from generator.reading.registries import read_registries

__all__ = [
    "Folder",
    "attachment_text",
    "check_shared_files",
    "find_lost",
    "is_below",
    "is_process",
    "no_process",
    "read_accessibility",
    "read_federated_processes",
    "read_localities",
    "read_ordinary_page",
    "read_process",
    "read_registries",
    "statement_file",
]
