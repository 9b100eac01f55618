"""Pages the browser looks at, by account: axe, overflow and the console at both widths."""

PAGES = {
    "zhuanwei": [
        "/topics/",
        "/topics/new/",
        "/topics/judging/",
        "/plans/1/?look=board",
        "/consultations/?state=",
        "/consultations/1/",
        "/consultations/new/",
        "/consultations/pairs/",
        "/results/",
        "/results/1/",
        "/rooms/",
        "/joint/",
        "/joint/1/",
        "/accords/1/",
        "/analyses/1/",
        "/questions/",
        "/topics/decisions/",
    ],
    "zhaoji": ["/rooms/", "/consultations/"],
    "weiyuan": ["/topics/", "/results/", "/paths/1/"],
    "zhujian": ["/consultations/?state=", "/results/"],
}
