"""Pages looked at by a browser: axe, overflow, console, at both widths."""

PAGES = {
    "": ["/policies/"],
    "weiyuan": ["/voices/mine/", "/voices/write/", "/leads/", "/voices/statistics/"],
    "xinxi": [
        "/voices/desk/",
        "/issues/",
        "/firms/",
        "/surveys/",
        "/voices/enter/",
        "/policies/desk/",
    ],
    "fuzhuxi": ["/charges/"],
}
