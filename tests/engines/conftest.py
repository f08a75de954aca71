"""One catalogue, built by three engines."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.plugin.small import REPOSITORY, build, run

SAMPLE = REPOSITORY / "processes"
CONFIGURATION = """\
site_name: קטלוג לדוגמה
site_url: https://sikum.example.org/catalogue/
docs_dir: processes
theme: {name: material, language: he}
plugins: [{sikum: {today: 2026-01-31, pdf: false, data_license: CC-BY-4.0}}]
"""
ZENSICAL = """\
[project]
site_name = "קטלוג לדוגמה"
site_url = "https://sikum.example.org/catalogue/"
docs_dir = "docs"
site_dir = "zensical"

[project.theme]
language = "he"
"""
CHAPTER = """\
---
element: content
title: פרק שיש בו הכול
order: 3
---

ראו את [הטבלה](#table) ואת [הרקע](background.md). הערה[^1] בסוף.

| שם | מספר |
| --- | ---: |
| ראשון | 12 |

## טבלה {#table}

```text
ערך = 1
```

[^1]: נוסח ההערה.
"""


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's invented processes and a chapter with everything that Markdown has, with nothing built yet."""
    folder = tmp_path_factory.mktemp("engines")
    content = folder / "processes"
    shutil.copytree(SAMPLE / "examples", content / "examples")
    for name in ("ministries.yml", "topics.yml", "accessibility.yml", "about.md"):
        shutil.copy(SAMPLE / name, content / name)
    shutil.copytree(REPOSITORY / "tests/sites/translated/souq", content / "souq")
    (content / "examples/example-full/everything.md").write_text(CHAPTER, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    (folder / "zensical.toml").write_text(ZENSICAL, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def mkdocs(catalogue: Path) -> Path:
    """The site as MkDocs and the plugin make it."""
    done = build(catalogue)
    assert done.returncode == 0, done.stdout + done.stderr
    return catalogue / "site"


@pytest.fixture(scope="session")
def written(catalogue: Path) -> Path:
    """The docs folder that `sikum write` makes."""
    done = run("generator", "write", "docs", folder=catalogue)
    assert done.returncode == 0, done.stderr
    return catalogue / "docs"


@pytest.fixture(scope="session")
def zensical(catalogue: Path, written: Path) -> Path:
    """The site as Zensical makes it of that folder. A link that leads nowhere is a warning, and stops it."""
    assert written.is_dir()
    done = run("zensical", "build", "--strict", folder=catalogue)
    assert done.returncode == 0, done.stdout + done.stderr
    return catalogue / "zensical"
