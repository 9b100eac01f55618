"""Pages of this room that the browser looks at."""

PAGES = {
    "": ["/open/"],
    "zhuanwei": [
        "/activities/",
        "/activities/new/",
        "/activities/causes/",
        "/activities/1/",
        "/activities/1/outcome/",
        "/findings/",
        "/projects/",
    ],
    "weiyuan": ["/activities/", "/calendar/feed/"],
}
