"""Classes learned from the past, with how sure one may be.

Words and their neighbours, runs of one to three characters, and the beginning of the text again (there
stands the matter), by rarity, and of which fields of life it speaks (:mod:`.matters`), since a few hundred
letters name too few of the words that matter. Two or three machines learn (:mod:`.linear`; scikit-learn is
loaded when learning), their margins are averaged. How often a given margin was right is measured on texts
held back, and that is the probability said.
"""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from .fold import fold
from .linear import Linear, Neighbours, duties, softmax, weighed
from .matters import matters, shares
from .tokens import words

VERSION = 3  # of what is kept of learning; what another version kept is learned again
HEAD = 14  # words of the beginning that count apart
FOLDS = 5
BLOCK = 500  # texts asked about at once, so that memory does not grow with the question
FEW = 2  # examples a class needs to be learned
ENOUGH = 200  # texts from which what stands in one of them only is left out
REST = 2.0  # how steeply the others share what the first leaves
SMALL, FOLDS_OF_SMALL = 800, 10  # texts below which neighbours and duties have a say
FEW_SAY, MANY_SAY = (1.0, 0.5, 0.2), (1.0, 1.0)  # how much each machine has to say
MANY, FOLDS_OF_MANY = 3_000, 3  # texts from which fewer folds measure well enough


@dataclass(frozen=True)
class Guess:
    """A class and how likely it is."""

    label: str
    p: float


@dataclass
class Measured:
    """On texts held back: how many, how many right at first and among three, and right by sureness."""

    texts: int = 0
    right: float = 0.0
    right3: float = 0.0
    surest80: float = 0.0
    macro_f1: float = 0.0
    left_out: list[str] = field(default_factory=list)


def segmented(text: str) -> str:
    """Words with blanks between; a text that comes so already is left as it is."""
    return " ".join(words(text))


def _plain(seg: str) -> str:
    return seg.replace(" ", "")


def _head(seg: str) -> str:
    return " ".join(seg.split()[:HEAD])


def _plain_head(seg: str) -> str:
    return _plain(_head(seg))


def folds_for(texts: int) -> int:
    """How many parts are held back in turn: the fewer texts, the more each is missed in learning."""
    return FOLDS_OF_SMALL if texts < SMALL else FOLDS_OF_MANY if texts > MANY else FOLDS


def _fields(segs: Sequence[str]) -> Any:
    """What each text says of the fields of life, as further columns."""
    from scipy.sparse import csr_matrix

    return csr_matrix([shares(_plain_head(s), _plain(s)) for s in segs], dtype=np.float32)


def _split(seg: str) -> list[str]:
    return seg.split()


