"""Pages looked at by the browser tests, by account."""

PAGES = {
    "ducha": ["/board/", "/board/leader/", "/board/circular/", "/board/rules/", "/board/new/", "/money/", "/subjects/", "/subjects/projects/", "/subjects/new/"],
    "zhujian": ["/board/", "/money/"],
}  # fmt: skip
