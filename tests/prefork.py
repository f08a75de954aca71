"""A process that has imported the package and MkDocs, and forks one that runs a module for each request.

Started by `tests.commands`, in a folder of no importance. A request is a line of JSON on standard input, the answer to it
a line with the exit status on standard output. What the package reads of its own files once in a process (the structure,
the translations, its templates, the hash of its code), and the expressions that it compiles when they are first used, are
there before the fork; of a site nothing is.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import pkgutil
import runpy
import sys
from importlib import import_module

PRELOADED = ("generator", "mkdocs", "material")
NEVER = ("generator.__main__", "mkdocs.__main__", "mkdocs.tests", "material.plugins.social", "material.extensions")
"""Whatever is run as a module must not be imported before; tests and what asks for more packages need not be."""
ALSO = (
    "encodings.cp437", "encodings.iso8859_8", "encodings.unicode_escape", "encodings.utf_8_sig", "mammoth",
    "markdown.extensions.codehilite", "markdown.extensions.fenced_code", "nh3", "openpyxl", "pygments.formatters",
    "pygments.lexers", "pymdownx.superfences", "weasyprint", "yaml",
)  # fmt: skip


def preload() -> None:
    """Import what most commands import, so that each need not."""
    for package in PRELOADED:
        for module in pkgutil.walk_packages(import_module(package).__path__, f"{package}."):
            if not module.name.startswith(NEVER):
                import_module(module.name)
    for name in ALSO:
        import_module(name)
    for name in [name for name in sys.modules if name.endswith(".__main__")]:
        del sys.modules[name]  # MkDocs imports its own
    _read_own_files()
    _compile_expressions()
    gc.freeze()


def _read_own_files() -> None:
    """Call what the package keeps for the length of a process, and what hangs on its own files alone."""
    from babel.localedata import load

    from generator.pipeline.assets import assets_key
    from generator.pipeline.cache import versions
    from generator.rendering.templates import environment, templates_key
    from generator.structure import load_structure
    from generator.wording.catalogues import COMMANDS, DOMAIN, translations

    for read in (load_structure, versions, templates_key, assets_key):
        read()
    for language in ("he", "ar", "en"):
        load(language)
        for domain in (DOMAIN, COMMANDS):
            translations(language, domain)
        for name in environment(language).list_templates(extensions=["html"]):
            environment(language).get_template(name)


def _compile_expressions() -> None:
    """Ask each expression of the package for what such are asked for: it compiles itself then, and keeps it."""
    from generator.expressions import _Expression

    for each in gc.get_objects():
        if type(each) is _Expression:
            for asked in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub"):
                getattr(each, asked)


def forked() -> dict[str, object]:
    """The request that this process, by now a child of the one that reads requests, is to run."""
    requests, answers = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
    for line in requests:
        if child := os.fork():
            status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            print(status, file=answers, flush=True)
            continue
        requests.close()
        answers.close()
        return json.loads(line)  # type: ignore[no-any-return]
    sys.exit(0)


def become(request: dict[str, object]) -> None:
    """Have the folder, the environment and the files that a command is started with."""
    os.chdir(str(request["folder"]))
    os.umask(int(str(request["umask"])))
    os.environ.clear()
    os.environ.update(request["environment"])  # type: ignore[call-overload]
    for handle, path in enumerate((request["stdin"], request["stdout"], request["stderr"])):
        file = os.open(str(path), os.O_WRONLY | os.O_CREAT if handle else os.O_RDONLY, 0o600)
        os.dup2(file, handle)
        os.close(file)
    sys.path[0] = str(request["folder"])
    sys.argv[1:] = request["arguments"]  # type: ignore[call-overload]


def run(module: str) -> None:
    """Run a module to its end, and leave as Python does, but for taking every module and object apart.

    That is most of what a short command would take. Threads are waited for, and what is registered for the exit is called:
    the last of it, registered before all imports, flushes what was printed and ends the process with the command's status.
    """
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        _status.append(0)
    except SystemExit as end:
        _status.append(end.code & 0xFF if isinstance(end.code, int) else int(end.code is not None))
        raise
    except Exception:
        _status.append(1)
        raise


_status: list[int] = []
"""The exit status, once it is known; after a signal Python itself ends the process by it."""


def _leave() -> None:
    if _status:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(_status[0])


if __name__ == "__main__":
    atexit.register(_leave)
    preload()
    asked = forked()
    become(asked)
    run(str(asked["module"]))
