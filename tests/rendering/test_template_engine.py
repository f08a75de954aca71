"""Our short ways through Jinja write what Jinja itself writes."""

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from generator.model.site import Alternate
from generator.rendering.jinja import PageEnvironment
from generator.wording import Wording

TEMPLATES = {
    "frame.html": '<h1>{% block head %}{{ _("Languages of this page") }}{% endblock %}</h1>\n'
    '  {{ _("Languages of this page") }}\n{% block body %}{% endblock %}\n',
    "words.html": '{% macro link(it, name="") %}<a href="{{ it.url }}">{{ name or it.language }}</a>{% endmacro %}\n',
    "line.html": "<li>{{ each.url }}</li>\n",
    "page.html": """{% extends "frame.html" %}
{% from "words.html" import link %}
{% block body %}
{% for each in links %}
  {% include "line.html" %}
  {{ link(each) }}{{ link(each, _("Previous")) }}{{ link(each, name=text) }}{% if not loop.last %}, {% endif %}

{% endfor %}
{{ text }} {{ safe }} {{ number }} {{ nothing }} {{ text | upper }} {{ text ~ safe }}
{{ _("level %(level)s", level=text) }} {{ _('Previous') }} {{ _("Next") if number else _("Previous") }}
{% trans count=number %}{{ count }} attended{% pluralize %}{{ count }} attended{% endtrans %}
{% with each = links[0] %}{{ each.url }}{% endwith %}
{% endblock %}
""",
}
VALUES = {
    "links": (Alternate(language="a<b", url="x&y/"), Alternate(language='"ע"', url="'")),
    "text": "<b> & 'ציטוט' \"x\"",
    "safe": Markup("<i>&amp;</i>"),
    "number": 3,
    "nothing": None,
}


def _stock(wording: Wording) -> Environment:
    built = Environment(
        loader=DictLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    built.install_gettext_callables(wording.gettext, wording.ngettext, newstyle=True)  # type: ignore[attr-defined]
    return built


def _ours(wording: Wording) -> Environment:
    return PageEnvironment(wording, loader=DictLoader(TEMPLATES), trim_blocks=True, lstrip_blocks=True)


@pytest.mark.parametrize("language", ["he", "ar", "en"])
@pytest.mark.parametrize("number", [0, 1, 2, 11])
def test_a_template_is_filled_as_jinja_itself_fills_it(language: str, number: int) -> None:
    """An author's `<` that is not escaped would be markup, a word that stays English would be on every page."""
    wording = Wording(language)
    stock, ours = (
        make(wording).get_template("page.html").render({**VALUES, "number": number}) for make in (_stock, _ours)
    )
    assert ours == stock
    assert "<b>" not in ours
    assert "&lt;b&gt;" in ours


def test_a_value_that_is_missing_stops_the_page() -> None:
    """A page with a hole where a name should be looks whole; nobody would report it."""
    page = _ours(Wording("he")).get_template("page.html")
    with pytest.raises(UndefinedError):
        page.render({name: value for name, value in VALUES.items() if name != "text"})
