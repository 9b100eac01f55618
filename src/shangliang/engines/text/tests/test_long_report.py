"""A report of two hundred pages: nothing is lost on the way, every finding keeps its page."""

from __future__ import annotations

import pytest

from shangliang.engines.text import read_source
from shangliang.engines.text.source import source_of_pages

PAGES = 200


def page(number: int) -> str:
    return "\n".join(
        [
            f"第{number}项工作已经开展，各方面情况总体平稳。",
            f"全县样板村建设完成投资{number}万元，增长{number % 9 + 1}%。",
            f"县水利局要在{number % 12 + 1}月底前完成第{number}段河道清淤。",
            "镇街\t到位资金（万元）",
            f"南浦镇\t{number + 300}",
            f"云岭镇\t{number + 400}",
            f"— {number} —",
        ]
    )


@pytest.mark.slow
def test_two_hundred_pages_are_read_to_the_last():
    reading = read_source(source_of_pages([page(n) for n in range(1, PAGES + 1)]))
    found = reading.findings
    invested = [i for i in found.indicators if i.unit == "万元" and not i.region.endswith("镇")]
    assert [i.value for i in invested] == [float(n) for n in range(1, PAGES + 1)]
    assert len([i for i in found.indicators if i.region == "南浦镇"]) == PAGES
    hard = [task for task in found.tasks if task.kind == "hard" and "清淤" in task.text]
    assert len(hard) == PAGES
    pages = [reading.source.pages[i.place.lines[0] - 1] for i in invested]
    assert pages == list(range(1, PAGES + 1))
