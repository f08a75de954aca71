"""How long it takes (seconds of one core) to look for 20,000 people in a million words: `python -m benchmarks.withheld_names`."""

from __future__ import annotations

import random
import time

from generator.names.matcher import Matcher

PEOPLE, WORDS = 20_000, 1_000_000
_LETTERS = "אבגדהוזחטיכלמנסעפצקרשת"


def _word(chance: random.Random, shortest: int, longest: int) -> str:
    return "".join(chance.choices(_LETTERS, k=chance.randint(shortest, longest)))


def main() -> None:
    """Names of 2,000 given and 8,000 family names. A tenth of the text is such names: most beginnings lead nowhere."""
    chance = random.Random(1)
    given = [_word(chance, 2, 5) for _ in range(2_000)]
    family = [_word(chance, 3, 7) for _ in range(8_000)]
    people = [f"{chance.choice(given)} {chance.choice(family)}" for _ in range(PEOPLE)]
    vocabulary = [_word(chance, 2, 8) for _ in range(40_000)]
    text = " ".join(
        chance.choice(given if chance.random() < 0.5 else family)
        if chance.random() < 0.1
        else chance.choice(vocabulary)
        for _ in range(WORDS)
    )
    started = time.process_time()
    matcher = Matcher((name, row) for row, name in enumerate(people))
    built = time.process_time()
    found = sum(1 for _ in matcher.find(text))
    ended = time.process_time()
    print(f"{PEOPLE:,} people, {WORDS:,} words: {built - started:.2f} s + {ended - built:.2f} s; {found:,} found")


if __name__ == "__main__":
    main()
