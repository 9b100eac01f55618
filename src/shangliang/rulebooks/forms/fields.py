"""Fields that read what an office writes."""

from typing import Any

from django import forms
from pypinyin import Style, lazy_pinyin

from ...engines.calendar import Span, SpanError


class SpanField(forms.CharField):
    """A limit: 10个工作日, 3个月, 6月30日前 or the short 10wd; kept as the short spelling."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=20, **kwargs)

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if not text:
            return ""
        try:
            return Span.parse(text).format()
        except SpanError as error:
            raise forms.ValidationError(str(error)) from error

    def prepare_value(self, value: Any) -> Any:
        """What is stored is shown in words; what was typed wrong stays as typed."""
        try:
            return Span.parse(value).words() if value else value
        except (SpanError, TypeError):
            return value


class LinesField(forms.CharField):
    """A list of short names, one a line."""

    widget = forms.Textarea(attrs={"rows": 5})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, (list, tuple)) else value

    def clean(self, value: Any) -> list[str]:  # type: ignore[override]
        lines = [line.strip() for line in super().clean(value).splitlines()]
        found = list(dict.fromkeys(line for line in lines if line))
        if self.required and not found:
            raise forms.ValidationError("至少写一行。")
        if too_long := [line for line in found if len(line) > 40]:
            raise forms.ValidationError(f"“{too_long[0][:12]}…”太长，每行不超过 40 字。")
        return found


def code_for(name: str, taken: set[str]) -> str:
    """A code nobody has to think of: pinyin initials, numbered where they are taken."""
    letters = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER, errors="ignore")).lower()
    stem = "".join(c for c in letters if c.isascii() and c.isalnum())[:20] or "x"
    code, n = stem, 2
    while code in taken:
        code, n = f"{stem}{n}", n + 1
    return code
