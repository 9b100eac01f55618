"""Days in forms: the first form is how a day is put into a field, and a browser's date field shows
only ``2026-11-22``; with the language's own ``2026/11/22`` it would stand empty."""

DATE_INPUT_FORMATS = ["%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日"]
