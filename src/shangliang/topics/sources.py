"""How this room's rows are named where others point at them: tasks, timelines."""

from ..procedures.seat import Seat
from ..tasks.sources import SOURCES, Source
from .models import Advice, Point
from .queries import analyses, consultations, paths, results, topics


def of_consultations(seat: Seat, ids: list[int]) -> dict[int, Source]:
    rows = consultations(seat).filter(pk__in=ids)
    return {r.pk: Source(r.kind.short, r.title, r.get_absolute_url()) for r in rows}


def of_results(seat: Seat, ids: list[int]) -> dict[int, Source]:
    rows = results(seat).filter(pk__in=ids)
    return {r.pk: Source("协商成果", r.title, r.get_absolute_url()) for r in rows}


def of_topics(seat: Seat, ids: list[int]) -> dict[int, Source]:
    return {
        r.pk: Source("议题", r.title, r.get_absolute_url()) for r in topics(seat).filter(pk__in=ids)
    }


def of_points(seat: Seat, ids: list[int]) -> dict[int, Source]:
    rows = Point.objects.filter(
        committee_id=seat.committee_id, pk__in=ids, consultation__in=consultations(seat)
    ).select_related("consultation")
    return {
        r.pk: Source(f"商定第 {r.order} 条", r.text, r.consultation.get_absolute_url())
        for r in rows
    }


def of_advices(seat: Seat, ids: list[int]) -> dict[int, Source]:
    rows = Advice.objects.filter(
        committee_id=seat.committee_id, pk__in=ids, result__in=results(seat)
    ).select_related("result")
    return {r.pk: Source(f"第 {r.order} 条建议", r.text, r.result.get_absolute_url()) for r in rows}


def of_analyses(seat: Seat, ids: list[int]) -> dict[int, Source]:
    rows = analyses(seat).filter(pk__in=ids)
    return {r.pk: Source("分析表", r.title, r.get_absolute_url()) for r in rows}


def of_paths(seat: Seat, ids: list[int]) -> dict[int, Source]:
    rows = paths(seat).filter(pk__in=ids)
    return {r.pk: Source("想法到项目", r.title, r.get_absolute_url()) for r in rows}


SOURCES.update(
    {
        "analysis": of_analyses,
        "path": of_paths,
        "consultation": of_consultations,
        "result": of_results,
        "topic": of_topics,
        "point": of_points,
        "advice": of_advices,
    }
)
