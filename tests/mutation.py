"""Whether the tests notice what is broken: `make mutate` puts faults into the code, one at a time, and counts the unnoticed.

The faults are those of mutmut's operators, inside functions that are not decorated: another boundary, a word in capitals,
an argument left out. A seeded sample of them is drawn for each package. Each is tried in a process forked after pytest has
collected the tests: there the code of the function is replaced, and the tests that run the changed lines are run, the quick
ones first, until one fails. Which those are is recorded once, in a fork as well, so that nothing is kept in memory from an
earlier run. A command that a test starts as a process of its own has the code as it is: such tests notice nothing here.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from types import CodeType, FunctionType

import coverage
import pytest
from _pytest.runner import runtestprotocol
from mutmut.mutation.file_mutation import Mutation, create_mutations

ROOT = Path(__file__).parents[1]
PACKAGES: dict[str, tuple[str, str]] = {
    "checks": (
        "generator/checks/*.py",
        "tests/rules/test_cases.py::test_a_case_has_the_findings_that_it_should_and_no_other tests/checks tests/names",
    ),
    "views": ("generator/views/*.py", "tests/pages tests/editions/test_pages.py tests/exports/test_process.py"),
    "privacy": (
        " ".join(f"generator/pipeline/{name}.py" for name in ("privacy", "publish", "people", "consent", "lines")),
        "tests/pipeline tests/trust/test_findings_say_no_names.py",
    ),
    "exports": ("generator/exports/*.py", "tests/exports"),
    "importing": (
        "generator/importing/*.py generator/importing/[cpr]*/*.py",
        "tests/importing --ignore=tests/importing/lists --ignore=tests/importing/word",
    ),
    "importing/lists": ("generator/importing/lists/*.py", "tests/importing/lists"),
    "importing/word": ("generator/importing/word/*.py", "tests/importing/word"),
}
"""From a package's name to its files and the tests that are to notice."""
LEFT_OUT = (
    "tests/exports/test_added_fields.py", "tests/exports/test_one_file.py", "tests/exports/test_other_forms.py",
    "tests/exports/test_samples.py", "tests/pages/test_titles_in_the_sites_language.py",
)  # fmt: skip
"""Tests that start commands, or build whole sites, and take longer than all others of their folder together."""
KILLED_AFTER = 10
"""A fault that makes the tests take five times as long and so many seconds of the processor more is noticed."""


@dataclass(frozen=True)
class Fault:
    """A file of the package, its text before and after, and the lines (from 1) that differ."""

    path: Path
    before: str
    after: str

    @property
    def lines(self) -> range:
        """The changed lines of the text before."""
        old, new = self.before.splitlines(), self.after.splitlines()
        first = next((at for at, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), 0)
        same = next((at for at, pair in enumerate(zip(old[::-1], new[::-1], strict=False)) if pair[0] != pair[1]), 0)
        return range(first + 1, max(first + 1, len(old) - same) + 1)

    @property
    def difference(self) -> str:
        """The change as lines with `-` and `+`, under the place."""
        changes = list(unified_diff(self.before.splitlines(), self.after.splitlines(), n=0, lineterm=""))[3:]
        return "\n".join([f"{self.path.relative_to(ROOT)}:{self.lines[0]}", *changes])


def faults(files: Iterable[Path], number: int, seed: int) -> list[Fault]:
    """`number` of the faults that can be put into the functions of the files, drawn at random; the same for a seed."""
    possible: list[tuple[Path, str, object, Mutation]] = []
    for path in files:
        before = path.read_text("utf-8")
        module, mutations, *_ = create_mutations(str(path), before)
        possible.extend((path, before, module, each) for each in mutations if each.contained_by_top_level_function)
    random.Random(seed).shuffle(possible)
    found: list[Fault] = []
    for path, before, module, each in possible:
        after = module.deep_replace(each.original_node, each.mutated_node).code  # type: ignore[attr-defined]
        fault = Fault(path, before, after)
        if len(found) == number:
            break
        if changed_functions(fault):
            found.append(fault)
    return found


def changed_functions(fault: Fault) -> list[tuple[CodeType, CodeType]]:
    """The code before and after of each function and method that a fault changes, with those that are within it."""
    before, after = (
        functions(compile(each, fault.path, "exec", dont_inherit=True)) for each in (fault.before, fault.after)
    )
    named = ((codes, after.get(name, [])) for name, codes in before.items())
    pairs = (pair for one, other in named if len(one) == len(other) for pair in zip(one, other, strict=True))
    return [pair for pair in pairs if not is_same(*pair) and pair[0].co_freevars == pair[1].co_freevars]


def functions(code: CodeType) -> dict[str, list[CodeType]]:
    """The functions of a module by name, in order: methods of classes too, and what stands within another function."""
    found: defaultdict[str, list[CodeType]] = defaultdict(list)
    waiting = [code]
    for each in waiting:
        inner = [constant for constant in each.co_consts if isinstance(constant, CodeType)]
        waiting += inner
        for function in inner:
            if function.co_flags & 0x02:  # a function's: its names are its own
                found[function.co_qualname].append(function)
    return found


def is_same(one: CodeType, other: CodeType) -> bool:
    """Whether two functions do the same, wherever they stand."""

    def key(code: CodeType) -> object:
        constants = [key(each) if isinstance(each, CodeType) else repr(each) for each in code.co_consts]
        return code.co_code, code.co_names, code.co_varnames, constants

    return key(one) == key(other)


