"""Public methods on the same data, splits and queries, in the same run: what the engine is held against.

Words by dictionary (rjieba), TF-IDF, LinearSVC, complement naive Bayes, nearest neighbours (scikit-learn)
and SQLite's own full text; tantivy where it is installed (it is no dependency). What was measured
elsewhere and is not run here stands in ``ELSEWHERE``.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from shangliang.engines.search.shelf import Text
from shangliang.engines.search.tokens import words

Finder = Callable[[str, int], list[str]]  # a question and how many: ids, best first

ELSEWHERE = {
    "near duplicates, 120,000, recall@10 light/shuffle/paraphrase/summary": {
        "tantivy, 24 terms, tie-aware": [1.00, 0.997, 1.00, 0.970],
        "datasketch MinHashLSH, strict": [0.997, 0.730, 0.350, 0.123],
    },
    "classes, one half learned, the other tested, macro-F1": {"words + characters + LinearSVC": 0.905, "fastText": 0.865},
    "units, another split, top-1 / top-3": {"LinearSVC": [0.56, 0.82], "kNN-15": [0.59, 0.81]},
    "hot, B3 / event-F": {"average linkage, best B3": [0.984, 0.68], "best event-F": [None, 0.820]},
}  # fmt: skip


def rarest(text: str, have: Counter[str], most: int) -> list[str]:
    """The rarest words of a text that stand in the index."""
    found = sorted({w for w in words(text) if have[w]}, key=lambda w: (have[w], w))
    return found[:most]


def full_text(documents: Sequence[Text], terms: int = 24) -> Finder:
    """SQLite FTS5 over dictionary words, the rarest words OR-ed, bm25."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE t USING fts5(w, tokenize='unicode61', detail='full')")
    have: Counter[str] = Counter()
    for number, text in enumerate(documents):
        said = words(text.whole)
        have.update(set(said))
        base.execute("INSERT INTO t(rowid, w) VALUES (?, ?)", (number, " ".join(said)))

    def find(query: str, most: int) -> list[str]:
        some = [f'"{w}"' for w in rarest(query, have, terms) if '"' not in w]
        if not some:
            return []
        rows = base.execute(
            "SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT ?", (" OR ".join(some), most)
        )
        return [documents[n].id for (n,) in rows]

    return find


def cosine(documents: Sequence[Text]) -> Finder:
    """TF-IDF over dictionary words, cosine with every document."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    made = TfidfVectorizer(
        tokenizer=words, token_pattern=None, lowercase=False, sublinear_tf=True, dtype=np.float32
    )
    matrix = made.fit_transform([t.whole for t in documents]).T.tocsr()

    def find(query: str, most: int) -> list[str]:
        scores = (made.transform([query]) @ matrix).toarray()[0]
        best = np.argpartition(-scores, most)[:most]
        return [documents[n].id for n in best[np.argsort(-scores[best], kind="stable")]]

    return find


def tantivy_words(documents: Sequence[Text], terms: int = 24) -> Finder | None:
    """tantivy over dictionary words, the rarest OR-ed; None where it is not installed."""
    try:
        import tantivy
    except ImportError:
        return None
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("w", tokenizer_name="whitespace")
    schema.add_integer_field("n", stored=True)
    index = tantivy.Index(schema.build())
    writer = index.writer(60_000_000)
    have: Counter[str] = Counter()
    for number, text in enumerate(documents):
        said = words(text.whole)
        have.update(set(said))
        writer.add_document(tantivy.Document(w=" ".join(said), n=number))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def find(query: str, most: int) -> list[str]:
        some = rarest(query, have, terms)
        if not some:
            return []
        either = tantivy.Query.boolean_query(
            [(tantivy.Occur.Should, tantivy.Query.term_query(index.schema, "w", w)) for w in some]
        )
        return [documents[searcher.doc(a)["n"][0]].id for _, a in searcher.search(either, most).hits]  # fmt: skip

    return find


def finders(documents: Sequence[Text]) -> dict[str, Finder]:
    found = {
        "SQLite FTS5, 24 rarest words": full_text(documents),
        "TF-IDF cosine over words": cosine(documents),
    }
    if (engine := tantivy_words(documents)) is not None:
        found["tantivy, 24 rarest words"] = engine
    return found


def opening(title: str, body: str) -> str:
    """What public ways of grouping letters read: the title twice and the first 200 characters."""
    return f"{title}\n{title}\n{body[:200]}"


def openings(texts: Sequence[Text]) -> dict[str, Any]:
    """Vectors of texts by rarity: of words over the whole, of pairs of characters over the opening."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    by_word = TfidfVectorizer(tokenizer=words, token_pattern=None, lowercase=False)
    by_pair = TfidfVectorizer(analyzer="char", ngram_range=(2, 2), lowercase=False)
    return {
        "TF-IDF over words": by_word.fit_transform([t.whole for t in texts]),
        "TF-IDF over pairs of characters, title twice and 200": by_pair.fit_transform(
            [opening(t.title, t.body) for t in texts]
        ),
    }


