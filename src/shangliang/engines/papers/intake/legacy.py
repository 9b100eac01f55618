"""Old Word and WPS files (.doc, .wps) through LibreOffice, where the machine has it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess  # noqa: S404 - fixed command, no shell, own profile folder
import tempfile
from pathlib import Path

from .refusals import UploadRefused

TIMEOUT_SECONDS = 60
NO_CONVERTER = "这台服务器不能读 .{kind} 旧格式。请用 Word 或 WPS 另存为 .docx 后重新上传。"
NOT_CONVERTED = "文件转换不成功，可能已损坏。请用 Word 或 WPS 另存为 .docx 后重新上传。"
TOO_SLOW = "文件转换超过 60 秒，已停止。请用 Word 或 WPS 另存为 .docx 后重新上传。"


def converter() -> str | None:
    """The LibreOffice program, or None."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def to_docx(data: bytes, kind: str) -> bytes:
    """A .doc or .wps as .docx. Raises ``UploadRefused`` (``no_converter``, ``broken``, ``timeout``).

    Each call has a profile folder of its own, so that two conversions never share one; macros do
    not run in a headless conversion.
    """
    program = converter()
    if program is None:
        raise UploadRefused("no_converter", NO_CONVERTER.format(kind=kind))
    with tempfile.TemporaryDirectory(prefix="shangliang-word-") as folder:
        source = Path(folder) / "in.doc"
        source.write_bytes(data)
        profile = (Path(folder) / "profile").as_uri()
        _run(
            [
                program,
                f"-env:UserInstallation={profile}",
                "--headless",
                "--norestore",
                "--convert-to",
                "docx:MS Word 2007 XML",
                "--outdir",
                folder,
                str(source),
            ]
        )
        made = Path(folder) / "in.docx"
        if not made.is_file() or not made.stat().st_size:
            raise UploadRefused("broken", NOT_CONVERTED)
        return made.read_bytes()


def _run(command: list[str]) -> None:
    process = subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        process.wait(TIMEOUT_SECONDS)
    except subprocess.TimeoutExpired as error:
        # soffice starts a child that outlives it; the whole group goes.
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
        raise UploadRefused("timeout", TOO_SLOW) from error
