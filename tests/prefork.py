"""A process that has imported the package and MkDocs, and forks one that runs a module for each request.

Started by `tests.commands`, in a folder of no importance. A request is a line of JSON on standard input, the answer to it
a line with the exit status on standard output.
"""

from __future__ import annotations

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
ALSO = ("mammoth", "openpyxl", "pymdownx.superfences", "weasyprint", "yaml")


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
    gc.freeze()


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


if __name__ == "__main__":
    preload()
    asked = forked()
    become(asked)
    runpy.run_module(str(asked["module"]), run_name="__main__", alter_sys=True)
