"""Signatures of a site's manifest, made and checked by minisign: a program of the system, which keeps the key's secret itself."""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.disk.git import repository_of
from generator.disk.manifest import MANIFEST
from generator.wording.deferred import N_, DeferredError

SIGNATURE = f"{MANIFEST}.minisig"
_MISSING = N_("minisign is not installed (apt install minisign, brew install minisign)")


class BadSignature(DeferredError, ValueError):
    """A manifest is not signed by the key that was named. The message says what minisign says."""


class SigningFailed(DeferredError):
    """Nothing was signed or checked. The message says why."""


def sign(manifest: Path, key: Path, comment: str) -> Path:
    """Sign a manifest with a secret key. Returns the signature's file, beside it: the same bytes for the same manifest.

    `comment` is one line and signed too. minisign asks for the key's password, on the terminal or from standard input.
    Raises SigningFailed when it cannot be done, and for a key that lies in a repository or in the site.
    """
    site = manifest.parent.parent.resolve()
    if site in key.resolve().parents:
        raise SigningFailed(N_("the key lies in the site, which everybody can read: {path}"), path=key)
    if repository := repository_of(key.resolve().parent):
        raise SigningFailed(
            N_("the key lies in the repository {path}: keep it where no commit can take it along"), path=repository
        )
    target = manifest.with_name(f"{manifest.name}.minisig")
    words = [
        "-S",
        "-s",
        str(key),
        "-m",
        str(manifest),
        "-x",
        str(target),
        "-t",
        comment,
        "-c",
        "signature by sikum sign",
    ]
    done = _minisign(*words, asks=True)
    if done.returncode:
        raise SigningFailed(N_("minisign did not sign: {reason}"), reason=_error_of(done))
    return target


def check_signature(manifest: bytes, signature: bytes, public_key: str) -> str:
    """The signed comment of a manifest's signature. `public_key`: the key itself, or the path of its file.

    Raises BadSignature for one that is not this manifest's, or not by this key; SigningFailed without minisign.
    """
    with TemporaryDirectory(prefix="sikum-") as folder:
        file = Path(folder, "manifest.json")
        file.write_bytes(manifest)
        Path(folder, "manifest.json.minisig").write_bytes(signature)
        named = ["-p", public_key] if Path(public_key).is_file() else ["-P", public_key]
        done = _minisign("-V", "-Q", *named, "-m", str(file))
    if done.returncode:
        # -Q says nothing of content that is not what was signed, only of keys
        if not (reason := _error_of(done)):
            raise BadSignature(N_("what was signed is something else"))
        raise BadSignature(N_("the signature is not valid: {reason}"), reason=reason)
    return _one_line(done.stdout)


def _minisign(*words: str, asks: bool = False) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - words of our own and paths after flags
            ["minisign", *words],  # noqa: S607
            stdin=None if asks else subprocess.DEVNULL,
            stdout=None if asks else subprocess.PIPE,
            stderr=subprocess.PIPE,
            check=False,
        )
    except FileNotFoundError as error:
        raise SigningFailed(_MISSING) from error


def _error_of(done: subprocess.CompletedProcess[bytes]) -> str:
    return _one_line(done.stderr or b"")


def _one_line(text: bytes) -> str:
    return " ".join(text.decode("utf-8", "replace").split())
