"""G: the closing gate, one rule for each gate id, in the order of the ids (spec 3.5)."""

from generator.rules.gate.people import *  # noqa: F403
from generator.rules.gate.results import *  # noqa: F403
