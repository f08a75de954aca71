"""What Sikum leans on inside MkDocs and Material, one test each: when a new version comes, these say what broke."""

from __future__ import annotations

import re
import time
import warnings
from pathlib import Path

import material
import pytest
from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.nav import get_navigation
from watchdog.observers.polling import PollingObserver

from generator.plugin import engine
from tests.plugin.small import small_site

TEMPLATES = Path(material.__file__).parent / "templates"
SHELL = (engine.THEME_FOLDER / "shell.html").read_text(encoding="utf-8")


def configured(folder: Path, configuration: str = "") -> MkDocsConfig:
    """What MkDocs makes of a small site's configuration."""
    small_site(folder, configuration)
    return load_config(str(folder / "mkdocs.yml"))


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    """The plainest configuration."""
    return configured(tmp_path)


def test_the_themes_folders_are_a_list_that_can_be_put_in_order(tmp_path: Path) -> None:
    """Sikum's templates stand between the site's own, which win over them, and Material's, which they win over."""
    (tmp_path / "own").mkdir()
    config = configured(tmp_path, "theme: {name: material, custom_dir: own}\n")
    assert isinstance(config.theme.dirs, list), (
        "MkDocs keeps the theme's folders in another form: engine.add_theme_folder"
    )
    engine.add_theme_folder(config)
    engine.add_theme_folder(config)
    folders = [Path(folder) for folder in config.theme.dirs]
    assert folders[:2] == [tmp_path / "own", engine.THEME_FOLDER]
    assert TEMPLATES in folders[2:]
    assert folders.count(engine.THEME_FOLDER) == 1


def test_the_engines_own_pages_are_a_set_that_can_be_emptied(config: MkDocsConfig) -> None:
    """MkDocs would make a 404 page and a sitemap of an empty site, and put them in place of Sikum's."""
    assert "404.html" in config.theme.static_templates, (
        "MkDocs names its own pages elsewhere: engine.silence_engine_pages"
    )
    engine.silence_engine_pages(config)
    assert set(config.theme.static_templates) == set()


def test_of_the_themes_files_only_the_sites_own_are_copied(tmp_path: Path) -> None:
    """A raw template of a sitemap stood in place of the sitemap, and 600 KB of scripts were brought along."""
    own = tmp_path / "own"
    (own / "assets").mkdir(parents=True)
    (own / "assets" / "own.css").write_text("")
    config = configured(tmp_path, "theme: {name: material, custom_dir: own}\n")
    found = Files([])
    found.add_files_from_theme(config.theme.get_env(), config)
    assert len(found) > 10, "MkDocs looks for the theme's files in another way: engine.list_own_theme_files"
    engine.list_own_theme_files(config)
    found = Files([])
    found.add_files_from_theme(config.theme.get_env(), config)
    assert [file.src_uri for file in found] == ["assets/own.css"]


def rendered(config: MkDocsConfig, url: str) -> str:
    """A page at the URL, through the theme's templates as the plugin calls them."""
    config = config.plugins.on_config(config)
    env: Environment = config.theme.get_env()
    env.globals["sikum_site"] = {
        "direction": "rtl",
        "title": "קטלוג",
        "root": "../../",
        "nav": [],
        "footer": [],
        "strings": {},
    }
    found = get_files(config)
    slots = {"title": "כותרת של דף", "body": "<p>גוף</p>", "language": "he", "direction": "rtl", "layout": "plain"}
    return engine.theme_renderer(env, config, get_navigation(Files([]), config), found)(url, slots)


def test_a_page_is_rendered_as_mkdocs_renders_one(config: MkDocsConfig) -> None:
    """`get_context`, `File.generated` and `Page` are what a shell is made with; links must lead up from the page."""
    html = rendered(config, "a/b/")
    assert "<title>כותרת של דף</title>" in html
    assert "<p>גוף</p>" in html
    assert 'href="../../assets/css/sikum.css"' in html


