"""A new site: everything that `mkdocs build` needs, and an empty catalogue."""

from __future__ import annotations

from generator.scaffold import words
from generator.scaffold.draft import Files
from generator.scaffold.fields import FieldWriter, comment
from generator.scaffold.registry import new_localities, new_ministries, new_topics
from generator.scaffold.repository import repository_files
from generator.scaffold.yaml_text import scalar
from generator.source.placeholders import placeholder
from generator.structure import Structure

_CONFIGURATION = """\
site_name: {name}
{url_note}
# site_url: https://example.org/
docs_dir: processes
theme:
  name: material
  language: {language}
  custom_dir: theme_overrides
{exclude_note}
exclude_docs: |
  *.[cC][sS][vV]
  *.[xX][lL][sS][xX]
  !**/appendices/**/*.[cC][sS][vV]
  !**/appendices/**/*.[xX][lL][sS][xX]
  [pP]articipants.*
  [cC]ontributions.*
  *.[yY][mM][lL]
  *.[yY][aA][mM][lL]
  *.[bB][aA][kK]
  *~
plugins:
  - sikum:
{license_note}
      # data_license: CC-BY-4.0
{on_error}"""

_IGNORED = """\
/site/
.cache/
.venv/
__pycache__/
contributions.*
~$*
*.bak
Thumbs.db
.DS_Store
"""


def site_files(structure: Structure, language: str, name: str | None = None, *, one_body: bool = False) -> Files:
    """The files of a site in `language`, with comments in it. Builds at once.

    `one_body`: whether a single body writes it, so that an error may stop the whole of it.
    """
    name = name or words.SITE_NAME.in_language(language)
    note = comment(words.ON_ERROR_NOTE.in_language(language), "      ")
    facts = FieldWriter(
        structure=structure,
        language=language,
        own_language=language,
        wanted=frozenset(("coordinator.name", "updated", "coordinator.email", "coordinator.phone")),
    )
    return (
        (
            "mkdocs.yml",
            _CONFIGURATION.format(
                name=scalar(name),
                url_note="\n".join(comment(words.SITE_URL_NOTE.in_language(language))),
                license_note="\n".join(comment(words.LICENSE_NOTE.in_language(language), "      ")),
                exclude_note="\n".join(comment(words.EXCLUDE_NOTE.in_language(language))),
                language=language,
                on_error="" if one_body else "\n".join((*note, "      on_error: hold", "")),
            ),
        ),
        ("README.md", words.README.in_language(language).format(name=name)),
        (".gitignore", _IGNORED),
        *repository_files(),
        ("theme_overrides/.gitkeep", ""),
        ("processes/index.md", _page(name, placeholder(words.INTRODUCTION.in_language(language), language))),
        (
            "processes/about.md",
            _page(words.ABOUT_TITLE.in_language(language), placeholder(words.ABOUT.in_language(language), language)),
        ),
        ("processes/ministries.yml", new_ministries(language)),
        ("processes/topics.yml", new_topics(language)),
        ("processes/localities.yml", new_localities(language)),
        (
            "processes/accessibility.yml",
            "\n".join(
                (
                    *comment(words.ACCESSIBILITY_NOTE.in_language(language)),
                    *facts.write(structure.accessibility, {}),
                    "",
                )
            ),
        ),
    )


def _page(title: str, body: str) -> str:
    return f"---\ntitle: {scalar(title)}\n---\n\n{body}\n"
