"""Pages of this room that the browser looks at."""

PAGES = {
    "zhuanwei": ["/groups/", "/groups/coverage/", "/groups/composition/", "/groups/sectors/", "/talents/", "/talents/suggest/?q=老旧小区改造和物业管理", "/groups/1/"],
    "weiyuan": ["/groups/mine/", "/contact-duty/", "/groups/needs/", "/groups/places/"],
}  # fmt: skip
