"""The files that all processes share: registries, the accessibility statement, and what other catalogues publish."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from generator.diagnostics import Finding
from generator.model.published import FederatedProcess
from generator.model.registry import Registries
from generator.pipeline.discovery import Reader, Tree
from generator.pipeline.options import SiteOptions
from generator.reading import read_accessibility, read_federated_processes, read_localities, read_registries
from generator.structure import Structure


class CentralFiles(Struct, frozen=True, kw_only=True):
    """What was read of them."""

    registries: Registries
    accessibility: Mapping[str, object]
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
    accessibility, accessibility_findings = read_accessibility(contents, structure, options.today)
    localities, locality_findings = read_localities(contents, structure)
    remote, outside = read_federated_processes(options.content_dir, options.sources, structure, registries.topics)
    return CentralFiles(
        registries=registries,
        accessibility=accessibility,
        localities=localities,
        remote=remote,
        findings=(*registry_findings, *accessibility_findings, *locality_findings),
        outside=tuple(outside),
    )
