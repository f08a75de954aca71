"""Whoever has the office's public key can tell its publication from any other, and nobody else's signature will do."""

import shutil
import subprocess
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from generator.disk.builder import SiteBuilder
from generator.disk.manifest import MANIFEST
from generator.disk.signing import SIGNATURE
from generator.model.digest import hash_of
from tests.commands import run
from tests.disk.manifests import manifest_files
from tests.trust.sites import build, catalogue_files, environment, write_project

pytestmark = pytest.mark.skipif(shutil.which("minisign") is None, reason="minisign is not installed")


def sikum(*words: str | Path, given: str = "") -> subprocess.CompletedProcess[str]:
    """The command; `given`: what stands on its standard input."""
    return run("generator", *words, given=given, environment=environment(SIKUM_LANG="en"))


def new_key(folder: Path, name: str, password: str = "") -> tuple[Path, Path]:
    """A secret and a public key of minisign, made by minisign."""
    folder.mkdir(exist_ok=True)
    secret, public = folder / f"{name}.key", folder / f"{name}.pub"
    plain = [] if password else ["-W"]
    subprocess.run(
        ["minisign", "-G", *plain, "-s", secret, "-p", public],
        input=f"{password}\n{password}\n",
        text=True,
        check=True,
        capture_output=True,
    )
    return secret, public


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small catalogue."""
    project = write_project(tmp_path_factory.mktemp("signed"), catalogue_files())
    build(SiteBuilder(project, project / "processes"), project)
    return project / "site"


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    shutil.copytree(built, tmp_path / "site")
    return tmp_path / "site"


def _files(site: Path) -> dict[str, Path]:
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    return {uri: path for uri, path in found.items() if not uri.startswith(".")}


def test_a_signed_site_is_told_from_one_that_somebody_changed_with_its_manifest(site: Path, tmp_path: Path) -> None:
    """A manifest alone is rewritten by whoever rewrites a page; the signature is not."""
    secret, public = new_key(tmp_path / "keys", "office")
    _, other = new_key(tmp_path / "keys", "other")
    signed = sikum("sign", site, "--key", secret)
    assert signed.returncode == 0, signed.stderr
    sound = sikum("verify", site, "--public-key", public)
    assert (sound.returncode, sound.stdout) == (0, ""), sound.stdout
    assert "https://catalogue.example.org/" in sound.stderr
    text = public.read_text().splitlines()[1]
    assert sikum("verify", site, "--public-key", text).returncode == 0
    wrong = sikum("verify", site, "--public-key", other)
    assert wrong.returncode == 1
    assert wrong.stdout.startswith(f"not signed by this key: {MANIFEST}: ")
    page = site / "first/index.html"
    content = page.read_bytes().replace("תהליך".encode(), "משהו".encode())
    page.unlink()
    page.write_bytes(content)
    hashes = {uri: hash_of(path.read_bytes()) for uri, path in _files(site).items()}
    for uri, forged_list in manifest_files(hashes).items():
        (site / uri).unlink()
        (site / uri).write_bytes(forged_list)
    assert sikum("verify", site).returncode == 0
    forged = sikum("verify", site, "--public-key", public)
    assert forged.returncode == 1
    assert forged.stdout.startswith("not signed by this key")


def test_a_site_on_the_web_is_checked_by_its_signature_too(site: Path, tmp_path: Path) -> None:
    """A journalist has an address and a key, and no folder; a kept copy with its signature proves an older state."""
    secret, public = new_key(tmp_path / "keys", "office")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    try:
        unsigned = sikum("verify", address, "--public-key", public)
        assert (unsigned.returncode, unsigned.stdout) == (1, f"not signed: {MANIFEST}\n")
        assert sikum("sign", site, "--key", secret).returncode == 0
        assert sikum("verify", address, "--public-key", public).returncode == 0
        kept = tmp_path / "kept.json"
        shutil.copy(site / MANIFEST, kept)
        shutil.copy(site / SIGNATURE, tmp_path / "kept.json.minisig")
        (site / SIGNATURE).unlink()
        (site / "data/promises.csv").unlink()
        found = sikum("verify", address, "--manifest", kept, "--public-key", public)
    finally:
        server.shutdown()
        server.server_close()
    assert (found.returncode, found.stdout) == (1, "missing: data/promises.csv\n")
    assert "signed: " in found.stderr


def test_the_same_site_has_the_same_signature_and_an_older_one_is_not_of_a_newer_site(
    site: Path, tmp_path: Path
) -> None:
    """Two machines that build and sign the same content can be compared; what was signed last month says nothing of today."""
    secret, public = new_key(tmp_path / "keys", "office")
    assert sikum("sign", site, "--key", secret).returncode == 0
    first = (site / SIGNATURE).read_bytes()
    assert sikum("sign", site, "--key", secret).returncode == 0
    assert (site / SIGNATURE).read_bytes() == first
    (site / MANIFEST).write_bytes((site / MANIFEST).read_bytes().replace(b'"version":2', b'"version": 2'))
    assert sikum("verify", site, "--public-key", public).returncode == 1


def test_a_password_is_asked_for_and_a_wrong_one_signs_nothing(site: Path, tmp_path: Path) -> None:
    """A pipeline hands the password in; what is printed holds none of it."""
    secret, public = new_key(tmp_path / "keys", "office", "open sesame")
    wrong = sikum("sign", site, "--key", secret, given="nothing\n")
    assert wrong.returncode == 1
    assert not (site / SIGNATURE).exists()
    right = sikum("sign", site, "--key", secret, given="open sesame\n")
    assert right.returncode == 0, right.stderr
    assert "sesame" not in right.stdout + right.stderr
    assert sikum("verify", site, "--public-key", public).returncode == 0


def test_a_key_that_could_be_published_is_refused(site: Path, tmp_path: Path) -> None:
    """One commit, or one upload, and everybody could sign for the office."""
    secret, _ = new_key(tmp_path / "keys", "office")
    inside = site / "office.key"
    shutil.copy(secret, inside)
    found = sikum("sign", site, "--key", inside)
    assert found.returncode == 1
    assert "lies in the site" in found.stderr
    inside.unlink()
    subprocess.run(["git", "init", "-q", tmp_path / "repository"], check=True)
    shutil.copy(secret, tmp_path / "repository/office.key")
    found = sikum("sign", site, "--key", tmp_path / "repository/office.key")
    assert found.returncode == 1
    assert "lies in the repository" in found.stderr
    assert not (site / SIGNATURE).exists()


def test_without_minisign_it_is_said_what_is_missing(site: Path, tmp_path: Path) -> None:
    """An office that follows the page on a fresh machine is told the one thing to do."""
    secret, public = new_key(tmp_path / "keys", "office")
    for words in (("sign", str(site), "--key", str(secret)), ("verify", str(site), "--public-key", str(public))):
        assert sikum("sign", site, "--key", secret).returncode == 0
        done = run("generator", *words, environment=environment(PATH=str(tmp_path), SIKUM_LANG="en"))
        assert done.returncode == 1
        assert "minisign is not installed" in done.stderr
