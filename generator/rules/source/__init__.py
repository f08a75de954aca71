"""S: files that cannot be read as they should, whatever they are about."""

from generator.rules.source.files import *  # noqa: F403
from generator.rules.source.processes import *  # noqa: F403
from generator.rules.source.syntax import *  # noqa: F403
