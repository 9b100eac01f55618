"""A day and a minute as the browser's own pickers write them."""

from typing import Any

from django import forms


class DayInput(forms.DateInput):
    """``<input type="date">`` takes ISO days only, whatever the language."""

    input_type = "date"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%Y-%m-%d", **kwargs)


class MinuteInput(forms.DateTimeInput):
    """``<input type="datetime-local">``."""

    input_type = "datetime-local"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M", **kwargs)
