"""What `make site` installs, and what it leaves behind when it cannot: by the real pip, from a folder of small packages."""

import base64
import hashlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import zipfile
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
STAMP = ".venv/site-installed"
BACKEND = """
import zipfile

def build_editable(folder, config_settings=None, metadata_directory=None):
    name = "checkout-1-py3-none-any.whl"
    with zipfile.ZipFile(f"{folder}/{name}", "w") as wheel:
        wheel.writestr("checkout.py", "")
        wheel.writestr("checkout-1.dist-info/METADATA", "Metadata-Version: 2.1\\nName: checkout\\nVersion: 1\\n")
        wheel.writestr("checkout-1.dist-info/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr("checkout-1.dist-info/RECORD", "")
    return name
"""


def _wheel(name: str, folder: Path) -> str:
    """Writes a package with one module; returns its line of a list, with its hash."""
    path = folder / f"{name}-1-py3-none-any.whl"
    files = {
        f"{name}.py": "",
        f"{name}-1.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n",
        f"{name}-1.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    digests = {file: base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()) for file, text in files.items()}
    record = "".join(f"{file},sha256={digest.rstrip(b'=').decode()},\n" for file, digest in digests.items())
    with zipfile.ZipFile(path, "w") as wheel:
        for file, text in {**files, f"{name}-1.dist-info/RECORD": record}.items():
            wheel.writestr(file, text)
    return f"{name}==1 \\\n    --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n    # via somebody\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout as small as can be, in a folder with a space and Hebrew in its name."""
    folder = tmp_path / "אתר של משרד"
    shutil.copytree(ROOT / ".ci", folder / ".ci")
    shutil.copyfile(ROOT / "Makefile", folder / "Makefile")
    for module in ("generator/__init__.py", "generator/plugin.py", "generator/editions/pdf.py"):
        (folder / module).parent.mkdir(parents=True, exist_ok=True)
        (folder / module).touch()
    (folder / "backend.py").write_text(BACKEND, "utf-8")
    (folder / "pyproject.toml").write_text(
        '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n', "utf-8"
    )
    (folder / "requirements").mkdir()
    (tmp_path / "wheels").mkdir()
    packages = [_wheel(name, tmp_path / "wheels") for name in ("apples", "medlars", "pears")]
    (folder / "requirements/site.txt").write_text("# made by a tool\n" + "".join(packages), "utf-8")
    return folder


def _variables(checkout: Path) -> dict[str, str]:
    """Those of a machine on which nobody configured pip, with the folder of packages for an index."""
    given = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "MAKE", "MFLAGS"))}
    pip = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(checkout.parent / "wheels")}
    return {**given, **pip, "PYTHON": sys.executable}


def _make(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", *arguments, STAMP],
        cwd=checkout,
        env=_variables(checkout),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _ends(group: int) -> bool:
    """Whether nothing of a group of processes is left within ten seconds."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def _installed(checkout: Path) -> set[str]:
    return {path.stem for path in checkout.glob(".venv/lib/*/site-packages/*.py")}


def test_an_installation_that_fails_is_begun_anew(checkout: Path) -> None:
    """Parts of a list are installed side by side: one that fails must stop `make` in pip's own words, and what the others
    had unpacked by then was once taken for installed by the next `make site`.
    """
    sound = (checkout / "requirements/site.txt").read_text("utf-8")
    digest = re.search(r"medlars.*?sha256:(\w+)", sound, re.DOTALL)
    assert digest
    (checkout / "requirements/site.txt").write_text(sound.replace(digest[1], "0" * 64), "utf-8")
    made = _make(checkout)
    assert made.returncode != 0
    assert "DO NOT MATCH THE HASHES" in made.stderr
    assert (
        "sikum: pip could not install what a site is built with (requirements/site.txt); its reason stands above"
        in made.stderr
    )
    assert not (checkout / STAMP).exists()

    (packages,) = checkout.glob(".venv/lib/*/site-packages")
    (packages / "half_a_package.py").touch()
    (checkout / "requirements/site.txt").write_text(sound, "utf-8")
    made = _make(checkout, "-j4")
    assert made.returncode == 0, made.stderr
    assert _installed(checkout) == {"apples", "medlars", "pears", "checkout"}

    made = _make(checkout)
    assert "up to date" in made.stdout

    pip = subprocess.run([checkout / ".venv/bin/pip", "--version"], capture_output=True, encoding="utf-8", check=True)
    assert str(packages) in pip.stdout


def test_an_installation_that_is_interrupted_ends_at_once(checkout: Path) -> None:
    """Ctrl-C reaches all that runs side by side, and nothing is taken for installed."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/simple"
        making = subprocess.Popen(
            ["make", STAMP],
            cwd=checkout,
            env={**_variables(checkout), "PIP_NO_INDEX": "", "PIP_INDEX_URL": address},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        silent.settimeout(60)
        asked = [silent.accept()[0] for _ in range(3)]
        os.killpg(making.pid, signal.SIGINT)
        assert making.wait(30) != 0
        for connection in asked:
            connection.close()
    assert _ends(making.pid)
    assert not (checkout / STAMP).exists()
    assert (checkout / ".venv/unfinished").exists()


@pytest.mark.parametrize("name", ["site", "dev"])
def test_a_list_is_complete(name: str) -> None:
    """pip no longer looks up what a package asks for: whatever is not in the list would be missing."""
    text = (ROOT / f"requirements/{name}.txt").read_text("utf-8")
    pinned = [Requirement(line.rstrip("\\")) for line in text.splitlines() if re.match(r"[^ #]", line)]
    names = {canonicalize_name(each.name) for each in pinned}
    asked = set()
    for package in pinned:
        if package.marker is None or package.marker.evaluate():
            asked |= {Requirement(line) for line in requires(package.name) or ()}
    missing = {str(each) for each in asked if each.name and (not each.marker or each.marker.evaluate({"extra": ""}))}
    assert {line for line in missing if canonicalize_name(Requirement(line).name) not in names} == set()


def test_each_package_is_installed_by_one_part() -> None:
    """Names are shared out by their first letter; a pip among them would take away what the others run from."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    parts = re.search(r"^parts := (.*)$", makefile, re.MULTILINE)
    assert parts
    letters = [re.compile(f"[{part.removeprefix('part-')}]") for part in parts[1].split()]
    lines = (ROOT / "requirements/site.txt").read_text("utf-8").splitlines()
    for name in (line.partition("==")[0] for line in lines if re.match(r"[^ #]", line)):
        assert sum(bool(each.match(name)) for each in letters) == 1, name
        assert name != "pip"
