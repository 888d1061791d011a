"""A small server on loopback that counts every request: where nobody may ever knock."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Canary(ThreadingHTTPServer):
    """Counts who came, and for what."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Bird)
        self.hits: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Bird(BaseHTTPRequestHandler):
    server: Canary

    def do_GET(self) -> None:
        self.server.hits.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "text/css" if self.path.endswith("css") else "image/svg+xml")
        self.end_headers()
        self.wfile.write(b"/* sung */" if self.path.endswith("css") else b'<svg xmlns="http://www.w3.org/2000/svg"/>')

    def log_message(self, *_args: object) -> None:
        pass


@contextmanager
def singing() -> Iterator[Canary]:
    bird = Canary()
    thread = threading.Thread(target=bird.serve_forever, daemon=True)
    thread.start()
    yield bird
    bird.shutdown()
    bird.server_close()
