"""Every word of the site exists in Hebrew and Arabic; English is the message id itself."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from generator.wording.catalogues import read_catalogue

ROOT = Path(__file__).parents[2] / "generator"
METHODS = [
    ("**.py", "python"),
    ("templates/**.html", "jinja2"),
    ("templates/**.md", "jinja2"),
    ("templates/**.txt", "jinja2"),
]
OPTIONS = {"jinja2": {"trimmed": "true", "newstyle_gettext": "true", "extensions": "jinja2.ext.i18n"}}
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "N_": None}


@cache
def used() -> frozenset[tuple[str, ...]]:
    """Message ids in code and templates; a message with plurals is a pair."""
    found = extract_from_dir(
        ROOT, METHODS, {pattern: OPTIONS[kind] for pattern, kind in METHODS if kind in OPTIONS}, KEYWORDS
    )
    return frozenset((message,) if isinstance(message, str) else tuple(message[:2]) for _, _, message, _, _ in found)


@cache
def catalogue(language: str) -> Catalog:
    """The gettext catalogue of a language."""
    path = ROOT / "wording" / "locale" / language / "LC_MESSAGES" / "sikum.po"
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def texts(language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each message id with all forms of its translation."""
    for message in catalogue(language):
        if message.id:
            strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
            yield (message.id if isinstance(message.id, str) else message.id[0]), tuple(strings)


@pytest.mark.parametrize("language", ["he", "ar"])
def test_every_message_is_translated(language: str) -> None:
    """A Hebrew page must not fall into English in the middle."""
    translated = {message for message, strings in texts(language) if all(strings)}
    missing = sorted(message[0] for message in used() if message[0] not in translated)
    assert missing == []


@pytest.mark.parametrize("language", ["he", "ar"])
def test_no_translation_is_left_of_a_message_that_is_gone(language: str) -> None:
    """A catalogue that keeps dead words hides the live ones from its translator."""
    known = {message[0] for message in used()}
    assert sorted(message for message, _ in texts(language) if message not in known) == []


@pytest.mark.parametrize(("language", "forms"), [("he", 3), ("ar", 6)])
def test_plurals_have_all_forms_of_the_language(language: str, forms: int) -> None:
    """`יומיים` is not `2 ימים`, and Arabic counts in six ways."""
    counts = {message.id[0]: len(message.string) for message in catalogue(language) if isinstance(message.id, tuple)}
    assert {message: count for message, count in counts.items() if count != forms} == {}


@pytest.mark.parametrize("language", ["he", "ar"])
def test_placeholders_are_the_same(language: str) -> None:
    """A name that a translation does not know breaks the page that uses it."""
    errors = [str(error) for message in catalogue(language) for error in message.check(catalogue(language))]
    assert errors == []


def test_an_edited_word_shows_without_a_compile_step(tmp_path: Path) -> None:
    """A translator saves the file and looks at the page; what was compiled before must not be what is shown."""
    source = tmp_path / "sikum.po"
    for word in ("סיכום", "תמצית"):
        source.write_text(f'msgid "Summary"\nmsgstr "{word}"\n', "utf-8")
        assert [read_catalogue(source).gettext("Summary") for _ in range(2)] == [word, word]
    assert len(list((tmp_path / "__pycache__").iterdir())) == 1


def test_a_folder_that_cannot_be_written_to_does_no_harm(tmp_path: Path) -> None:
    """An installation that belongs to root is read by everyone: it only starts more slowly."""
    source = tmp_path / "sikum.po"
    source.write_text('msgid "Summary"\nmsgstr "סיכום"\n', "utf-8")
    (tmp_path / "__pycache__").write_text("a file where the folder would be", "utf-8")
    assert read_catalogue(source).gettext("Summary") == "סיכום"


def test_what_a_translator_has_not_finished_is_left_in_english(tmp_path: Path) -> None:
    """A guess of the tool, or a line put aside, must not reach a page; text over several lines must, whole."""
    source = tmp_path / "sikum.po"
    source.write_text(
        'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=n != 1;\\n"\n\n#, fuzzy\nmsgid "Guess"\nmsgstr "ניחוש"\n\n'
        '#~ msgid "Old"\n#~ msgstr "ישן"\n\n# note\nmsgid "Long "\n"text"\nmsgstr ""\n"טקסט "\n"\\"ארוך\\"\\n"\n\n'
        'msgid "%(n)s day"\nmsgid_plural "%(n)s days"\nmsgstr[0] "יום"\nmsgstr[1] "ימים"\n',
        "utf-8",
    )
    ours = read_catalogue(source)
    assert [ours.gettext(each) for each in ("Guess", "Old", "Empty")] == ["Guess", "Old", "Empty"]
    assert ours.gettext("Long text") == 'טקסט "ארוך"\n'
    assert [ours.ngettext("%(n)s day", "%(n)s days", n) for n in (1, 2)] == ["יום", "ימים"]
    assert [ours.ngettext("page", "pages", n) for n in (1, 2)] == ["page", "pages"]


@pytest.mark.parametrize("language", ["he", "ar"])
def test_a_word_that_stands_alone_says_to_its_translator_what_it_means(language: str) -> None:
    """`Close` is a button and no closing, `Body` a ministry, `By` a day: a word without its place is translated by guess."""
    alone = {
        message.id if isinstance(message.id, str) else message.id[0]: message.auto_comments
        for message in catalogue(language)
        if message.id and len((message.id if isinstance(message.id, str) else message.id[0]).split()) == 1
    }
    assert [word for word, comments in alone.items() if not comments] == []