class Classifier:
    """Learns classes of segmented texts; :meth:`guess` says the likeliest."""

    def __init__(self, folds: int = 0, seed: int | None = None) -> None:
        """``folds``: how many parts to hold back in turn; by the number of texts when not said.
        ``seed``: which parts, where a measure wants others."""
        self.folds, self.seed = folds, seed
        self.labels: list[str] = []
        self.only = ""  # where the past knows one class only
        self.curve = (1.0, 0.0)  # slope and start: from the lead of the first to its probability
        self.middle: Any = np.zeros(1)  # of each machine's margins, and their spread
        self.spread: Any = np.ones(1)
        self.small = False  # learned of few
        self.measured = Measured()
        self._union: Any = None
        self._columns: list[slice] = []  # those each machine reads
        self._machine: list[Linear | Neighbours] | None = None
        self._names: list[str] = []  # of the classes, as people call them

    # -- learning

    def learn(
        self, segs: Sequence[str], labels: Sequence[str], groups: Sequence[str] = (),
        names: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        """Learn and measure. Texts of one group (near duplicates) are never on both sides. ``names``: what
        people call the classes, where a label does not say it."""
        said = [n for n, seg in enumerate(segs) if seg.strip()]
        count = Counter(labels[n] for n in said)
        keep = [n for n in said if count[labels[n]] >= FEW]
        self.measured = Measured(left_out=sorted(k for k, c in count.items() if c < FEW))
        segs, labels = [segs[n] for n in keep], [labels[n] for n in keep]
        groups = [groups[n] for n in keep] if groups else [str(n) for n in range(len(segs))]
        self.labels = sorted(set(labels))
        if len(self.labels) < 2:
            self.only = self.labels[0] if self.labels else ""
            return
        wanted = np.array([self.labels.index(label) for label in labels])
        self.small = len(segs) < SMALL
        self._union, matrix = self._fitted(segs)
        of_words = sum(len(made.vocabulary_) for _, made in self._union.transformer_list[:2])
        end = matrix.shape[1]
        everything, fields = slice(0, end), slice(end - 2 * len(matters()), end)
        halves = [slice(0, of_words), slice(of_words, end)]
        self._columns = [everything, everything, fields] if self.small else halves
        self._names = [(names or {}).get(label, label) for label in self.labels]
        self._calibrate(self._held_back(matrix, wanted, groups), wanted)
        self._machine = self._fit(matrix, wanted)

    def _fitted(self, segs: Sequence[str]) -> tuple[Any, Any]:
        """The features and the texts by them."""
        try:
            union = self._features(2 if len(segs) >= ENOUGH else 1)
            return union, union.fit_transform(segs).tocsr()
        except ValueError:  # nothing stands in two texts
            union = self._features(1)
            return union, union.fit_transform(segs).tocsr()

    def _features(self, least: int) -> Any:
        """Columns for what stands in at least so many texts."""
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.pipeline import FeatureUnion
        from sklearn.preprocessing import FunctionTransformer

        common = {"sublinear_tf": True, "lowercase": True, "dtype": np.float32}
        often = {"min_df": least}
        by_word = {"tokenizer": _split, "token_pattern": None, "ngram_range": (1, 2)}
        by_char = {"analyzer": "char", "ngram_range": (1, 3)}
        return FeatureUnion(
            [
                ("words", TfidfVectorizer(**by_word, **common, **often)),
                ("head", TfidfVectorizer(preprocessor=_head, **by_word, **common)),
                ("chars", TfidfVectorizer(preprocessor=_plain, **by_char, **common, **often)),
                ("head_chars", TfidfVectorizer(preprocessor=_plain_head, **by_char, **common)),
                ("fields", FunctionTransformer(_fields)),
            ],
            transformer_weights={"words": 1.0, "head": 0.7, "chars": 1.0, "head_chars": 0.7},
        )

    def _fit(self, matrix: Any, wanted: Any) -> list[Linear | Neighbours]:
        """The machines, each on its columns."""
        parts = [matrix[:, columns] for columns in self._columns]
        if not self.small:
            return [weighed(part, wanted) for part in parts]
        return [
            softmax(parts[0], wanted),
            Neighbours.of(parts[1], wanted),
            duties(parts[2], wanted, self._names),
        ]

    def _held_back(self, matrix: Any, wanted: Any, groups: Sequence[str]) -> Any:
        """Margins of every text by machines that did not see it or its near duplicates. Rarity is
        counted over all texts; no label is seen by it."""
        from sklearn.model_selection import GroupKFold

        count = len(self._columns)
        margins = np.full((count, len(wanted), len(self.labels)), -1.0)
        folds = min(self.folds or folds_for(len(groups)), len(set(groups)))
        if folds < 2:
            return margins[0]
        parts = GroupKFold(folds, shuffle=self.seed is not None, random_state=self.seed)
        for seen, unseen in parts.split(wanted, wanted, groups):
            present = np.unique(wanted[seen])
            if len(present) < 2:
                continue
            machines = self._fit(matrix[seen], wanted[seen])
            margins[np.ix_(np.arange(count), unseen, present)] = self._margins(
                machines, matrix[unseen]
            )
        self.middle = margins.mean(axis=(1, 2))
        spread = margins.std(axis=(1, 2))
        self.spread = np.where(spread > 1e-3, spread, 1.0)
        return self._both(margins)

    def _margins(self, machines: list[Linear | Neighbours], matrix: Any) -> Any:
        parts = zip(machines, self._columns, strict=True)
        return np.stack([machine.margins(matrix[:, columns]) for machine, columns in parts])

    def _both(self, margins: Any) -> Any:
        """The machines' margins on one scale, together."""
        scaled = (margins - self.middle[:, None, None]) / self.spread[:, None, None]
        return np.average(scaled, axis=0, weights=FEW_SAY if self.small else MANY_SAY)

    def _calibrate(self, margins: Any, wanted: Any) -> None:
        """How often the first was right by its lead over the second, on the texts held back: a
        logistic curve, so that a greater lead is always surer."""
        order = np.argsort(-margins, axis=1)
        right = order[:, 0] == wanted
        lead = _lead(margins)
        surest = np.argsort(-lead, kind="stable")[: max(1, int(len(lead) * 0.8))]
        measured = self.measured
        measured.texts = len(wanted)
        measured.right = float(right.mean())
        measured.right3 = float((order[:, :3] == wanted[:, None]).any(axis=1).mean())
        measured.surest80 = float(right[surest].mean())
        measured.macro_f1 = _macro_f1(order[:, 0], wanted, len(self.labels))
        if 0 < right.sum() < len(right):
            from sklearn.linear_model import LogisticRegression

            curve = LogisticRegression(C=10.0).fit(lead[:, None], right)
            self.curve = (float(curve.coef_[0, 0]), float(curve.intercept_[0]))

    # -- asking

    def guess(self, segs: Sequence[str], most: int = 3) -> list[list[Guess]]:
        """The likeliest classes of each text, with probabilities."""
        if self._machine is None:
            return [[Guess(self.only, 0.0)] if self.only else [] for _ in segs]
        blocks = (segs[at : at + BLOCK] for at in range(0, len(segs), BLOCK))
        return [some for block in blocks for some in self._block(block, most)]

    def _block(self, segs: Sequence[str], most: int) -> list[list[Guess]]:
        matrix = self._union.transform(segs).tocsr()
        both = self._both(self._margins(self._machine or [], matrix))
        slope, start = self.curve
        first = 1 / (1 + np.exp(-np.clip(slope * _lead(both) + start, -30, 30)))
        # Never below chance; nobody is surer than so many texts held back can show (the rule of
        # succession).
        first = np.clip(first, 1 / len(self.labels), 1 - 1 / (self.measured.texts + 2))
        out = []
        for row, p in zip(both, first, strict=True):
            order = np.argsort(-row, kind="stable")
            rest = np.exp(REST * (row[order[1:]] - row[order[1]]))
            shares = (1 - p) * rest / rest.sum()
            said = [p, *np.minimum(shares, p)][:most]
            out.append(
                [
                    Guess(self.labels[i], round(float(v), 4))
                    for i, v in zip(order, said, strict=False)
                ]
            )
        return out

    def dump(self) -> bytes:
        """As bytes of our own making: only ever read back from our own database."""
        return pickle.dumps(self.__dict__, protocol=5)

    @classmethod
    def load(cls, raw: bytes) -> Classifier:
        made = cls()
        made.__dict__.update(pickle.loads(raw))  # noqa: S301 - written by dump(), never uploaded
        return made


def _lead(margins: Any) -> Any:
    """How far the first is before the second."""
    two = np.partition(margins, -2, axis=1)[:, -2:]
    return two[:, 1] - two[:, 0]


def _macro_f1(said: Any, wanted: Any, classes: int) -> float:
    scores = []
    for k in range(classes):
        both = int(((said == k) & (wanted == k)).sum())
        total = int((said == k).sum() + (wanted == k).sum())
        scores.append(2 * both / total if total else 0.0)
    return float(np.mean(scores))


def as_seg(row: dict[str, Any]) -> str:
    """The segmented text of a row with ``seg``, ``text``, or ``title`` and ``body``."""
    if row.get("seg"):
        return str(row["seg"])
    parts = (row.get("title"), row.get("text") or row.get("body"))
    return segmented(fold("\n".join(str(part) for part in parts if part is not None)))
