"""How the configuration of a CMS is written."""

from __future__ import annotations

from collections.abc import Mapping

import yaml


def dumped(config: Mapping[str, object]) -> str:
    """The mapping as YAML, in its order, every value written out where it stands."""
    return str(yaml.dump(dict(config), Dumper=_Unshared, allow_unicode=True, sort_keys=False, width=10_000))


class _Unshared(yaml.SafeDumper):
    """Writes everything out: readers of YAML limit how often an alias may be used."""

    def ignore_aliases(self, _: object) -> bool:
        return True
