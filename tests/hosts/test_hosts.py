"""The examples for web servers, served for real: every type of file with its headers, its charset and its compression."""

from __future__ import annotations

import gzip
import re
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from email.message import Message
from pathlib import Path

import pytest

from generator.plugin.policy import headers_file

EXAMPLES = Path(__file__).parents[2] / "examples" / "hosts"
TEXT = "שלום, سلام, hello. " * 200
TYPES = {
    "index.html": "text/html",
    "style.css": "text/css",
    "app.js": "(application|text)/javascript",
    "data.json": "application/json",
    "feed.xml": "(application|text)/xml",
    "drawing.svg": r"image/svg\+xml",
    "table.csv": "text/csv",
    "due.ics": "text/calendar",
}
"""Texts of every kind that a site has, and what a reader's program has to be told of them."""


@pytest.fixture(scope="module")
def site() -> Iterator[Path]:
    """A folder with a file of every type, and the headers that a build writes."""
    # not pytest's own folder, where a server that gave up its rights may not read
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield filled(Path(name) / "site")


def filled(root: Path) -> Path:
    """The folder, with its files."""
    root.mkdir()
    for name in (*TYPES, "404.html"):
        (root / name).write_text(TEXT, encoding="utf-8")
    (root / "font.woff2").write_bytes(bytes(range(256)) * 20)
    (root / "_headers").write_text(headers_file([]), encoding="utf-8")
    return root


def wanted(site: Path) -> dict[str, str]:
    """Header by header, what the build asks of a host."""
    return dict(re.findall(r"^  ([A-Za-z-]+): (.+)$", (site / "_headers").read_text("utf-8"), re.MULTILINE))


def example(name: str, site: Path, port: int) -> str:
    """The example as its reader would fill it in, on this machine and without a certificate."""
    text = (EXAMPLES / name).read_text(encoding="utf-8")
    text = text.replace('"…"', f'"{wanted(site)["Content-Security-Policy"]}"').replace("/srv/sikum/site", str(site))
    return text.replace("listen 443 ssl", f"listen 127.0.0.1:{port}").replace("*:443", f"127.0.0.1:{port}")


def nginx(folder: Path, site: Path, port: int) -> list[str]:
    """Debian's nginx with the example in its `http` block."""
    config = folder / "nginx.conf"
    config.write_text(
        f"daemon off; pid {folder}/pid; error_log {folder}/errors; worker_processes 1; events {{}}\n"
        f"http {{ include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;\n"
        f"client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fcgi;\n"
        f"uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;\n{example('nginx.conf', site, port)}\n}}\n",
        encoding="utf-8",
    )
    return ["/usr/sbin/nginx", "-c", str(config), "-e", f"{folder}/errors"]


def apache(folder: Path, site: Path, port: int) -> list[str]:
    """Debian's Apache with the modules that the example names."""
    modules = ("mpm_event", "authz_core", "dir", "headers", "mime", "filter", "deflate")
    config = folder / "apache.conf"
    config.write_text(
        "".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in modules)
        + f"ServerRoot {folder}\nServerName localhost\nPidFile {folder}/pid\nErrorLog {folder}/errors\n"
        f"User www-data\nGroup www-data\n"
        f"DefaultRuntimeDir {folder}\nListen 127.0.0.1:{port}\nTypesConfig /etc/mime.types\n"
        + example("apache.conf", site, port),
        encoding="utf-8",
    )
    return ["/usr/sbin/apache2", "-X", "-f", str(config)]


def caddy(folder: Path, site: Path, port: int) -> list[str]:
    """Debian's Caddy, without its automatic certificates."""
    config = folder / "Caddyfile"
    text = example("Caddyfile", site, port).replace("sikum.example.org {", f"http://127.0.0.1:{port} {{")
    config.write_text(
        f"{{\n\tadmin off\n\tauto_https off\n\tstorage file_system {folder}\n}}\n{text}", encoding="utf-8"
    )
    return ["/usr/bin/caddy", "run", "--adapter", "caddyfile", "--config", str(config)]


SERVERS: dict[str, Callable[[Path, Path, int], list[str]]] = {"nginx": nginx, "apache": apache, "caddy": caddy}


@pytest.fixture(scope="module", params=SERVERS)
def address(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with its example, on a free port."""
    folder = tmp_path_factory.mktemp(request.param)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = SERVERS[request.param](folder, site, port)
    assert shutil.which(command[0]), f"{command[0]} is missing: .ci/system-packages test"
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        for _ in range(200):
            if process.poll() is not None:
                pytest.fail(f"{command[0]} ended: {process.stdout.read() if process.stdout else ''}")
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.communicate(timeout=30)


def ask(address: str) -> tuple[int, Message, bytes]:
    """What is answered to a browser: status, headers, body."""
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers, refused.read()


@pytest.mark.parametrize("name", [*TYPES, "font.woff2", "no/such/page"])
def test_every_answer_has_the_headers_of_the_site(address: str, site: Path, name: str) -> None:
    """A header that one `location` drops is a page that anybody may frame or put a script into."""
    status, headers, _ = ask(address + name)
    assert status == (404 if name == "no/such/page" else 200)
    assert {key: headers.get_all(key) for key in wanted(site)} == {key: [value] for key, value in wanted(site).items()}


@pytest.mark.parametrize(("name", "kind"), TYPES.items())
def test_texts_say_their_type_and_charset_and_are_sent_small(address: str, name: str, kind: str) -> None:
    """A Hebrew table without a charset is opened as gibberish; a page that is not compressed is five times as long."""
    _, headers, body = ask(address + name)
    assert re.fullmatch(rf"{kind};\s*charset=utf-8", headers["Content-Type"] or "", re.IGNORECASE)
    assert headers["Content-Encoding"] == "gzip"
    assert "accept-encoding" in headers["Vary"].lower()
    assert gzip.decompress(body).decode("utf-8") == TEXT


def test_what_is_not_there_is_answered_by_the_sites_own_page(address: str) -> None:
    """With its text and the status 404, so that search engines forget the address."""
    status, headers, body = ask(address + "no/such/page")
    text = gzip.decompress(body) if headers["Content-Encoding"] == "gzip" else body
    assert (status, text.decode("utf-8")) == (404, TEXT)


@pytest.mark.parametrize(("name", "kept"), [("index.html", "no-cache"), ("font.woff2", "public, max-age=3600")])
def test_pages_are_asked_for_again_and_fonts_are_kept(address: str, name: str, kept: str) -> None:
    """A withdrawn name must be gone at the next visit."""
    assert ask(address + name)[1].get_all("Cache-Control") == [kept]
