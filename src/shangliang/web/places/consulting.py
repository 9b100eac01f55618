"""Places of the steps: Deliberating (议)."""

from .kinds import BUSINESS, CONSULTS, OFFICE, UNIT, Place, R

PLACES = (
    Place(
        "协商",
        "议题库",
        "topics",
        CONSULTS,
        (
            "topic",
            "topic-new",
            "topic-judging",
            "topic-judges",
            "topic-coverage",
            "deployment-new",
            "decisions",
        ),
    ),
    Place("协商", "协商计划", "plans", (*CONSULTS, *UNIT), ("plan", "plan-new")),
    Place(
        "协商",
        "协商",
        "consultations",
        (*CONSULTS, *UNIT),
        (
            "consultation",
            "consultation-new",
            "consultation-pairs",
            "minutes",
            "result-new",
            "consultation-ideas",
        ),
    ),
    Place("协商", "协商成果", "results", (*CONSULTS, *UNIT), ("result", "result-drafts")),
    Place("协商", "共识", "accords", CONSULTS, ("accord", "accord-new", "accord-amend")),
    Place(
        "协商",
        "议事日程",
        "agenda",
        (R.CLERK, R.SECOND_REVIEWER, R.SUPERVISOR, R.ORGANISER, R.LEADER),
        ("organ", "organ-new", "matter", "matter-new", "organ-meeting", "organ-meeting-new"),
    ),
    Place("协商", "解疑", "questions", (R.ORGANISER, *OFFICE, R.CONVENOR, R.LEADER, *UNIT)),
    Place("协商", "议事室", "rooms", CONSULTS, ("room", "room-new", "room-card", "room-session")),
    Place("协商", "联合协商", "joint", CONSULTS, ("joint-space", "joint-new")),
    Place(
        "协商",
        "线上商量",
        "rounds",
        BUSINESS,
        ("round", "round-new", "round-tickets", "round-balance"),
    ),
    Place(
        "协商",
        "通报协商",
        "briefings",
        (R.CLERK, R.SECOND_REVIEWER, R.SUPERVISOR, R.ORGANISER, R.LEADER),
        ("briefing",),
    ),
)
