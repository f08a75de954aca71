"""What other engines get of a text: nothing that a page of the site would not show."""

from __future__ import annotations

import pytest

from generator.markup.unshown import without_unshown

SECRET = "דנה זקאדם"
UNSHOWN = {
    "a comment": f"א <!-- לשאול את {SECRET} --> ב",
    "a comment of many lines": f"א\n<!--\n{SECRET}\n\n{SECRET}\n-->\nב",
    "a comment without an end": f"א\n\n<!-- {SECRET}\n\n{SECRET}",
    "an unused definition": f"א\n\n[{SECRET}]: https://example.org/\nב",
    "an unused definition with a title": f'א\n\n[x]: https://example.org/ "{SECRET}"\n\nב',
    "a title on the next line": f'א\n\n[x]: https://example.org/\n    "{SECRET}"\n\nב',
    "an abbreviation that stands nowhere": f"א\n\n*[ABC]: {SECRET}\n\nב",
    "a note that nothing points to": f"א\n\n[^1]: {SECRET}\n    {SECRET}\n\nב",
    "a note that only such a note points to": f"א\n\n[^1]: ג [^2]\n\n[^2]: {SECRET}\n\nב",
    "a link that only such a note points to": f'א\n\n[^1]: ג [x]\n\n[x]: https://example.org/ "{SECRET}"\n\nב',
    "an instruction to a program": f"א\n\n<?php {SECRET} ?>\n\nב",
    "an instruction within a line": f"א <?x {SECRET} ?> ב",
    "a section of characters": f"א\n\n<![CDATA[ {SECRET} ]]>\n\nב",
    "words behind the language of code": f"א\n\n```python {SECRET}\nx\n```\n\nב",
    "a title of code": f'א\n\n> ~~~ {{.py title="{SECRET}"}}\n> x\n> ~~~\n\nב',
    "what stands behind a block of code and before another": f"א\n\n```\n```\n```py {SECRET}\nx\n```\n\nב",
}
SHOWN = {
    "code": f"```\n<!-- {SECRET} -->\n```\n",
    "a code span": f"`<!-- {SECRET} -->`",
    "a used definition": f'[א][x] ב\n\n[x]: https://example.org/ "{SECRET}"\n',
    "a definition used by its own text": f"[{SECRET}] ב\n\n[{SECRET}]: https://example.org/\n",
    "a used abbreviation": f"ABC\n\n*[ABC]: {SECRET}\n",
    "a used note": f"א[^1]\n\n[^1]: {SECRET}\n",
    "a note that a used note calls": f"א[^1]\n\n[^1]: ב [^2]\n\n[^2]: {SECRET}\n",
    "an abbreviation in a used note": f"א[^1]\n\n[^1]: ABC\n\n*[ABC]: {SECRET}\n",
    "ticks within a longer fence": f"````md\n``` {SECRET}\n```\n````\n",
    "the language of code": f"```python\n{SECRET}\n```\n\n~~~ {{.py}}\n{SECRET}\n~~~\n",
}


@pytest.mark.parametrize("name", UNSHOWN)
def test_what_no_page_shows_is_passed_on_to_no_engine(name: str) -> None:
    """An editor's note with a name and a telephone stood in the source of every page of another engine."""
    left = without_unshown(UNSHOWN[name])
    assert SECRET not in left
    assert left.startswith("א")
    assert "ב" in left or "ב" not in UNSHOWN[name].replace(SECRET, "")


@pytest.mark.parametrize("name", SHOWN)
def test_what_a_page_shows_stays(name: str) -> None:
    """Pages of both engines say the same."""
    assert without_unshown(SHOWN[name]) == SHOWN[name]


def test_what_only_looks_like_a_definition_is_text() -> None:
    """`[הערה]: עוד נבדק` stands on the page: another engine, and what is kept of a version, lost the sentence."""
    for text in ("א\n\n[הערה]: עוד נבדק.\n\nב", "[x]: https://example.org/ ועוד\n", "[x]: \n\nב"):
        assert without_unshown(text) == text
    assert without_unshown("א\n\n[x]: <media/a b.pdf> 'ג'\n\nב").split() == ["א", "ב"]
    assert without_unshown("א\n\n[x]:\n  https://example.org/\n  (ג)\n\nב").split() == ["א", "ב"]
