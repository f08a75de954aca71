"""The account of an import: what a reader sees of the text that was written, and where each word of the document stands in it."""

import pytest

from generator.importing.word.account import LeftOut, make_account, markdown_of, plain_of, words_of


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("א**מו**דגש ו`קוד`ים", "אמודגש ו קוד ים"),
        (r"2\*3 ועוד *4*", "2\u22173 ועוד 4"),
        ("![מפה](assets/a.png)לפי [הדוח](https://example.org/a_(b)).", "לפי הדוח."),
        (r"[a \[b\] [c]](<x y>)", "a [b] [c]"),
        (r"\[לא קישור](x)", "[לא קישור](x)"),
        ("<b>ב</b>ית<SUP>2</SUP>", "בית2"),
        ("א<br>ב</p>ג", "א ב ג"),
        ("&lt;b&gt; &amp; &#42;כוכב", "<b> & *כוכב"),
        ("טקסט[^1]המשך [^a2]: הערה", "טקסט המשך הערה"),
        (r"לפי$`\frac{a}{b} + \sin x`$מטר", "לפי ab + sin x מטר"),
        (r"$<code>\begin{matrix}x_{i}\&amp;\alpha`y\end{matrix}</code>$", "x_i y"),
    ],
)
def test_what_is_read_of_a_text_is_its_letters_without_marks(markdown: str, words: str) -> None:
    """A word that is set in bold by half is said to be lost; or the name of a picture counts as one that was kept."""
    assert plain_of(markdown).split() == words.split()


def test_a_title_is_read_as_it_stands_whatever_signs_are_in_it() -> None:
    """ "[Draft] 2*3" as a title is a link and half of it is gone, and the account does not settle."""
    title = "<b>[טיוטה](x) 2*3 `א` \\n &amp;"
    assert plain_of(markdown_of(title)) == title


def test_a_word_is_a_run_of_letters_and_digits_as_it_is_seen() -> None:
    """A soft hyphen within a word, or two letters that a font joins, is a word that was lost and one that came from nowhere."""
    assert words_of("חצי\u00adלבן \ufb01re א_ב 1.5 מ\u00b2\u200f") == ["חצילבן", "fire", "א", "ב", "1", "5", "מ2"]


@pytest.mark.parametrize(
    ("seen", "written", "kept", "lost"),
    [
        ("א ב ג", "א ב ג", 3, ""),
        ("א ב ג ב", "ג ב א", 3, "ב"),
        ("תל אביב יפו", "תלאביב־יפו", 3, ""),
        ("מודגשת", "מו**דג** שת ועוד", 1, ""),
        ("abaxaba", "abaxaba aba", 1, ""),
        ("aba aba", "ababa", 1, "aba"),
        ("aba aba", "abaaba", 2, ""),
        ("abcdefg", "a b c d e f g", 1, ""),
        ("abcdefghijklmn", "x a b c d e f g h i j k l m n y", 0, "abcdefghijklmn"),
        ("abcdefg b c d e f g", "a b c d e f g", 7, ""),
        ("abcdefgh b c d e f g h", "a b c d e f g h", 7, "abcdefgh"),
        ("a b c d e f abcdefg", "a b c d e f g", 7, ""),
        ("p q r a ab", "p q r a b", 5, ""),
        ("ab abcd", "abc d", 1, "ab"),
        ("bb ac", "abbc", 1, "ac"),
        ("", "א ב", 0, ""),
    ],
)
def test_a_word_is_found_where_it_is_cut_in_another_way_and_only_as_often_as_it_is_there(
    seen: str, written: str, kept: int, lost: str
) -> None:
    """A clause that the reader dropped is covered by another one with the same word, and nobody is told."""
    account = make_account(seen.split(), [("content.md", written)], [])
    assert account.kept == {"content.md": kept}
    assert [(entry.reason, entry.text, count) for entry, count in account.left_out] == (
        [("lost", lost, 1)] if lost else []
    )
    assert account.seen == account.kept_words + account.left_out_words == len(seen.split())


def test_each_file_and_each_reason_has_its_own_words() -> None:
    """A chapter in three files counts as the last of them."""
    hidden = LeftOut(reason="hidden", text="ב ב", place="רקע")
    account = make_account("א ב ג ב ד".split(), [("a.md", "א"), ("b.md", "ד"), ("a.md", "ג")], [hidden])
    assert account.kept == {"a.md": 2, "b.md": 1}
    assert account.left_out == ((hidden, 2),)
