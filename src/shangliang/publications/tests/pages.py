"""Pages of this room that the browser looks at."""

PAGES = {
    "xinxi": ["/publications/", "/publications/1/", "/publications/3/claims/", "/publications/issues/", "/publications/media/"],
    "fuzhuxi": ["/publications/issues/1/"],
    "zhujian": ["/publications/practices/"],
    "zhuanwei": ["/lectures/", "/lectures/1/"],
    "": ["/press/", "/press/issues/1/", "/press/answers/"],
}  # fmt: skip
