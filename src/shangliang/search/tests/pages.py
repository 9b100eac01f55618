"""Pages looked at by a browser: axe, overflow, console, at both widths."""

PAGES = {
    "weiyuan": ["/search/", "/search/?q=小区 电梯", "/search/?q=羊驼滑翔"],
    "chushen": [
        "/search/suggestions/",
        "/search/groups/",
        "/search/?q=学校&kind=proposal&since=2024",
    ],
    "ducha": [
        "/signals/",
        "/signals/?show=confirmed",
        "/search/fields/",
        "/search/fields/housing/",
    ],
}
