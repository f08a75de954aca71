"""Open tracked changes of every kind: each is in the list, with both wordings, and on one side only in the text."""

import random

import pytest

from generator.importing.markdown import joined
from generator.importing.word.account import make_account
from generator.importing.word.document import read_document
from tests.importing.word.packages import NAMESPACES, head, package, par, read, relation, run

ROW = "<w:tr><w:trPr>{}</w:trPr>{}</w:tr>"
CELL = "<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>"


def change(kind: str, *inner: str) -> str:
    """Runs within a change, as Word marks them."""
    text = "".join(each if each.startswith("<") else run(each) for each in inner)
    if kind == "del":
        text = text.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    return f'<w:{kind} w:author="a">{text}</w:{kind}>'


def row(*cells: str, mark: str = "") -> str:
    """A row of cells; texts are cells of one paragraph. `mark`: `ins` or `del`."""
    marked = f'<w:{mark} w:author="a"/>' if mark else ""
    return ROW.format(marked, "".join(c if c.startswith("<w:tc>") else CELL.format("", par(c)) for c in cells))


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def end(kind: str) -> str:
    """The properties of a paragraph whose end is changed."""
    return f'<w:rPr><w:{kind} w:author="a"/></w:rPr>'


def both(*body: str, **options) -> tuple[tuple[str, list], tuple[str, list]]:
    """Text and list of changes as accepted, and as rejected."""
    sides = []
    for is_accepting in (True, False):
        document, text, _ = read(package(*body, **options), is_accepting=is_accepting)
        sides.append((text, [(each.kind, each.before, each.after) for each in document.changes]))
    return sides[0], sides[1]


HEAD = row("שם", "החלטה")
KEPT = "| שם | החלטה |\n| --- | --- |\n| א | אושר |"


@pytest.mark.parametrize("inner", [("ב", "נדחה"), (change("ins", "ב"), change("ins", "נדחה"))])
def test_a_row_that_a_change_brought_is_one_change(inner) -> None:
    """A promise that nobody had agreed to yet stood in a table, and in no list of changes."""
    accepted, rejected = both(table(HEAD, row("א", "אושר"), row(*inner, mark="ins")))
    told = [("inserted", "", "ב נדחה")]
    assert accepted == (f"{KEPT}\n| ב | נדחה |", told)
    assert rejected == (KEPT, told)


def test_a_row_that_a_change_took_away_is_one_change() -> None:
    """The other way round: rejecting brings the row back, and says so."""
    gone = row(change("del", "ב"), change("del", "נדחה"), mark="del")
    accepted, rejected = both(table(HEAD, row("א", "אושר"), gone))
    told = [("deleted", "ב נדחה", "")]
    assert accepted == (KEPT, told)
    assert rejected == (f"{KEPT}\n| ב | נדחה |", told)
    _, _, account = read(package(table(HEAD, row("א", "אושר"), gone)))
    assert {entry.reason for entry, _ in account.left_out} == {"tracked"}


def test_a_row_that_was_brought_and_taken_away_again_is_on_neither_side() -> None:
    """Two lawyers, two changes on one row."""
    mark = '<w:ins w:author="a"/><w:del w:author="b"/>'
    gone = ROW.format(mark, CELL.format("", par("ב")) + CELL.format("", par("נדחה")))
    (accepted, _), (rejected, _) = both(table(HEAD, row("א", "אושר"), gone))
    assert accepted == rejected == KEPT


def test_a_moved_row_is_one_change_and_stands_once() -> None:
    """Word writes a moved row as one taken away and one brought."""
    away = row(change("moveFrom", "ב"), change("moveFrom", "נדחה"), mark="del")
    here = row(change("moveTo", "ב"), change("moveTo", "נדחה"), mark="ins")
    accepted, rejected = both(table(HEAD, here, row("א", "אושר"), away))
    told = [("moved", "ב נדחה", "ב נדחה")]
    assert accepted == ("| שם | החלטה |\n| --- | --- |\n| ב | נדחה |\n| א | אושר |", told)
    assert rejected == (f"{KEPT}\n| ב | נדחה |", told)


def test_what_is_changed_within_a_new_row_is_told_beside_it() -> None:
    """A deletion in a row that is new itself is a change of its own."""
    inner = par(change("ins", "נדחה"), change("del", "לגמרי"))
    (text, told), _ = both(table(HEAD, row("א", "אושר"), row("ב", CELL.format("", inner), mark="ins")))
    assert text.endswith("| ב | נדחה |")
    assert told == [("inserted", "", "ב נדחה"), ("replaced", "לגמרי", "נדחה")]


