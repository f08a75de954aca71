"""The blank list of participants for Excel: a column for each field, and the answers that a cell may hold to choose from."""

from __future__ import annotations

import io

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.blanks.archive import reproducible
from generator.structure import FieldSpec, Structure
from generator.wording import Wording

_ROWS = 1000
"""How far down cells explain themselves."""
_LONGEST_LIST = 255
"""Characters that Excel takes as a list of answers."""
_LONGEST_PROMPT = 255
_WIDTH = 24


def participants_workbook(structure: Structure, wording: Wording) -> bytes:
    """The bytes of an .xlsx with one sheet, in the direction of the site's language; the same structure, the same bytes."""
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.title = wording.gettext("Participants")
    sheet.sheet_view.rightToLeft = wording.direction == "rtl"
    sheet.freeze_panes = "A2"
    for number, field in enumerate(structure.participant, 1):
        cell = sheet.cell(row=1, column=number, value=wording.text(field.title))
        cell.font = Font(bold=True)
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = _WIDTH
        explained = _explained(field, structure, wording)
        explained.add(f"{letter}2:{letter}{_ROWS}")
        sheet.add_data_validation(explained)
    file = io.BytesIO()
    workbook.save(file)
    return reproducible(file.getvalue())


def _explained(field: FieldSpec, structure: Structure, wording: Wording) -> DataValidation:
    """What a cell of the column may hold, shown when somebody comes to it; other words are kept, not refused."""
    terms = structure.vocabularies[field.vocabulary].terms if field.vocabulary else ()
    answers = ",".join(wording.text(term.title).replace(",", " ") for term in terms)
    is_list = bool(answers) and len(answers) <= _LONGEST_LIST
    rule = DataValidation(type="list" if is_list else None, formula1=f'"{answers}"' if is_list else None)
    rule.allowBlank, rule.showErrorMessage, rule.showInputMessage = True, False, True
    rule.promptTitle = wording.text(field.title)[:32]
    rule.prompt = wording.text(field.guidance or field.title)[:_LONGEST_PROMPT]
    return rule
