"""An industry chain drawn on the server: a column a stage, a box a link, what nobody makes dashed (S-166)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from ..web.charts import WIDTH, frame, text

BOX_H, GAP, TOP = 48.0, 12.0, 34.0
LONGEST = 11  # characters of a line in a box


@dataclass(frozen=True)
class Link:
    """One link: its stage, who makes it (empty: nobody), how many leads are talked with."""

    stage: str
    name: str
    makers: str
    leads: int

    @property
    def words(self) -> str:
        """Second line of its box."""
        if self.makers:
            return self.makers
        return f"缺，在谈 {self.leads} 条" if self.leads else "缺，没有线索"


def chain_drawing(links: Sequence[Link]) -> SafeString | None:
    """None when there is nothing to draw."""
    stages = list(dict.fromkeys(link.stage for link in links))
    if not links:
        return None
    columns = {s: [link for link in links if link.stage == s] for s in stages}
    wide = (WIDTH - 28.0 * (len(stages) - 1)) / len(stages)
    tall = max(len(column) for column in columns.values())
    body: list[str] = []
    for n, (stage, column) in enumerate(columns.items()):
        left = n * (wide + 28)
        body.append(text(left + wide / 2, 20, stage, "middle", "ax-b f-ink"))
        if n:
            middle = TOP + tall * (BOX_H + GAP) / 2 - GAP / 2
            body.append(
                f'<path class="s-ink" stroke-width="1.5" d="M{left - 23:.1f} {middle:.1f}h15m-6 -5l6 5l-6 5"/>'
            )
        for row, link in enumerate(column):
            y = TOP + row * (BOX_H + GAP)
            dashed = "" if link.makers else ' stroke-dasharray="5 4"'
            body.append(
                f'<rect class="f-none {"s-ink" if link.makers else "s-near"}"{dashed} x="{left + 1:.1f}" '
                f'y="{y:.1f}" width="{wide - 2:.1f}" height="{BOX_H:g}" rx="4"/>'
            )
            body.append(text(left + 10, y + 20, short(link.name), "start", "ax-b f-ink"))
            tone = "ax" if link.makers else "ax f-near"
            body.append(text(left + 10, y + 38, short(link.words), "start", tone))
    bare = [link for link in links if not link.makers]
    said = f"{len(stages)} 段，{len(links)} 个环节，缺 {len(bare)} 个"
    if bare:
        said += "：" + "、".join(f"{link.name}（{link.words}）" for link in bare)
    return frame("k", "产业链图", said, TOP + tall * (BOX_H + GAP), body)


def short(words: str) -> str:
    """At most what fits in a box; the table below has the whole."""
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
