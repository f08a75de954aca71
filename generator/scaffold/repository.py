"""What a catalogue's repository needs beside its content: owners, a check before each commit, pipelines, pinned packages."""

from __future__ import annotations

from pathlib import Path

from generator import __version__
from generator.scaffold.draft import Files

_PACKAGED = Path(__file__).parent / "requirements.txt"
_IN_THE_REPOSITORY = Path(__file__).parents[2] / "requirements/site.txt"
"""The pinned packages: part of the package when it is built, and in a checkout the file that it is built from."""

_CODEOWNERS = """\
# Who approves what. Write your own teams here; the last line that fits a file decides.
*                           @example/participation-unit
# /processes/health/        @example/health-editors
# What decides for all, or runs while the site is built, stays with the first line: this file, pipelines, templates,
# requirements.txt, mkdocs.yml, structure.yml and the registries.
/.github/                   @example/participation-unit
/processes/*.yml            @example/participation-unit
"""

_ATTRIBUTES = """\
# One form of line ends on every system, and no union merges: they drop fields of registries without a word.
* text=auto eol=lf
*.png binary
*.jpg binary
*.jpeg binary
*.webp binary
*.pdf binary
*.docx binary
*.xlsx binary
"""

_PRE_COMMIT = """\
# Before a commit is made: the same check that a pull request gets. Also for a commit that only deletes.
repos:
  - repo: local
    hooks:
      - id: sikum-check
        name: sikum check
        entry: sikum check --format concise
        language: system
        pass_filenames: false
        always_run: true
"""

_INSTALL = f"pip install --require-hashes -r requirements.txt && pip install --no-deps sikum=={__version__}"

_GITHUB = f"""\
# Every pull request is checked, and what is merged is published. In the settings choose: Pages > Source > GitHub Actions.
name: catalogue

on:
  pull_request:
  push:
    branches: [main]

permissions:
  contents: read

env:
  NO_MKDOCS_2_WARNING: "1"

jobs:
  check:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
      - uses: actions/setup-python@a26af69be951a213d495a4c3e4e4022e16d87065 # v5.6.0
        with:
          python-version: "3.12"
      - run: {_INSTALL}
      - run: sikum check --format github

  build:
    needs: check
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          fetch-depth: 0 # all of it: the site shows what was reworded since it was sent
      - uses: actions/setup-python@a26af69be951a213d495a4c3e4e4022e16d87065 # v5.6.0
        with:
          python-version: "3.12"
      - run: {_INSTALL}
      - uses: actions/cache@5a3ec84eff668545956fd18022155c47e93e2684 # v4.2.3
        with:
          path: .cache/sikum
          key: sikum-${{{{ hashFiles('requirements.txt') }}}}-${{{{ github.sha }}}}
          restore-keys: sikum-${{{{ hashFiles('requirements.txt') }}}}-
      # Where the cache is gone, what is public is the last version of a process that has to wait for a correction.
      - run: sikum sync --published site_url
      - run: mkdocs build
      - uses: actions/upload-pages-artifact@56afc609e74202658d3ffba0e8f6dda462b719fa # v3.0.1
        if: github.ref == 'refs/heads/main'
        with:
          path: site

  publish:
    if: github.ref == 'refs/heads/main'
    needs: build
    runs-on: ubuntu-24.04
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
    concurrency: publish
    steps:
      - uses: actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5
"""

_GITLAB = f"""\
# Every merge request is checked and built, and what is merged is published on GitLab Pages.
image: python:3.12-slim

stages: [check, build]

workflow:
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

default:
  before_script:
    - {_INSTALL}

check:
  stage: check
  script:
    - sikum check --format concise

pages:
  stage: build
  cache:
    key: sikum
    paths: [.cache/]
  script:
    - sikum sync --published site_url
    - mkdocs build --site-dir public
  artifacts:
    paths: [public]
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
"""

_HEADER = f"""\
# The packages that this site is built with, by version and hash: pip install --require-hashes -r requirements.txt
# Sikum itself comes after them: pip install --no-deps sikum=={__version__}
"""


def repository_files() -> Files:
    """The files, by their paths from the repository's root."""
    source = _PACKAGED if _PACKAGED.is_file() else _IN_THE_REPOSITORY
    return (
        (".gitattributes", _ATTRIBUTES),
        (".github/CODEOWNERS", _CODEOWNERS),
        (".github/workflows/catalogue.yml", _GITHUB),
        (".gitlab-ci.yml", _GITLAB),
        (".pre-commit-config.yaml", _PRE_COMMIT),
        ("requirements.txt", _HEADER + source.read_text(encoding="utf-8")),
    )
