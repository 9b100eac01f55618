"""Writing a result: an advice, checked."""

from ..actors.models import Actor
from ..procedures.verdicts import refuse
from .intake import keep_secrets_out
from .models import Advice, Result


def check_advice(case: Result, text: str, kind: str, unit: int | None) -> None:
    """A full sentence; a unit of this committee."""
    if len(text.strip()) < 6:
        raise refuse("请写一条完整的建议：谁做什么。")
    if len(text.strip()) > 600:
        raise refuse("一条建议写在 600 字以内，长的请分开。")
    if kind and kind not in Advice.Kind.values:
        raise refuse("请选哪一类建议，或者不选。")
    keep_secrets_out(text)
    if unit and not Actor.objects.filter(
        committee_id=case.committee_id, pk=unit, kind=Actor.Kind.UNIT, active=True
    ):
        raise refuse("没有这个单位，请从名册里选。")


def advice_of(case: Result, advice: int) -> Advice:
    row: Advice | None = case.advices.filter(pk=advice).first()
    if row is None:
        raise refuse("没有这一条建议。", "wall")
    return row
