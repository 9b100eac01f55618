"""Pages of this room that the browser looks at."""

PAGES = {
    "zhuanwei": ["/programmes/", "/programmes/1/", "/programmes/4/", "/programmes/3/project/import/"],
    "weiyuan": ["/programmes/items/1/"],
}  # fmt: skip