@pytest.mark.parametrize(("mark", "kind"), [("cellIns", "inserted"), ("cellDel", "deleted")])
def test_cells_that_a_change_brought_or_took_away(mark: str, kind: str) -> None:
    """A column of costs that the treasury wants out."""
    costs = [CELL.format(f'<w:{mark} w:author="a"/>', par(text)) for text in ("עלות", "5")]
    with_costs = "| שם | עלות |\n| --- | --- |\n| א | 5 |"
    without = "| שם |\n| --- |\n| א |"
    accepted, rejected = both(table(row("שם", costs[0]), row("א", costs[1])))
    told = [(kind, *(("", text) if kind == "inserted" else (text, ""))) for text in ("עלות", "5")]
    assert accepted == (with_costs if kind == "inserted" else without, told)
    assert rejected == (without if kind == "inserted" else with_costs, told)


def test_cells_that_a_change_merged_are_apart_when_it_is_rejected() -> None:
    """Word notes the former state of a merged cell beside the new one."""
    first = CELL.format('<w:cellMerge w:vMerge="rest"/>', par("תחבורה"))
    second = CELL.format('<w:cellMerge w:vMerge="cont"/>', par(""))
    body = table(row(first, "קו 1"), row(second, "קו 2"))
    (accepted, _), (rejected, _) = both(body)
    assert '<th rowspan="2">תחבורה</th>' in accepted
    assert rejected == "| תחבורה | קו 1 |\n| --- | --- |\n|  | קו 2 |"


def test_paragraphs_that_a_change_joined_or_parted_are_told_with_both_wordings() -> None:
    """A condition became a part of the decision above it by one deleted end of a paragraph, and nothing was said."""
    accepted, rejected = both(par("אושר", properties=end("del")), par("בתנאי מימון"))
    told = [("replaced", "אושר ¶ בתנאי מימון", "אושר בתנאי מימון")]
    assert accepted == ("אושרבתנאי מימון", told)
    assert rejected == ("אושר\n\nבתנאי מימון", told)
    accepted, rejected = both(par("אושר ", properties=end("ins")), par("בתנאי מימון"))
    told = [("replaced", "אושר בתנאי מימון", "אושר ¶ בתנאי מימון")]
    assert accepted == ("אושר\n\nבתנאי מימון", told)
    assert rejected == ("אושר בתנאי מימון", told)


def test_a_paragraph_that_is_new_or_gone_as_a_whole_is_one_change() -> None:
    """Its end needs no line of its own."""
    accepted, rejected = both(par("א"), par(change("ins", "חדש"), properties=end("ins")), par("ב"))
    assert accepted == ("א\n\nחדש\n\nב", [("inserted", "", "חדש")])
    assert rejected == ("א\n\nב", [("inserted", "", "חדש")])
    accepted, rejected = both(par("א"), par(change("del", "ישן"), properties=end("del")), par("ב"))
    assert accepted == ("א\n\nב", [("deleted", "ישן", "")])
    assert rejected == ("א\n\nישן\n\nב", [("deleted", "ישן", "")])


def test_a_moved_paragraph_leaves_no_line_and_is_one_change() -> None:
    """Moving a recommendation moves its end as well."""
    away = par(change("moveFrom", "המלצה"), properties=end("moveFrom"))
    here = par(change("moveTo", "המלצה"), properties=end("moveTo"))
    accepted, rejected = both(head("רקע"), away, par("ב"), here, par("ג"))
    told = [("moved", "המלצה", "המלצה")]
    assert accepted == ("# רקע\n\nב\n\nהמלצה\n\nג", told)
    assert rejected == ("# רקע\n\nהמלצה\n\nב\n\nג", told)


@pytest.mark.parametrize(("look", "is_heading"), [("<w:u w:val='single'/>", True), ("", False)])
def test_a_heading_by_eye_of_two_lines_that_a_change_joined_is_one(look: str, is_heading: bool) -> None:
    """The end between them was deleted, and the underlined heading became a paragraph."""
    first = par(run("מה ", look), properties=end("del"))
    rest = [
        each for name in ("רקע", "המלצות") for each in (par(run(name, "<w:u w:val='single'/>")), par(f"על {name}."))
    ]
    _, text, _ = read(package(par("פתיח."), first, par(run("נאמר", "<w:u w:val='single'/>")), par("הרבה."), *rest))
    assert ("# מה נאמר\n" in text) is is_heading


