"""How the doors touch the disk: reading contents, the cache, and bringing a whole site over at once."""
