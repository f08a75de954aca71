"""C: chapters and their parts, against the structure that kind and output ask for (spec 3.2)."""

from generator.rules.chapters.structure import *  # noqa: F403
from generator.rules.chapters.text import *  # noqa: F403
