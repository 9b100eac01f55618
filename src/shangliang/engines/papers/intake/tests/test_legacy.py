"""Old formats go through LibreOffice where it is, and say so where it is not."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from shangliang.engines.papers.intake import UploadRefused, legacy, read_proposal_file
from shangliang.engines.papers.intake.tests.layouts import ASKS, TITLE, chinese_headings


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
@pytest.mark.slow
def test_an_old_word_file_is_split_like_a_new_one(tmp_path):
    (tmp_path / "a.docx").write_bytes(chinese_headings())
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'p').as_uri()}",
            "--headless",
            "--convert-to",
            "doc:MS Word 97",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "a.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=60,
    )
    draft = read_proposal_file((tmp_path / "a.doc").read_bytes(), "doc")
    assert draft.title == TITLE
    assert draft.asks == ASKS


def test_without_libreoffice_the_sender_is_told_what_to_do(monkeypatch):
    monkeypatch.setattr(legacy, "converter", lambda: None)
    with pytest.raises(UploadRefused) as caught:
        read_proposal_file(b"x", "wps")
    assert caught.value.code == "no_converter"
    assert ".wps" in caught.value.message_zh
    assert ".docx" in caught.value.message_zh


def test_a_conversion_that_hangs_is_stopped(monkeypatch, tmp_path):
    slow = tmp_path / "soffice"
    slow.write_text("#!/bin/sh\nsleep 30\n")
    slow.chmod(0o755)
    monkeypatch.setattr(legacy, "converter", lambda: str(slow))
    monkeypatch.setattr(legacy, "TIMEOUT_SECONDS", 0.2)
    with pytest.raises(UploadRefused, match="timeout"):
        legacy.to_docx(b"x", "doc")


def test_a_conversion_that_makes_nothing_is_told(monkeypatch):
    monkeypatch.setattr(legacy, "converter", lambda: "/bin/true")
    with pytest.raises(UploadRefused, match="broken"):
        legacy.to_docx(b"x", "doc")
