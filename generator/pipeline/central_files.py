"""The files that all processes share: registries, the accessibility statement, and what other catalogues publish."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from generator.diagnostics import Finding
from generator.model.published import FederatedProcess
from generator.model.registry import Registries
from generator.pipeline.discovery import STATEMENTS, Reader, Tree
from generator.pipeline.options import SiteOptions
from generator.reading import (
    read_accessibility,
    read_federated_processes,
    read_localities,
    read_registries,
    statement_file,
)
from generator.structure import Structure


class CentralFiles(Struct, frozen=True, kw_only=True):
    """What was read of them."""

    registries: Registries
    statements: Mapping[str, Mapping[str, object]]
    """Facts of the accessibility statement by the file they are written in: there may be one for each language."""
    accessibility: Mapping[str, object]
    """Those that the site shows."""
    localities: Mapping[str, Mapping[str, str]]
    """Names by language, by code."""
    remote: tuple[FederatedProcess, ...]
    findings: tuple[Finding, ...]
    """With paths in the content folder."""
    outside: tuple[Finding, ...]
    """With paths in the project: of other catalogues."""


def read_central_files(tree: Tree, options: SiteOptions, reader: Reader, structure: Structure) -> CentralFiles:
    """Read them; what is wrong with them is in `findings` and `outside`."""
    contents = {path: reader.read(path) for path in tree.registries}
    registries, registry_findings = read_registries(contents, structure)
    read = {
        name: read_accessibility(contents, structure, options.today, name) for name in STATEMENTS if name in contents
    }
    statements = {name: facts for name, (facts, _) in read.items()}
    statement_findings = [each for _, findings in read.values() for each in findings]
    localities, locality_findings = read_localities(contents, structure)
    remote, outside = read_federated_processes(options.content_dir, options.sources, structure, registries.topics)
    return CentralFiles(
        registries=registries,
        statements=statements,
        accessibility=statements.get(statement_file(statements, options.language), {}),
        localities=localities,
        remote=remote,
        findings=(*registry_findings, *statement_findings, *locality_findings),
        outside=tuple(outside),
    )
