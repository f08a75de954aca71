"""The words of a vocabulary, to be chosen from in the cells of a column."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.structure import FieldSpec, FieldType, Structure

_SHEET = "words"
"""A hidden sheet with a column for each vocabulary: a list within the rule itself ends after 255 characters."""
_ROWS = 1000
"""How far down cells offer their words."""
_LONGEST_PROMPT = 255
_LONGEST_TITLE = 32


def offer_words(
    book: Workbook, sheets: Sequence[tuple[Worksheet, Sequence[FieldSpec]]], structure: Structure, language: str
) -> None:
    """Give the columns of fields that have a vocabulary its words, in `language`. Other words are kept, not refused: they
    are understood in three languages when the table comes back."""
    words: Worksheet | None = None
    columns: dict[str, str] = {}
    for sheet, specs in sheets:
        for number, spec in enumerate(specs, 1):
            if spec.type is not FieldType.TERM or not spec.vocabulary:
                continue
            if words is None:
                words = book.create_sheet(_SHEET)
                words.sheet_state = "hidden"
            if spec.vocabulary not in columns:
                terms = [term.title.in_language(language) for term in structure.vocabularies[spec.vocabulary].terms]
                letter = get_column_letter(len(columns) + 1)
                for row, term in enumerate(terms, 1):
                    words.cell(row, len(columns) + 1, term)
                columns[spec.vocabulary] = f"{_SHEET}!${letter}$1:${letter}${len(terms)}"
            rule = DataValidation(type="list", formula1=columns[spec.vocabulary], allow_blank=True)
            rule.showErrorMessage, rule.showInputMessage = False, True
            rule.promptTitle = spec.title.in_language(language)[:_LONGEST_TITLE]
            rule.prompt = (spec.guidance or spec.title).in_language(language)[:_LONGEST_PROMPT]
            rule.add(f"{get_column_letter(number)}2:{get_column_letter(number)}{_ROWS}")
            sheet.add_data_validation(rule)
