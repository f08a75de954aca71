"""The structure that comes with the package, read once."""

import pytest

from generator.structure import Structure, load_structure


@pytest.fixture(scope="session")
def structure() -> Structure:
    return load_structure()
