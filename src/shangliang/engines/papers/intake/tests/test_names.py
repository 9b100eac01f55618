"""File names are made safe to show and to send back."""

from __future__ import annotations

import pytest

from shangliang.engines.papers.intake import safe_name


@pytest.mark.parametrize(
    "name, shown",
    [
        ("../../etc/passwd.docx", "passwd.docx"),
        ("C:\\用户\\提案.docx", "提案.docx"),
        ("提案\r\nSet-Cookie: a=b.docx", "提案Set-Cookie a=b.docx"),
        ("提案\u202excod.exe", "提案xcod.exe"),
        ("林㛃的提案.docx", "林㛃的提案.docx"),
        ("a<b>|c?.docx", "abc.docx"),
        ("", "未命名"),
        ("...", "未命名"),
        (".docx", "docx"),
        ("长" * 300 + ".docx", "长" * 115 + ".docx"),
    ],
)
def test_a_name_is_made_safe_to_show(name, shown):
    assert safe_name(name) == shown
