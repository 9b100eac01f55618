"""Events among letters (热点): many letters on one matter at one place.

Letters are compared by pairs of characters of the title (twice) and the first lines; groups are made by
average linkage inside the connected parts of a neighbourhood graph, so that many thousand letters stay
cheap; groups whose titles name the same place and matter are joined. Over texts only, never persons.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import log

import numpy as np

from .fold import fold
from .stock import without_stock
from .tokens import RUN, grams_of_run

FIRST = 200  # characters of the body that count
APART = 0.86  # average distance up to which letters are one group
JOIN, JOIN_SHORT = (
    0.25,
    0.30,
)  # likeness of two groups that name the same thing, by length of the name
NAME_MOST, NAME_SHARE, NAME_OWN = (
    80,
    0.4,
    0.5,
)  # a name: in few titles, in much of the group, mostly there
TOUCH = 0.08  # likeness from which two letters are neighbours
COMMON = 0.05  # a pair in more letters than this share does not make neighbours
DATE = re.compile(r"(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})")


@dataclass(frozen=True)
class Letter:
    """A letter, report or proposal as it is grouped."""

    id: str
    title: str
    body: str
    day: date | None = None


@dataclass(frozen=True)
class Event:
    """A group: its members, the place its texts name, first and last day, the most typical title."""

    id: str
    members: tuple[str, ...]
    place: str
    first: date | None
    last: date | None
    title: str


def day_of(text: str) -> date | None:
    """The day in ``2019/2/28 11:25:05`` and its like; None when there is none."""
    found = DATE.search(text or "")
    if not found:
        return None
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        return None


def weights_of(letters: Sequence[Letter]) -> list[dict[str, float]]:
    """Unit vectors of the letters: pairs of characters by rarity."""
    counted: list[Counter[str]] = []
    for letter in letters:
        count: Counter[str] = Counter()
        for text, times in ((letter.title, 2), (letter.body[:FIRST], 1)):
            for run in RUN.findall(without_stock(fold(text))):
                for gram in grams_of_run(run):
                    if len(gram) > 1:
                        count[gram] += times
        counted.append(count)
    have: Counter[str] = Counter()
    for count in counted:
        have.update(count.keys())
    total = len(letters)
    out = []
    for count in counted:
        vector = {g: (1 + log(c)) * log((1 + total) / have[g]) for g, c in count.items()}
        size = sum(v * v for v in vector.values()) ** 0.5 or 1.0
        out.append({g: v / size for g, v in vector.items()})
    return out


def groups_of(letters: Sequence[Letter], apart: float = APART) -> list[list[int]]:
    """Groups of letter numbers, the largest first; a letter alone is a group of one."""
    if len(letters) < 2:
        return [[n] for n in range(len(letters))]
    vectors = weights_of(letters)
    return joined(letters, vectors, linked(vectors, apart))


def linked(vectors: Sequence[dict[str, float]], apart: float) -> list[list[int]]:
    """Average linkage inside each connected part of the neighbourhood graph."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import connected_components
    from scipy.spatial.distance import squareform

    names = {gram: n for n, gram in enumerate(sorted({g for v in vectors for g in v}))}
    rows = np.repeat(np.arange(len(vectors)), [len(v) for v in vectors])
    columns = np.fromiter((names[g] for v in vectors for g in v), dtype=np.int64, count=len(rows))
    values = np.fromiter(
        (w for v in vectors for w in v.values()), dtype=np.float32, count=len(rows)
    )
    matrix = csr_matrix((values, (rows, columns)), shape=(len(vectors), max(len(names), 1)))
    have = np.bincount(columns, minlength=matrix.shape[1])
    rare = matrix[:, have <= max(20, COMMON * len(vectors))]
    _, part = connected_components((rare @ rare.T) > TOUCH, directed=False)
    groups: list[list[int]] = []
    for members in _by(part):
        if len(members) == 1:
            groups.append(members)
            continue
        some = matrix[members]
        distance = 1 - np.asarray((some @ some.T).todense(), dtype=np.float64)
        np.fill_diagonal(distance, 0)
        tree = linkage(squareform(np.clip(distance, 0, 1), checks=False), "average")
        for inner in _by(fcluster(tree, apart, "distance")):
            groups.append([members[n] for n in inner])
    return sorted(groups, key=lambda g: (-len(g), g[0]))


