"""The option `forms`: the CMS's configuration follows the registries, and keeps what the office wrote."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.plugin.small import configure, run, small_site

OTHER = "welfare:\n  name: {he: משרד הרווחה, ar: وزارة الرفاه, en: Ministry of Welfare}\n  type: ministry\n"


def _bodies(config: Path) -> list[str]:
    record = next(
        each
        for each in yaml.load(config.read_text("utf-8"), yaml.CSafeLoader)["collections"]
        if each["name"] == "sikum-record"
    )
    field = next(each for each in record["fields"] if each["name"] == "ministry")
    return [option["value"] for option in field["options"]]


def test_a_new_body_is_in_the_forms_with_the_next_build(tmp_path: Path) -> None:
    """Whoever added a ministry could not choose it in the forms until somebody thought of a command."""
    small_site(tmp_path)
    configure(tmp_path, "site_url: https://x.example.org/\n", "[sikum: {forms: admin, data_license: CC-BY-4.0}]")
    assert run("mkdocs", "build", folder=tmp_path).returncode == 0
    config = tmp_path / "admin/config.yml"
    assert _bodies(config) == ["health"]
    text = config.read_text("utf-8").replace("repo: owner/repository", "repo: gov/catalogue # ours")
    config.write_text(f"{text}local_backend: true\n", encoding="utf-8")
    before = config.read_bytes()
    done = run("mkdocs", "build", "--strict", folder=tmp_path)
    assert (done.returncode, config.read_bytes()) == (0, before)
    assert "made anew" not in done.stderr
    registry = tmp_path / "processes/ministries.yml"
    registry.write_text(registry.read_text("utf-8") + OTHER, encoding="utf-8")
    done = run("mkdocs", "build", "--strict", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "admin/config.yml נוצר מחדש" in done.stderr
    assert sorted(_bodies(config)) == ["health", "welfare"]
    after = config.read_text("utf-8")
    assert "repo: gov/catalogue # ours" in after
    assert "local_backend: true" in after


def test_forms_in_another_language_stay_in_it(tmp_path: Path) -> None:
    """The build of a Hebrew site turned the Arabic forms of an office into Hebrew."""
    small_site(tmp_path)
    configure(tmp_path, plugins="[sikum: {forms: admin}]")
    assert run("generator", "schema", "admin", "--cms", "--lang", "ar", folder=tmp_path).returncode == 0
    config = tmp_path / "admin/config.yml"
    before = config.read_bytes()
    assert run("mkdocs", "build", folder=tmp_path).returncode == 0
    assert config.read_bytes() == before


def test_a_configuration_that_is_broken_is_told_and_left(tmp_path: Path) -> None:
    """A slip in the forms' settings is no reason not to publish, and none to write over what somebody typed."""
    small_site(tmp_path)
    configure(tmp_path, plugins="[sikum: {forms: admin}]")
    config = tmp_path / "admin/config.yml"
    config.parent.mkdir()
    config.write_text("backend: [\n", encoding="utf-8")
    done = run("mkdocs", "build", folder=tmp_path)
    assert done.returncode == 0
    assert "admin/config.yml נשאר כפי שהוא" in done.stderr
    assert config.read_text("utf-8") == "backend: [\n"
