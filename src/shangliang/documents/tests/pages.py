"""Pages of the reading of texts that a browser looks at: they exist in the sample city."""

PAGES = {
    "ducha": [
        "/documents/",
        "/documents/new/",
        "/documents/1/?kind=topic",
        "/documents/6/",
        "/documents/6/tasks/",
        "/documents/1/digest/",
        "/documents/2/matrix/",
        "/clauses/5/",
    ],
}