def _by(labels: np.ndarray) -> list[list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for n, label in enumerate(labels):
        found[int(label)].append(n)
    return list(found.values())


def names_in(title: str) -> set[str]:
    """Runs of three to six characters of a title: one of them may be a name."""
    out: set[str] = set()
    for run in RUN.findall(without_stock(fold(title))):
        for size in range(3, 7):
            out.update(run[i : i + size] for i in range(len(run) - size + 1))
    return out


def centre(vectors: Sequence[dict[str, float]], members: Sequence[int]) -> dict[str, float]:
    total: Counter[str] = Counter()
    for n in members:
        for gram, value in vectors[n].items():
            total[gram] += value  # type: ignore[assignment]
    size = sum(v * v for v in total.values()) ** 0.5 or 1.0
    return {g: v / size for g, v in total.items()}


def likeness(one: dict[str, float], other: dict[str, float]) -> float:
    """Cosine of two unit vectors."""
    if len(one) > len(other):
        one, other = other, one
    return sum(v * other.get(g, 0.0) for g, v in one.items())


def joined(
    letters: Sequence[Letter], vectors: Sequence[dict[str, float]], groups: list[list[int]]
) -> list[list[int]]:
    """Groups that name the same place or thing and speak of the same matter become one."""
    names = [names_in(letter.title) for letter in letters]
    have = Counter(name for some in names for name in some)
    for _ in range(3):
        groups = sorted(groups, key=lambda g: (-len(g), g[0]))
        centres = [centre(vectors, g) for g in groups]
        inside = [Counter(n for i in g for n in names[i] if have[n] <= NAME_MOST) for g in groups]
        where: dict[str, list[int]] = defaultdict(list)
        for at, counts in enumerate(inside):
            for name, count in counts.items():
                if count * 2 >= len(groups[at]):
                    where[name].append(at)
        gone: set[int] = set()
        for at, group in enumerate(groups):
            if at in gone or len(group) < 3:
                continue
            size = len(group)
            longest: dict[int, int] = {}
            for name, count in inside[at].items():
                if count >= max(2, NAME_SHARE * size) and count >= NAME_OWN * have[name]:
                    for other in where[name]:
                        if other > at and other not in gone:
                            longest[other] = max(longest.get(other, 0), len(name))
            for other, length in longest.items():
                if likeness(centres[at], centres[other]) >= (JOIN if length >= 4 else JOIN_SHORT):
                    group += groups[other]
                    gone.add(other)
        if not gone:
            break
        groups = [g for at, g in enumerate(groups) if at not in gone]
    return sorted(groups, key=lambda g: (-len(g), g[0]))


PLACE = re.compile(
    r"(?:[A-Z]\d{0,2}[市区县])|[一-鿿]{2,8}?(?:市|区|县|镇|乡|街道|社区|村|小区|新城|城|花园|家园|苑|府|湾畔|湾|公馆|"
    r"公园|广场|大道|路|街|桥|学校|小学|中学|学院|大学|医院|园区|水库|河|湖|滩){1,2}"
)
WIDE = re.compile(r"[A-Z]\d{0,2}[市区县]|[一-鿿]{1,3}[^小社校园景片厂街][市区县]")
NOT_PLACE = re.compile(
    r"^(?:我们|他们|建议|关于|请问|咨询|反映|投诉|希望|解决|加快|完善|部分|一些|这个|道路|学校|小区|社区)"
    # What no name has: a stretch with one of these is a piece of a sentence that ends like a name.
    r"|[的是在有要去从到并被把让向和与及或对于请我你他她这那个没不求给为以就都也还很再将即]"
    r"|导致|召开|排入|确定|必须|违规|违法|附近|旁边|业主|居民|开发商|学生|职工|政府|部门"
)


def named(text: str) -> set[str]:
    """Stretches of a text that look like the name of a place."""
    return {p for p in PLACE.findall(text) if not NOT_PLACE.search(p)}


def place_of(titles: Sequence[str], bodies: Sequence[str] = ()) -> str:
    """The place most of the texts name: the district first, then the nearest name."""
    counts: Counter[str] = Counter()
    for title in titles:
        counts.update(named(title))
    # A title names what it is about; the text is asked where the titles name nothing near.
    if not any(c * 3 >= len(titles) and not WIDE.fullmatch(p) for p, c in counts.items()):
        for title, body in zip(titles, bodies, strict=False):
            counts.update(named(body[:120]) - named(title))
    if not counts:
        return ""
    half = max(1, len(titles) // 3)
    often = [(c, p) for p, c in counts.items() if c >= half] or [(c, p) for p, c in counts.items()]
    wide = [x for x in often if WIDE.fullmatch(x[1])]
    near = [x for x in often if x not in wide]
    parts = []
    if wide:
        # A district says more than its city.
        parts.append(max(wide, key=lambda x: (x[1][-1] in "区县", x[0], x[1]))[1])
    if near:
        parts.append(max(near, key=lambda x: (x[0], len(x[1]), x[1]))[1])
    return "".join(dict.fromkeys(parts))


def events_of(letters: Sequence[Letter], least: int = 2) -> list[Event]:
    """The groups of at least ``least`` letters, the largest first."""
    vectors = weights_of(letters)
    found: list[Event] = []
    for members in groups_of(letters):
        if len(members) < least:
            continue
        middle = centre(vectors, members)
        typical = max(members, key=lambda n: (likeness(vectors[n], middle), -n))
        days = sorted(d for n in members if (d := letters[n].day))
        found.append(
            Event(
                f"E{len(found) + 1}",
                tuple(letters[n].id for n in members),
                place_of([letters[n].title for n in members], [letters[n].body for n in members]),
                days[0] if days else None,
                days[-1] if days else None,
                letters[typical].title,
            )
        )
    return found
