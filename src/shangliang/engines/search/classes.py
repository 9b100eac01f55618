"""Classes learned from the past, with how sure one may be.

Words and their neighbours, runs of one to three characters, and the beginning of the text again (there
stands the matter): a linear machine over their rarity (scikit-learn, loaded when learning). How often
a given margin was right is measured on texts held back, and that is the probability said.
"""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from .fold import fold
from .tokens import words

HEAD = 14  # words of the beginning that count apart
FOLDS = 5
C = 2.0
FEW = 2  # examples a class needs to be learned


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


def _split(seg: str) -> list[str]:
    return seg.split()


class Classifier:
    """Learns classes of segmented texts; :meth:`guess` says the likeliest."""

    def __init__(self) -> None:
        self.labels: list[str] = []
        self.only = ""  # where the past knows one class only
        self.knots: Any = None  # margins and how often they were right
        self.slope = 1.0
        self.measured = Measured()
        self._union: Any = None
        self._machine: Any = None

    # -- learning

    def learn(self, segs: Sequence[str], labels: Sequence[str], groups: Sequence[str] = ()) -> None:
        """Learn and measure. Texts of one group (near duplicates) are never on both sides."""
        count = Counter(labels)
        keep = [n for n, label in enumerate(labels) if count[label] >= FEW]
        self.measured = Measured(left_out=sorted(k for k, c in count.items() if c < FEW))
        segs, labels = [segs[n] for n in keep], [labels[n] for n in keep]
        groups = [groups[n] for n in keep] if groups else [str(n) for n in range(len(segs))]
        self.labels = sorted(set(labels))
        if len(self.labels) < 2:
            self.only = self.labels[0] if self.labels else ""
            return
        wanted = np.array([self.labels.index(label) for label in labels])
        held = self._held_back(segs, wanted, groups)
        self._calibrate(held, wanted)
        self._union = self._features()
        self._machine = self._fit(self._union.fit_transform(segs), wanted)

    def _features(self) -> Any:
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.pipeline import FeatureUnion

        common = {"sublinear_tf": True, "lowercase": True}
        by_word = {"tokenizer": _split, "token_pattern": None, "ngram_range": (1, 2)}
        by_char = {"analyzer": "char", "ngram_range": (1, 3)}
        return FeatureUnion(
            [
                ("words", TfidfVectorizer(**by_word, **common)),
                ("chars", TfidfVectorizer(preprocessor=_plain, **by_char, **common)),
                ("head", TfidfVectorizer(preprocessor=_head, **by_word, **common)),
                ("head_chars", TfidfVectorizer(preprocessor=_plain_head, **by_char, **common)),
            ],
            transformer_weights={"words": 1.0, "chars": 1.0, "head": 0.7, "head_chars": 0.7},
        )

    def _fit(self, matrix: Any, wanted: Any) -> Any:
        from sklearn.svm import LinearSVC

        return LinearSVC(C=C, random_state=0).fit(matrix, wanted)

    def _held_back(self, segs: Sequence[str], wanted: Any, groups: Sequence[str]) -> Any:
        """Margins of every text by a machine that did not see it or its near duplicates."""
        from sklearn.model_selection import GroupKFold

        margins = np.full((len(segs), len(self.labels)), -1.0)
        folds = min(FOLDS, len(set(groups)))
        if folds < 2:
            return margins
        union = self._features()
        matrix = union.fit_transform(segs)  # rarity only: no label is seen by it
        for seen, unseen in GroupKFold(folds).split(segs, wanted, groups):
            present = np.unique(wanted[seen])
            if len(present) < 2:
                continue
            machine = self._fit(matrix[seen], wanted[seen])
            margins[np.ix_(unseen, present)] = _margins(machine, matrix[unseen], len(present))
        return margins

    def _calibrate(self, margins: Any, wanted: Any) -> None:
        """The slope that makes the said probabilities true on the texts held back."""
        best = None
        for slope in (0.5, 0.8, 1, 1.3, 1.7, 2.2, 2.8, 3.5, 4.5, 6, 8):
            p = _soft(margins * slope)
            loss = -np.mean(np.log(np.clip(p[np.arange(len(wanted)), wanted], 1e-6, 1)))
            if best is None or loss < best[0]:
                best = (loss, slope)
        assert best is not None
        self.slope = best[1]
        p = _soft(margins * self.slope)
        order = np.argsort(-p, axis=1)
        right = order[:, 0] == wanted
        top = p[np.arange(len(wanted)), order[:, 0]]
        surest = np.argsort(-top)[: max(1, int(len(top) * 0.8))]
        measured = self.measured
        measured.texts = len(wanted)
        measured.right = float(right.mean())
        measured.right3 = float((order[:, :3] == wanted[:, None]).any(axis=1).mean())
        measured.surest80 = float(right[surest].mean())
        measured.macro_f1 = _macro_f1(order[:, 0], wanted, len(self.labels))
        # How often the first was right by said probability: isotonic, so that it never falls.
        from sklearn.isotonic import IsotonicRegression

        if len(top) >= 40:
            self.knots = IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip").fit(top, right)

    # -- asking

    def guess(self, segs: Sequence[str], most: int = 3) -> list[list[Guess]]:
        """The likeliest classes of each text, with probabilities."""
        if not segs:
            return []
        if self._machine is None:
            return [[Guess(self.only, 0.0)] if self.only else [] for _ in segs]
        p = _soft(
            _margins(self._machine, self._union.transform(segs), len(self.labels)) * self.slope
        )
        out = []
        for row in p:
            order = np.argsort(-row)[:most]
            guesses = [Guess(self.labels[i], round(float(row[i]), 4)) for i in order]
            if self.knots is not None and guesses:
                first = float(self.knots.predict([row[order[0]]])[0])
                first = max(first, 1 / len(self.labels))
                guesses[0] = Guess(guesses[0].label, round(first, 4))
            # Nobody is surer than so many texts held back can show (the rule of succession).
            most_sure = min(0.999, 1 - 1 / (self.measured.texts + 2))
            guesses = [Guess(g.label, min(g.p, round(most_sure, 4))) for g in guesses]
            out.append(guesses)
        return out

    def dump(self) -> bytes:
        """As bytes of our own making: only ever read back from our own database."""
        return pickle.dumps(self.__dict__, protocol=5)

    @classmethod
    def load(cls, raw: bytes) -> Classifier:
        made = cls()
        made.__dict__.update(pickle.loads(raw))  # noqa: S301 - written by dump(), never uploaded
        return made


def _margins(machine: Any, matrix: Any, classes: int) -> Any:
    found = machine.decision_function(matrix)
    return np.stack([-found, found], axis=1) if classes == 2 else found


def _soft(margins: Any) -> Any:
    e = np.exp(margins - margins.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


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
