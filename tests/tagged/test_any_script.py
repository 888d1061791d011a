"""Names in any script stay names on paper, whatever faces a machine has."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.files import ROOT
from tests.reporting import sample
from tests.tagged.faults import faults

NAMES = ["ليلى", "פטריק נועה", "आराध्या", "Ñandú Łukasz", "Ана Ђорђевић", "Ελένη", "Nguyễn Thị Ánh", "สมชาย", "👩🏽‍🌾 Ana ❤️ 🇬🇧"]
NOTHING = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><cachedir>{}</cachedir></fontconfig>'


def has_chinese() -> bool:
    said = subprocess.run(["fc-list", ":lang=zh-cn", "family"], capture_output=True, check=False)
    return bool(said.stdout.strip())


def on_a_plain_machine(folder: Path, *names: str) -> str:
    """The faults of papers with these names where our own faces are the only ones."""
    (folder / "fonts.conf").write_text(NOTHING.format(folder / "cache"))
    words = [sys.executable, "-m", "tests.tagged.plain_machine", *names]
    told = {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf"), "PYTHONPATH": str(ROOT)}
    return subprocess.run(words, cwd=ROOT, env=told, capture_output=True, check=True, text=True).stdout


def test_no_name_turns_into_boxes_with_our_faces_alone(tmp_path: Path) -> None:
    assert on_a_plain_machine(tmp_path, *NAMES) == ""


def test_the_control_a_name_that_our_faces_have_not_is_found(tmp_path: Path) -> None:
    assert "boxes in place of letters" in on_a_plain_machine(tmp_path, "王小明")


@pytest.mark.skipif(not has_chinese(), reason="without fonts-noto-cjk")
def test_chinese_japanese_and_korean_stay_names_with_the_systems_faces() -> None:
    assert faults(sample.printed(sample.saying("王小明 花子 ハナコ 김민준", name="王小明"))) == []
