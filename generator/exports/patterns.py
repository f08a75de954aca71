"""What a value looks like, as regular expressions that JSON Schema, Table Schema and a CMS all understand."""

from __future__ import annotations

from generator.model.laws import PATTERN as LAW
from generator.structure import FieldType

PATTERNS = {
    FieldType.DATE: r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$",
    FieldType.TIME: r"^([01]?\d|2[0-3])[:.][0-5]\d$",
    FieldType.URL: r"^https?://\S+$",
    FieldType.ID: r"^[a-z0-9]+(-[a-z0-9]+)*$",
    FieldType.LAW: LAW,
    FieldType.INTEGER: r"^(\d{1,9}|\d{1,3}(,\d{3})+)$",
}

PARTIAL_DATE = PATTERNS[FieldType.DATE]
ID = PATTERNS[FieldType.ID]