def grouped(texts: Sequence[str]) -> Iterator[tuple[str, list[list[int]]]]:
    """Groups of texts by the usual ways over TF-IDF of words: average linkage, DBSCAN."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform
    from sklearn.cluster import DBSCAN
    from sklearn.feature_extraction.text import TfidfVectorizer

    made = TfidfVectorizer(tokenizer=words, token_pattern=None, lowercase=False).fit_transform(
        texts
    )
    apart = np.clip(1 - (made @ made.T).toarray(), 0, 1)
    np.fill_diagonal(apart, 0)
    tree = linkage(squareform(apart, checks=False), "average")
    for least in (0.8, 0.9):
        yield f"average linkage at {least}", by_label(fcluster(tree, least, "distance"))
    for near in (0.5, 0.65):
        said = DBSCAN(eps=near, min_samples=2, metric="precomputed").fit_predict(apart)
        alone = said < 0
        said[alone] = said.max() + 1 + np.arange(alone.sum())  # noise: each by itself
        yield f"DBSCAN at {near}", by_label(said)


def by_label(labels: Any) -> list[list[int]]:
    return [np.flatnonzero(labels == label).tolist() for label in np.unique(labels)]


Fit = Callable[[Any, Any, Any], Any]  # seen, wanted, unseen: a score for each class


def machines() -> dict[str, tuple[str, Fit]]:
    """Name -> (which features, how to learn): the usual ones for texts."""
    from sklearn.naive_bayes import ComplementNB
    from sklearn.svm import LinearSVC

    def svc(seen: Any, wanted: Any, unseen: Any) -> Any:
        return LinearSVC(random_state=0).fit(seen, wanted).decision_function(unseen)

    def bayes(seen: Any, wanted: Any, unseen: Any) -> Any:
        return ComplementNB(alpha=0.3).fit(seen, wanted).predict_log_proba(unseen)

    def nearest(seen: Any, wanted: Any, unseen: Any) -> Any:
        alike = (unseen @ seen.T).toarray()
        said = np.zeros((len(alike), int(wanted.max()) + 1))
        for row, one in enumerate(alike):
            for n in np.argsort(-one, kind="stable")[:15]:
                said[row, wanted[n]] += one[n]
        return said[:, np.unique(wanted)]

    return {
        "words + LinearSVC": ("words", svc),
        "words + ComplementNB": ("words", bayes),
        "words + characters + LinearSVC": ("both", svc),
        "kNN-15 over words": ("words", nearest),
    }


def classified(
    segs: Sequence[str], labels: Sequence[str], groups: Sequence[str], folds: int, seed: int,
    names: Sequence[str] = (),
) -> dict[str, dict[str, float]]:  # fmt: skip
    """Each usual machine on grouped folds: macro-F1, first right, among three."""
    from scipy.sparse import hstack
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.metrics import f1_score
    from sklearn.model_selection import GroupKFold

    known = sorted(set(labels))
    wanted = np.array([known.index(label) for label in labels])
    by_word = TfidfVectorizer(
        tokenizer=str.split, token_pattern=None, ngram_range=(1, 2), sublinear_tf=True
    ).fit_transform(segs)
    by_char = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), sublinear_tf=True).fit_transform(
        [s.replace(" ", "") for s in segs]
    )
    features = {"words": by_word.tocsr(), "both": hstack([by_word, by_char]).tocsr()}
    out = {}
    for name, (which, fit) in machines().items():
        if names and name not in names:
            continue
        said = np.full((len(wanted), len(known)), -1e9)
        split = GroupKFold(folds, shuffle=True, random_state=seed)
        for seen, unseen in split.split(wanted, wanted, groups):
            scores = fit(features[which][seen], wanted[seen], features[which][unseen])
            said[np.ix_(unseen, np.unique(wanted[seen]))] = scores
        order = np.argsort(-said, axis=1, kind="stable")
        out[name] = {
            "macro_f1": round(float(f1_score(wanted, order[:, 0], average="macro")), 4),
            "top1": round(float((order[:, 0] == wanted).mean()), 3),
            "top3": round(float((order[:, :3] == wanted[:, None]).any(axis=1).mean()), 3),
        }
    return out
