"""People's names as they are written: in a list's cell, and in texts. The only place that says when the two are one name.

`matcher.Matcher` is made of names as a list has them, and finds them in Markdown, HTML, addresses and names of files, in time that
grows with the text and not with the number of names. `explanation/consent.md` says in plain words what is found and what is not;
`tests/names/pairs.txt` is the table of pairs that holds it to that. Where no list withholds a name, it is not loaded.
"""

from generator.names.forms import Form, forms_of, is_single_word
from generator.names.letters import fold
from generator.names.titles import given_name, is_no_name
from generator.names.vocabulary import Wanted, forget_words, pack_words

__all__ = [
    "Form",
    "Wanted",
    "fold",
    "forget_words",
    "forms_of",
    "given_name",
    "is_no_name",
    "is_single_word",
    "pack_words",
]
