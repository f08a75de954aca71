"""All disk access of a build: reading content, the cache, the store of built files, publishing the site."""
