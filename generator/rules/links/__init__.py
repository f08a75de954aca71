"""L: links, attached files and HTML."""

from generator.rules.links.files import *  # noqa: F403
from generator.rules.links.pages import *  # noqa: F403
