"""The search page's form: everything in the address."""

from typing import Any

from django import forms

from ..find import Filters
from ..sources import SOURCES


class SearchForm(forms.Form):
    """Words and what narrows them. A wrong filter is left out, never an error page."""

    q = forms.CharField(
        label="检索词",
        required=False,
        strip=True,
        # A browser puts all of it into the address, and a server takes no address of 90 KB.
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "maxlength": 1000}),
    )
    kind = forms.ChoiceField(label="在哪里找", required=False)
    since = forms.IntegerField(label="从哪年", required=False, min_value=1949, max_value=2199)
    until = forms.IntegerField(label="到哪年", required=False, min_value=1949, max_value=2199)
    title = forms.BooleanField(label="只找标题", required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        self.fields["kind"].choices = [("", "全部")] + [  # type: ignore[attr-defined]
            (s.kind, s.label) for s in SOURCES.values()
        ]

    @property
    def filters(self) -> Filters:
        self.is_valid()
        said = self.cleaned_data
        since, until = said.get("since"), said.get("until")
        if since and until and since > until:  # meant the other way round
            since, until = until, since
        years = (since or 1949, until or 2199) if since or until else None
        return Filters(said.get("kind", ""), years, bool(said.get("title")))
