"""Pages of this room that the browser looks at."""

PAGES = {
    "zhuanwei": [
        "/deeds/people/",
        "/deeds/desk/",
        "/points/",
        "/points/what-if/?to=jinan",
        "/points/own/",
    ],
    "weiyuan": ["/deeds/", "/homework/", "/deeds/report/", "/points/"],
}
