"""The MkDocs plugin. MkDocs imports it while it reads a site's configuration."""

from generator.collector import without_collector

with without_collector():
    from generator.plugin.site_events import SikumPlugin

__all__ = ["SikumPlugin"]
