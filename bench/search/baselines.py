"""What public methods reached on the same data, measured elsewhere in one run (2 cores, Python 3.11).

Not measured again here: the libraries are no dependencies. Classes were trained on one half and tested on
the other half, which is not in our hands; ours are five folds of the first half, so the two are near but
not the same test.
"""

PUBLIC = {
    "near duplicates, 120,000, recall@10 light/shuffle/paraphrase/summary": {
        "tantivy, 24 terms, tie-aware": [1.00, 0.997, 1.00, 0.970],
        "tantivy top-50 + pair rerank, tie-aware": [None, None, None, 0.983],
        "SQLite FTS5, 24 terms, strict": [1.00, 0.993, 0.953, 0.967],
        "datasketch MinHashLSH, strict": [0.997, 0.730, 0.350, 0.123],
    },
    "one matter, 228 letters of 18 events": {
        "char-2 TF-IDF recall@10": 0.909,
        "title only precision@1": 0.925,
    },
    "classes, macro-F1": {
        "words + characters + LinearSVC": 0.905,
        "fastText": 0.865,
        "ComplementNB": 0.863,
    },
    "units, top-1 / top-3": {"LinearSVC": [0.56, 0.82], "kNN-15": [0.59, 0.81]},
    "hot, B3 / event-F": {"average linkage, best B3": [0.984, 0.68], "best event-F": [None, 0.820]},
}
