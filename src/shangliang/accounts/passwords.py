"""What a password must be.

``dengbao3`` (GB/T 22239-2019 8.1.4.1 a): ten characters, three of four classes, none of the last
five, changed every 90 days. ``asvs`` drops the classes and the rotation (OWASP ASVS 6.2.5, 6.2.10).
Both refuse common ones and allow long ones and pasting.
"""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError
from django.utils import timezone

CLASSES = 3
KEPT = 5
LONGEST = 128
# Beside the world's common list: what offices type. Compared without case, marks and digits at the end.
COMMON_HERE = frozenset(
    [
        "zhengxie",
        "tian",
        "weiyuan",
        "admin",
        "administrator",
        "root",
        "password",
        "passwd",
        "passw0rd",
        "p@ssw0rd",
        "qwerty",
        "qwertyuiop",
        "asdfghjkl",
        "woaini",
        "wodemima",
        "mima",
        "abc",
        "abcd",
        "abcdef",
        "aaa",
        "test",
        "user",
        "guest",
        "changeme",
        "welcome",
        "letmein",
        "iloveyou",
        "shangliang",
    ]
)
MARKS = "!@#$%^&*()-_=+[]{};:,.<>?/|~` '\"\\"


def classes(password: str) -> int:
    """How many of: lower case, upper case, digit, other."""
    return sum(
        (
            any(c.islower() for c in password),
            any(c.isupper() for c in password),
            any(c.isdigit() for c in password),
            any(not c.isalnum() for c in password),
        )
    )


def bare(password: str) -> str:
    """The word inside: Zhengxie@2026! is zhengxie."""
    return password.lower().strip(MARKS + "0123456789")


class ThreeOfFour:
    """大写、小写、数字、符号四类至少三类 (dengbao3 only)."""

    def validate(self, password: str, user: Any = None) -> None:
        if settings.SECURITY_PROFILE == "dengbao3" and classes(password) < CLASSES:
            raise ValidationError("大写字母、小写字母、数字、符号这四类，至少要有三类。", "classes")

    def get_help_text(self) -> str:
        return "大写字母、小写字母、数字、符号至少三类。"


class NotCommonHere:
    """Not a word that everybody tries first."""

    def validate(self, password: str, user: Any = None) -> None:
        if bare(password) in COMMON_HERE or len(set(password.lower())) < 4:
            raise ValidationError("这个密码太常见，猜得到。请换一个。", "common")
        if len(password) > LONGEST:
            raise ValidationError(f"密码最长 {LONGEST} 个字符。", "long")

    def get_help_text(self) -> str:
        return "不能用常见的词。"


class NotAmongLast:
    """不能与最近五次相同."""

    def validate(self, password: str, user: Any = None) -> None:
        if user is None or not user.pk:
            return
        hashes = [user.password, *user.past_passwords.values_list("password", flat=True)[:KEPT]]
        if any(check_password(password, kept) for kept in hashes if kept):
            raise ValidationError(f"不能与最近 {KEPT} 次用过的密码相同。", "used")

    def get_help_text(self) -> str:
        return f"不能与最近 {KEPT} 次用过的相同。"


def too_old(user: Any) -> bool:
    """Whether the 90 days are over (dengbao3). A demonstration account is never asked."""
    if settings.SECURITY_PROFILE != "dengbao3" or user.demo or not user.password_changed_at:
        return False
    age: timedelta = timezone.now() - user.password_changed_at
    return age > timedelta(days=settings.PASSWORD_DAYS)