def put_in(fault: Fault) -> None:
    """Replace the code of what was imported, in this process."""
    changed = changed_functions(fault)
    for found in gc.get_objects():
        if isinstance(found, FunctionType) and found.__code__.co_filename == str(fault.path):
            for before, after in changed:
                if (found.__code__.co_qualname, found.__code__.co_firstlineno) == (
                    before.co_qualname,
                    before.co_firstlineno,
                ):
                    found.__code__ = after


class Trial:
    """A plugin of pytest that tries faults instead of running the tests that were collected."""

    def __init__(self, given: Sequence[Fault], jobs: int) -> None:
        self.faults, self.jobs = given, jobs
        self.survivors: list[Fault] = []
        self._recording: coverage.Coverage | None = None

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Record which test runs which lines; then one process for each fault."""
        items = session.items
        reading, writing = Pipe(duplex=False)
        child = fork(lambda: self._record(items, writing))
        writing.close()
        seconds, lines, failed = reading.recv()
        os.waitpid(child, 0)
        print(f"{len(items)} tests took {sum(seconds.values()):.0f} s", flush=True)
        if failed:
            named = " ".join(failed[:5])
            raise pytest.UsageError(
                f"{len(failed)} tests fail as the code is; nothing may change during a run: {named}"
            )
        running: dict[int, Fault] = {}
        for fault in self.faults:
            ran = lines.get(str(fault.path), {})
            names = {name for line in fault.lines for name in ran.get(line, ())}
            chosen = sorted(
                (item for item in items if {item.nodeid, item.nodeid.partition("::")[0]} & names),
                key=lambda item: seconds[item.nodeid],
            )
            limit = KILLED_AFTER + 5 * sum(seconds[item.nodeid] for item in chosen)
            if len(running) == self.jobs:
                self._wait(running)
            running[fork(lambda: try_one(fault, chosen, limit))] = fault  # noqa: B023 (run at once)
        while running:
            self._wait(running)
        return True

    def _wait(self, running: dict[int, Fault]) -> None:
        child, status = os.wait()
        if (fault := running.pop(child, None)) and status == 0:
            self.survivors.append(fault)
            print(f"\n{fault.difference}", flush=True)

    def _record(self, items: Sequence[pytest.Item], answer: Connection) -> None:
        """Send the seconds that each test takes, the tests by file and line, and the tests that fail."""
        folders = sorted({str(fault.path.parent / "*") for fault in self.faults})
        self._recording = coverage.Coverage(data_file=None, config_file=False, include=folders)
        self._recording.start()
        seconds: dict[str, float] = {}
        failed = []
        for item, following in zip(items, [*items[1:], None], strict=True):
            begun = time.process_time()
            if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
                failed.append(item.nodeid)
            seconds[item.nodeid] = time.process_time() - begun
        self._recording.stop()
        data = self._recording.get_data()
        answer.send((seconds, {path: data.contexts_by_lineno(path) for path in data.measured_files()}, failed))

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """What is set up once for a module is run for all its tests."""
        if self._recording:
            self._recording.switch_context(item.nodeid.partition("::")[0])

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_call(self, item: pytest.Item) -> None:
        """What a test runs itself."""
        if self._recording:
            self._recording.switch_context(item.nodeid)


def fork(task: object) -> int:
    """Run a function without arguments in a process of its own, silently; its id."""
    if child := os.fork():
        return child
    status = 1
    try:
        silence = os.open(os.devnull, os.O_RDWR)
        for handle in (1, 2):
            os.dup2(silence, handle)
        status = int(bool(task()))  # type: ignore[operator]
    finally:
        os._exit(status)


def try_one(fault: Fault, items: Sequence[pytest.Item], limit: float) -> bool:
    """Whether a test fails with the fault. The process ends by a signal after `limit` seconds of the processor."""
    signal.setitimer(signal.ITIMER_PROF, limit)
    put_in(fault)
    for item, following in zip(items, [*items[1:], None], strict=True):
        if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
            return True
    return False


def main() -> None:
    """For each package that is named: the faults that no test noticed, and their share."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "packages", nargs="*", metavar="PACKAGE", help=f"one of {', '.join(PACKAGES)}; all if none is named"
    )
    parser.add_argument("--sample", type=int, default=60, help="how many faults are put into each")
    parser.add_argument("--seed", type=int, default=1, help="another number draws another sample")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="how many are tried at once")
    asked = parser.parse_args()
    table = []
    for name in asked.packages or PACKAGES:
        files, tests = PACKAGES[name]
        found = sorted(path for pattern in files.split() for path in ROOT.glob(pattern))
        trial = Trial(faults(found, asked.sample, asked.seed), asked.jobs)
        options = "-q --assert=plain --tb=no -p no:cacheprovider --no-header".split()
        ignored = [f"--ignore={path}" for path in LEFT_OUT]
        if status := pytest.main([*options, *ignored, *tests.split()], plugins=[trial]):
            sys.exit(status)
        share = len(trial.survivors) / max(1, len(trial.faults))
        table.append(f"{name:10} {len(trial.survivors):3} of {len(trial.faults):3} not noticed ({share:.0%})")
        print(f"\n{table[-1]}", flush=True)
    print("\n" + "\n".join(table))


if __name__ == "__main__":
    main()
