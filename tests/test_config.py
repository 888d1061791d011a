"""A real practice does not start without its secrets; the demo makes its own."""

import base64
from pathlib import Path

import pytest

from practice.config import Misconfigured, Settings

KEY = base64.b64encode(b"k" * 32).decode()
TOLD = {"PRACTICE_URL": "https://practice.example.test", "PRACTICE_SECRET_KEY": "s" * 40, "PRACTICE_MASTER_KEY": KEY}


def test_the_demo_keeps_the_secrets_it_made(tmp_path: Path) -> None:
    told = {"PRACTICE_DATA": str(tmp_path)}
    first, again = (Settings.from_environ(told, demo=True) for _ in range(2))
    assert first.secret_key == again.secret_key
    assert first.master_key == again.master_key
    assert [oct(f.stat().st_mode & 0o777) for f in tmp_path.iterdir()] == ["0o600"] * 2


@pytest.mark.parametrize("name", sorted(TOLD))
def test_a_real_practice_names_the_setting_it_lacks(tmp_path: Path, name: str) -> None:
    told = {"PRACTICE_DATA": str(tmp_path), **TOLD}
    del told[name]
    with pytest.raises(Misconfigured, match=name):
        Settings.from_environ(told)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("value", ["short", base64.b64encode(b"k" * 16).decode(), "ä"])
def test_a_weak_master_key_is_refused(tmp_path: Path, value: str) -> None:
    with pytest.raises(Misconfigured, match="PRACTICE_MASTER_KEY"):
        Settings.from_environ({"PRACTICE_DATA": str(tmp_path), **TOLD, "PRACTICE_MASTER_KEY": value})


def test_private_words_never_travel_open(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="https"):
        Settings.from_environ({"PRACTICE_DATA": str(tmp_path), **TOLD, "PRACTICE_URL": "http://practice.example.test"})
