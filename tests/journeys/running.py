"""The whole practice as it runs for people: the command, its web server and its worker, as processes of their own."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


class Running:
    """One practice with its own data folder and port; `stop` ends all that was started here and nothing else."""

    def __init__(self, folder: Path, python: str = sys.executable, cwd: Path = ROOT, **environ: str) -> None:
        self._folder, self._python, self._cwd = folder, python, cwd
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("PRACTICE_", "PYTHON"))}
        told = {"PRACTICE_DATA": str(folder / "data"), "PRACTICE_URL": self.address, "PORT": str(self.port)}
        self.data = folder / "data"
        self.environ = {**clean, **told, "PYTHONUNBUFFERED": "1", **environ}
        self._started: dict[str, subprocess.Popen[bytes]] = {}

    def command(self, *words: str) -> str:
        """Run `practice WORDS` to its end; what it said."""
        return self.python("-m", "practice", *words)

    def python(self, *words: str) -> str:
        """Run Python in the practice's environment; what it said."""
        done = subprocess.run(
            [self._python, *words], cwd=self._cwd, env=self.environ, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def start(self, *words: str) -> None:
        """Start `practice WORDS` and leave it running; its words are kept in a file of its name."""
        with self._log(words[0]).open("ab") as log:
            self._started[words[0]] = subprocess.Popen(
                [self._python, "-m", "practice", *words],
                cwd=self._cwd, env=self.environ, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip

    def said(self, word: str) -> str:
        """What a started command has said so far."""
        return self._log(word).read_text(encoding="utf-8", errors="replace")

    def wait(self, word: str = "serve", seconds: float = 120) -> None:
        """Until the sign-in page answers."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and self._started[word].poll() is None:
            try:
                urllib.request.urlopen(f"{self.address}/sign-in", timeout=5).close()
            except urllib.error.HTTPError as error:
                raise AssertionError(f"{error}\n{self.said(word)}") from None
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise AssertionError(f"`practice {word}` does not answer:\n{self.said(word)}")

    def end(self, word: str) -> None:
        """End one started command as Ctrl-C or a system would, and be sure that its children are gone too."""
        process = self._started.pop(word)
        process.terminate()
        try:
            process.wait(timeout=60)  # patience for a busy machine, no figure
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)

    def kill(self, word: str) -> None:
        """Let one started command drop dead, and with it whatever it has started."""
        process = self._started.pop(word)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def stop(self) -> None:
        for word in list(self._started):
            self.end(word)

    def _log(self, word: str) -> Path:
        self._folder.mkdir(parents=True, exist_ok=True)
        return self._folder / f"{word}.log"
