"""Last versions out of the site that was published: for a build that has to hold something and has lost its cache."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from generator.disk.builder import SiteBuilder
from generator.pipeline.catalogue import CheckedCatalogue


def take_over(builder: SiteBuilder, checked: CheckedCatalogue, site_dir: Path) -> bool:
    """Take versions of processes and pages that are held, and have none in the cache, from the folder of the site.

    Whether there was one: then the content has to be checked again.
    """
    without = {each.path for each in checked.held if each.is_new}
    found = False
    for folder in checked.tree.processes:
        if folder.path not in without:
            continue
        try:
            builder.restore(folder, lambda uri: (site_dir / uri).read_bytes())
            found = True
        except (OSError, ValueError):
            continue  # it never was published, or by another Sikum
    urls = [each.url for each in checked.held_pages if each.is_new]
    if urls:
        with suppress(OSError, ValueError):
            found |= builder.restore_pages(urls, lambda uri: (site_dir / uri).read_bytes())
    return found
