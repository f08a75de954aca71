"""The steps of a build: discover → read → check → publish → build. Called by the entry points through `disk`."""
