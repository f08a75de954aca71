"""What all builders share: the facts of the site they build for, and the templates' environment."""
