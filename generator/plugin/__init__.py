"""The MkDocs plugin. MkDocs imports it while it reads a site's configuration."""

from generator.collector import tune_garbage_collector, without_collector

with without_collector():
    from generator.plugin.site_events import SikumPlugin
tune_garbage_collector()

__all__ = ["SikumPlugin"]
