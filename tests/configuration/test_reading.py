"""Configurations as commands read them, held against what MkDocs makes of the same files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from generator.configuration.language import plugin_options
from generator.configuration.reading import BadConfiguration, read_configuration
from generator.configuration.settings import content_folder, site_options
from generator.plugin import engine
from generator.rendering.context import SiteContext
from generator.structure import load_structure
from generator.wording import Wording

ENVIRONMENT = {"SITE_URL": "https://from.example.org/", "EMPTY": "", "PAGES": "7"}

CONFIGURATIONS = {
    "plain": "site_url: https://x.example.org\nplugins: [sikum]\n",
    "options in a map": "plugins: {sikum: {per_page: 7, language: ar, today: 2026-01-31}, search: {}}\n",
    "options in a list": "plugins:\n  - search\n  - sikum:\n      per_page: 7\n      today: '2026-01-31'\n",
    "no options": "plugins: [sikum: ]\n",
    "a theme's language": "theme: {name: material, language: ar}\nplugins: [sikum]\n",
    "from the environment": "site_url: !ENV SITE_URL\ntheme: {name: material, language: !ENV [NOTSET, ar]}\nplugins: [sikum]\n",
    "two names": "site_url: !ENV [NOTSET, SITE_URL, 'https://else.example.org/']\nplugins: [sikum]\n",
    "a number from the environment": "plugins: [sikum: {per_page: !ENV [PAGES, 9]}]\n",
    "not set and no default": "site_url: !ENV NOTSET\nplugins: [sikum]\n",
    "inherited": "INHERIT: base.yml\n",
    "inherited and changed": "INHERIT: base.yml\nsite_url: https://own.example.org/\ntheme: {language: en}\n",
    "inherited options": "INHERIT: base.yml\nplugins: {sikum: {per_page: 9}}\n",
    "inherited twice": "INHERIT: sub/middle.yml\n",
    "what only the engine knows": (
        "plugins: [sikum]\nmarkdown_extensions:\n  - toc: {permalink: !!python/name:builtins.len }\n"
        "  - pymdownx.snippets: {base_path: [!relative $config_dir]}\n"
    ),
    "a repository": "repo_url: https://github.com/example/catalogue\nplugins: [sikum]\n",
    "a repository elsewhere": "repo_url: https://git.example.org/c/\nedit_uri: /edit/main/processes/\nplugins: [sikum]\n",
    "no editing": "repo_url: https://github.com/example/catalogue\nedit_uri: ''\nplugins: [sikum]\n",
    "a query": "repo_url: https://git.example.org/c\nedit_uri: '?edit=processes'\nplugins: [sikum]\n",
    "a whole address": "edit_uri: https://edit.example.org/{x}/\nplugins: [sikum]\n",
    "a template": "edit_uri_template: 'https://edit.example.org/?f={path!q}&g={path_noext}'\nplugins: [sikum]\n",
    "a template in a repository": (
        "repo_url: https://git.example.org/c\nedit_uri_template: blob/main/{path}\nplugins: [sikum]\n"
    ),
    "held back": "exclude_docs: |\n  /drafts/\n  *.tmp\ndraft_docs: wip.md\nplugins: [sikum]\n",
}

BASE = (
    "site_url: https://base.example.org/\ntheme: {name: material, language: ar}\n"
    "plugins: {sikum: {per_page: 7, structure: structure.yml}}\nexclude_docs: /health/\n"
)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what configurations inherit from, and an environment with what they ask for."""
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("NOTSET", raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (tmp_path / "sub").mkdir()
    (tmp_path / "content").mkdir()
    (tmp_path / "structure.yml").write_text("{}\n", encoding="utf-8")
    (tmp_path / "base.yml").write_text(f"site_name: יסוד\ndocs_dir: content\n{BASE}", encoding="utf-8")
    (tmp_path / "sub/middle.yml").write_text("INHERIT: ../base.yml\nsite_name: אמצע\n", encoding="utf-8")
    return tmp_path


def write(site: Path, text: str, name: str = "mkdocs.yml") -> Path:
    """A configuration with a name and a content folder, unless it inherits them."""
    path = site / name
    head = "" if "INHERIT" in text else "site_name: אתר\ndocs_dir: content\n"
    path.write_text(head + text, encoding="utf-8")
    return path


def as_the_build(config: MkDocsConfig, folder: Path) -> object:
    """The site's options as the plugin makes them."""
    plugin = config.plugins["sikum"].config
    return site_options(folder, engine.configuration_of(config), plugin, content_dir=Path(config.docs_dir))


@pytest.mark.parametrize("text", CONFIGURATIONS.values(), ids=list(CONFIGURATIONS))
def test_commands_and_the_build_read_the_same(site: Path, text: str) -> None:
    """A check on a pull request that reads another site than the one that is built guards nothing."""
    path = write(site, text)
    read = read_configuration(path)
    told = site_options(site, read, plugin_options(read), content_dir=content_folder(site, read))
    assert told == as_the_build(load_config(str(path)), site)


@pytest.mark.parametrize("source", ["health/rt/index.md", "בריאות/עמוד אחד.md"])
@pytest.mark.parametrize("name", [name for name, text in CONFIGURATIONS.items() if "edit" in text or "repo" in text])
def test_a_page_is_edited_where_mkdocs_would_edit_it(site: Path, name: str, source: str) -> None:
    """A link that leads nowhere is worse than none."""
    config = load_config(str(write(site, CONFIGURATIONS[name])))
    page = Page(None, File(source, config.docs_dir, config.site_dir, use_directory_urls=True), config)
    options = as_the_build(config, site)
    context = SiteContext(
        site_name="", site_url=None, wording=Wording("he"), structure=load_structure(), ministries={}, topics={},
        edit_url=options.edit_url,  # type: ignore[attr-defined]
    )  # fmt: skip
    assert context.edit_address(source) == page.edit_url


def test_content_may_lie_anywhere(site: Path) -> None:
    """An absolute docs_dir, and one in the folder above, are built; checking them ended in a traceback's last line."""
    elsewhere = site / "content"
    inside = site / "conf"
    inside.mkdir()
    for written in (str(elsewhere), "../content"):
        path = inside / "mkdocs.yml"
        path.write_text(f"site_name: x\ndocs_dir: {written}\nplugins: [sikum]\n", encoding="utf-8")
        read = read_configuration(path)
        assert content_folder(inside, read) == elsewhere
        told = site_options(inside, read, {}, content_dir=elsewhere)
        assert told.prefix == "../content/"
        assert told.prefix == as_the_build(load_config(str(path)), inside).prefix  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("INHERIT: nothere.yml\n", "nothere.yml"),
        ("INHERIT: mkdocs.yml\n", "back to itself"),
        ("a: [\n", "mkdocs.yml"),
        ("- a\n- b\n", "not a list"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_line(site: Path, text: str, told: str) -> None:
    """Whoever mistypes a file name is told which."""
    (site / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.raises(BadConfiguration, match=told) as caught:
        read_configuration(site / "mkdocs.yml")
    assert os.linesep not in str(caught.value)


def test_nothing_in_a_configuration_is_run(site: Path) -> None:
    """A check of a stranger's pull request reads the stranger's configuration."""
    path = write(site, f"extra: !!python/object/apply:os.mkdir ['{site / 'run'}']\n")
    assert read_configuration(path)["extra"] is None
    assert not (site / "run").exists()


def test_what_was_read_once_is_read_again_where_it_may_say_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A preview would keep a setting that was changed since, in the file, in the environment or by whoever uses it."""
    file = tmp_path / "mkdocs.yml"
    file.write_text("INHERIT: base.yml\nsite_url: !ENV SITE_URL\n", "utf-8")
    (tmp_path / "base.yml").write_text("plugins: [sikum: {per_page: 7}]\n", "utf-8")
    for address, pages in (("https://a.example.org/", 7), ("https://b.example.org/", 7), ("https://b.example.org/", 8)):
        monkeypatch.setenv("SITE_URL", address)
        (tmp_path / "base.yml").write_text(f"plugins: [sikum: {{per_page: {pages}}}]\n", "utf-8")
        read = read_configuration(file)
        assert (read["site_url"], plugin_options(read)) == (address, {"per_page": pages})
        read["plugins"].clear()