def test_the_404_page_is_addressed_from_the_hosts_root(tmp_path: Path) -> None:
    """It is shown at any depth: with links from its own folder it has no styles anywhere but at the top."""
    config = configured(tmp_path, "site_url: https://example.org/catalogue\n")
    assert 'href="/catalogue/assets/css/sikum.css"' in rendered(config, "404.html")
    assert get_context.__code__.co_varnames[:5] == ("nav", "files", "config", "page", "base_url")


def test_the_direction_is_put_where_material_opens_the_page(config: MkDocsConfig) -> None:
    """Material writes `<html lang=…>` outside every block; were it written otherwise, Hebrew would run from the left."""
    html = rendered(config, "")
    assert html.count('<html dir="rtl" lang="he"') == 1
    assert "autocomplete" not in html, "Material's hidden boxes bear an attribute that HTML does not allow them"


def test_every_block_that_sikum_fills_is_one_of_materials() -> None:
    """A block that Material renames is silently left out of the page, with all that is in it."""
    base = (TEMPLATES / "base.html").read_text(encoding="utf-8")
    blocks = set(re.findall(r"{%-? *block (\w+)", SHELL))
    assert {"container", "header", "footer", "styles"} <= blocks
    assert blocks <= set(re.findall(r"{%-? *block (\w+)", base)), "theme/shell.html fills blocks that Material has not"


def test_the_sites_own_styles_stand_outside_the_blocks_that_sikum_fills() -> None:
    """Material writes `extra_css` between two blocks; were it within one of ours, a site's styles would be lost."""
    base = (TEMPLATES / "base.html").read_text(encoding="utf-8")
    outside = re.sub(r"{%-? *block (\w+).*?endblock", "", base, flags=re.DOTALL)
    assert "config.extra_css" in outside, "theme/shell.html has to write the links of extra_css itself"


@pytest.mark.parametrize(
    ("written", "language"),
    [
        ("theme: {name: material, language: ar}\n", "ar"),
        ("theme: {name: material, language: en}\n", "en"),
        ("theme: material\n", None),
    ],
)
def test_the_language_is_the_one_that_somebody_wrote(tmp_path: Path, written: str, language: str | None) -> None:
    """Material fills in English; a site that says nothing is Hebrew, and one that says English is English."""
    config = configured(tmp_path, written)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        written_language = engine.configuration_of(config).get("theme")
    found = written_language.get("language") if isinstance(written_language, dict) else None
    assert found == language


def test_the_preview_watches_by_notices_and_waits_less(config: MkDocsConfig) -> None:
    """With MkDocs' own polling a save takes a second to be seen in a catalogue of 3,000 processes."""
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, root=config.site_dir)
    try:
        assert isinstance(server.observer, PollingObserver), "MkDocs watches otherwise: engine.speed_up_preview"
        server.watch(config.docs_dir)
        assert config.docs_dir in server._watched_paths
        engine.speed_up_preview(server, lambda _: False, time.time() + 60)
        assert not server._want_rebuild
        assert not isinstance(server.observer, PollingObserver)
        assert list(server._watched_paths) == [config.docs_dir]
        assert server.build_delay == engine.SAVE_DELAY_SECONDS
    finally:
        server.server_close()


@pytest.mark.parametrize("is_looking", [True, False])
def test_what_is_saved_during_the_first_build_is_built(config: MkDocsConfig, is_looking: bool) -> None:
    """A large catalogue's first build takes a while, and whoever saved in the meantime looked at the old page for ever."""
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, root=config.site_dir)
    try:
        server.watch(config.docs_dir)
        began = time.time() - 1
        (Path(config.docs_dir) / "saved-meanwhile.md").write_text("x", encoding="utf-8")
        engine.speed_up_preview(server, lambda _: is_looking, began)
        assert server._want_rebuild
    finally:
        server.server_close()
