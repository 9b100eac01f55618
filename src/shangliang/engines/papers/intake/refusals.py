"""Why a file is not taken in, in the words of the one who sent it."""

from __future__ import annotations


class UploadRefused(ValueError):
    """A file that is not taken in. ``code`` is for programs, ``message_zh`` for people."""

    def __init__(self, code: str, message_zh: str) -> None:
        super().__init__(f"{code}: {message_zh}")
        self.code = code
        self.message_zh = message_zh


EMPTY = "文件是空的（0 字节）。请重新选择文件。"
ENCRYPTED = "文件加了密码，系统打不开。请在原软件里取消密码后重新上传。"
MACROS = "文件里带有宏（可以自动运行的程序），不能接收。请另存为不带宏的格式后重新上传。"
BROKEN = "文件已损坏，打不开。请用原软件打开确认后重新保存、上传。"
BOMB = "文件解开后过大，像是被做了手脚，不能接收。"
CLASSIFIED = (
    "文件带有密级标志（{mark}）。本系统不处理涉密内容，文件没有保存。"
    "请按保密规定，通过机要渠道交送，并与本单位保密工作机构联系。"
)


def too_big(size: int, limit: int) -> UploadRefused:
    """The size limit, with both sizes named."""
    return UploadRefused(
        "too_big",
        f"文件有 {_megabytes(size)}，超过 {_megabytes(limit)} 的上限。请压缩图片或拆成几个文件。",
    )


def _megabytes(size: int) -> str:
    return f"{size / 1_048_576:.1f} MB" if size >= 104_858 else f"{max(1, size // 1024)} KB"
