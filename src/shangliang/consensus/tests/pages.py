"""Pages looked at in a real browser."""

PAGES = {
    "": ["/talk/"],
    "zhaoji": ["/rounds/", "/rounds/1/"],
    "zhuanwei": ["/rounds/2/", "/rounds/new/", "/rounds/balance/"],
}