def test_a_heading_stays_one_when_the_paragraph_after_it_is_deleted_from_its_end_on() -> None:
    """Selecting from the end of a heading to the end of the paragraph below it takes the heading's end away."""
    heading = par("רקע", properties='<w:pStyle w:val="Heading1"/>' + end("del"))
    (text, told), _ = both(heading, par(change("del", "ישן")), par("חדש"))
    assert text == "# רקע\n\nחדש"
    assert told == [("deleted", "ישן", "")]


def test_text_before_a_table_does_not_go_into_its_first_cell() -> None:
    """A paragraph without an end and a table below it cannot be joined; nor can the last one of a cell or of a box."""
    content = f"<w:txbxContent>{par('בתיבה', properties=end('del'))}</w:txbxContent>"
    box = f"<w:r><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r>"
    cell = CELL.format("", par("א", properties=end("del")))
    (text, _), _ = both(par("לפני", properties=end("del")), table(HEAD, row(cell, "אושר")), par("אחרי", box))
    assert text == f"לפני\n\n{KEPT}\n\nאחרי\n\nבתיבה"


def test_changes_in_notes_boxes_controls_links_and_headers_are_told_with_their_place() -> None:
    """A change is not less undecided for standing in a footnote."""
    pair = change("del", "נכשל") + change("ins", "הצליח")
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{par(pair)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    inner = table(row("א", CELL.format("", par(pair))), row("ב", "ג"))
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    note = f"<w:footnotes {NAMESPACES}><w:footnote w:id='1'>{par(pair)}</w:footnote></w:footnotes>"
    document, text, _ = read(
        package(
            head("רקע"),
            par("תיבה", box),
            control,
            par(f'<w:hyperlink w:anchor="x">{pair}</w:hyperlink>', '<w:r><w:footnoteReference w:id="1"/></w:r>'),
            relations=relation("F", "footnotes.xml", "footnotes") + relation("H", "header1.xml", "header"),
            parts={"footnotes.xml": note, "header1.xml": f"<w:hdr {NAMESPACES}>{par(pair)}</w:hdr>"},
        )
    )
    assert "נכשל" not in text
    assert [(each.kind, each.before, each.after) for each in document.changes] == [("replaced", "נכשל", "הצליח")] * 5
    assert [each.place for each in document.changes] == ["רקע", "רקע", "רקע", "footnote", "header-footer"]


def test_a_text_box_an_equation_and_a_note_within_a_change_are_told() -> None:
    """What hangs on a changed run is changed with it."""
    content = f"<w:txbxContent>{par('בתיבה')}</w:txbxContent>"
    box = f"<w:r><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r>"
    sign = "<m:oMath><m:r><m:t>x=5</m:t></m:r></m:oMath>"
    for kind, name in (("ins", "inserted"), ("del", "deleted")):
        accepted, rejected = both(par("א ", change(kind, box)), par("ב ", f'<w:{kind} w:author="a">{sign}</w:{kind}>'))
        assert [told for told, *_ in accepted[1]] == [told for told, *_ in rejected[1]] == [name, name]
        assert [before + after for _, before, after in accepted[1]] == ["בתיבה", "x=5"]
        kept, gone = (accepted[0], rejected[0]) if kind == "ins" else (rejected[0], accepted[0])
        assert kept == "א\n\nבתיבה\n\nב $`x=5`$"
        assert gone == "א\n\nב"


def test_changes_within_an_equation_are_told() -> None:
    """A factor that the economist put in."""
    pair = change("del", "<m:r><m:t>2</m:t></m:r>") + change("ins", "<m:r><m:t>3</m:t></m:r>")
    accepted, rejected = both(par("א ", f"<m:oMath><m:r><m:t>x=</m:t></m:r>{pair}</m:oMath>"))
    assert accepted == ("א $`x=3`$", [("replaced", "2", "3")])
    assert rejected == ("א $`x=2`$", [("replaced", "2", "3")])


def test_words_that_a_change_took_out_of_an_equation_are_in_it_again_when_it_is_rejected() -> None:
    """A letter and a word that stood in the formula of a report were in neither of its wordings."""
    inner = "<m:r><m:t>x</m:t></m:r>" + change("del", "y") + change("del", "לשנה")
    accepted, rejected = both(par("א ", f"<m:oMath>{inner}</m:oMath>", " ב"))
    assert (accepted[0], rejected[0]) == ("א $`x`$ ב", r"א $`xy\text{לשנה}`$ ב")


def test_changes_around_paragraphs_and_around_bare_runs_are_read() -> None:
    """Other programs than Word put the mark around whole paragraphs."""
    for inner in (par("חדש"), run("חדש")):
        accepted, rejected = both(par("א"), f'<w:ins w:author="a">{inner}</w:ins>')
        assert accepted == ("א\n\nחדש", [("inserted", "", "חדש")])
        assert rejected == ("א", [("inserted", "", "חדש")])
        accepted, rejected = both(par("א"), f'<w:del w:author="a">{inner}</w:del>')
        assert accepted == ("א", [("deleted", "חדש", "")])
        assert rejected == ("א\n\nחדש", [("deleted", "חדש", "")])


def test_a_link_that_a_change_took_away_leads_there_again_when_it_is_rejected() -> None:
    """The code of a deleted field has a mark of its own."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = '<w:r><w:delInstrText> HYPERLINK "https://example.org/a" </w:delInstrText></w:r>'
    field = mark.format("begin") + code + mark.format("separate") + run("קישור") + mark.format("end")
    accepted, rejected = both(par("א ", change("del", field)))
    assert accepted == ("א", [("deleted", "קישור", "")])
    assert rejected[0] == "א [קישור](https://example.org/a)"


BROUGHT, TAKEN = frozenset(("ins", "moveTo", "cellIns")), frozenset(("del", "moveFrom", "cellDel"))


class Changed:
    """A document with changes at every level, at random, and what became of each of its words."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self.words: dict[str, frozenset[str]] = {}
        self.body = "".join(self._block(frozenset(), 0) for _ in range(self._random.randint(1, 4)))

    def _word(self, changes: frozenset[str]) -> str:
        name = f"w{len(self.words)}q"
        self.words[name] = changes
        return run(f"{name} ")

    def _paragraph(self, changes: frozenset[str]) -> str:
        runs = ""
        for _ in range(self._random.randint(1, 3)):
            kind = self._random.choice(("", "", "", "ins", "del", "moveFrom", "moveTo"))
            runs += change(kind, self._word(changes | {kind})) if kind else self._word(changes)
        return par(runs, properties=self._random.choice(("", "", "", end("ins"), end("del"), end("moveFrom"))))

    def _table(self, changes: frozenset[str], depth: int) -> str:
        rows = ""
        for _ in range(self._random.randint(1, 3)):
            mark = self._random.choice(("", "", "ins", "del"))
            cells = ""
            for _ in range(self._random.randint(1, 3)):
                kind = self._random.choice(("", "", "", "cellIns", "cellDel"))
                inner = self._block((changes | {mark, kind}) - {""}, depth + 1)
                cells += CELL.format(f'<w:{kind} w:author="a"/>' if kind else "", f"{inner}<w:p/>")
            rows += ROW.format(f'<w:{mark} w:author="a"/>' if mark else "", cells)
        return f"<w:tbl>{rows}</w:tbl>"

    def _block(self, changes: frozenset[str], depth: int) -> str:
        kind = self._random.random()
        if kind < 0.6 or depth > 2:
            return self._paragraph(changes)
        if kind < 0.85:
            return self._table(changes, depth)
        mark = self._random.choice(("ins", "del"))
        return f'<w:{mark} w:author="a">{self._block(changes | {mark}, depth + 1)}</w:{mark}>'


@pytest.mark.parametrize("is_accepting", [True, False])
@pytest.mark.parametrize("seed", range(60))
def test_each_word_of_any_changed_document_is_in_the_text_or_said_and_each_change_is_told(
    seed: int, is_accepting: bool
) -> None:
    """Rows in rows, cells in them, paragraphs joined over them: no combination may lose or leak a word."""
    changed = Changed(seed)
    document = read_document(package(changed.body), is_accepting=is_accepting)
    text = joined(document.text)
    account = make_account(document.seen, [("content.md", text)], document.left_out)
    said = " ".join(entry.text for entry in document.left_out)
    told = " ".join(f"{each.before} {each.after}" for each in document.changes)
    assert account.seen == account.kept_words + account.left_out_words == len(changed.words)
    assert "lost" not in {entry.reason for entry, _ in account.left_out}
    for word, changes in changed.words.items():
        is_gone = bool(changes & (TAKEN if is_accepting else BROUGHT))
        assert (text.count(word), word in said) == (0 if is_gone else 1, is_gone), (word, changes)
        if changes and not (changes & TAKEN and changes & BROUGHT):
            assert word in told, (word, changes)
