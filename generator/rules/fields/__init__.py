"""F: fields of the record, of promises, of responses and of meetings."""

from generator.rules.fields.aliases import *  # noqa: F403
from generator.rules.fields.commitments import *  # noqa: F403
from generator.rules.fields.contributions import *  # noqa: F403
from generator.rules.fields.expectations import *  # noqa: F403
from generator.rules.fields.history import *  # noqa: F403
from generator.rules.fields.names import *  # noqa: F403
from generator.rules.fields.partners import *  # noqa: F403
from generator.rules.fields.promises_and_responses import *  # noqa: F403
from generator.rules.fields.record import *  # noqa: F403
from generator.rules.fields.values import *  # noqa: F403
