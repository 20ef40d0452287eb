"""Hands a page over to whoever called: into a file, into a pipe, into the browser, or served on this machine."""

from __future__ import annotations

import sys
import tempfile
import webbrowser
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import click

from feeds.errors import FeedsError

HOST = "127.0.0.1"


def hand_over(page: str, output: Path | None) -> None:
    """Writes a page to a file; without one into a pipe, or, on a terminal, into a file that the browser opens.

    Raises:
        FeedsError: it cannot be written.
    """
    if str(output) == "-" or (output is None and not sys.stdout.isatty()):
        sys.stdout.buffer.write(page.encode())
        return
    try:
        file = output or Path(tempfile.mkdtemp(prefix="feeds-")) / "preview.html"
        file.write_text(page, encoding="utf-8")
    except OSError as error:
        raise FeedsError(f"{output}: {error.strerror}") from None
    click.echo(file)
    if output is None:
        webbrowser.open(file.as_uri())


def serve(made: Callable[[], str], port: int) -> None:
    """Serves a page on this machine until it is interrupted; it is made anew for each request.

    Raises:
        FeedsError: nobody can listen there.
    """
    try:
        server = ThreadingHTTPServer((HOST, port), handler(made))
    except OSError as error:
        raise FeedsError(f"{HOST}:{port}: {error.strerror}", hint="Name another port; 0 takes any.") from None
    with server:
        click.echo(f"http://{HOST}:{server.server_port}/")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return


def handler(made: Callable[[], str]) -> type[BaseHTTPRequestHandler]:
    """What answers requests with a page, made anew for each."""

    class Handler(BaseHTTPRequestHandler):
        """Answers every request for / with the page as it is now."""

        def do_GET(self) -> None:
            """Answers a request."""
            if self.path.partition("?")[0] != "/" or not _is_own(self.headers.get("host", "")):
                self.send_error(404)
                return
            try:
                page, status, kind = made().encode(), 200, "text/html"
            except FeedsError as error:
                page, status, kind = f"{error}\n".encode(), 500, "text/plain"
            self.send_response(status)
            self.send_header("content-type", f"{kind}; charset=utf-8")
            self.send_header("content-length", str(len(page)))
            self.send_header("cache-control", "no-store")
            self.send_header("x-content-type-options", "nosniff")
            self.send_header("referrer-policy", "no-referrer")
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (named by the library)
            """Says nothing: there is one reader."""

    return Handler


def _is_own(host: str) -> bool:
    """Whether a request names this machine: other names that lead here are somebody's trick."""
    return host.rpartition(":")[0] in (HOST, "localhost") or host in (HOST, "localhost")
