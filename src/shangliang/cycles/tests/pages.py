"""Pages of 会议闭环 that a browser looks at: they exist in the sample city."""

PAGES = {
    "ducha": [
        "/calls/",
        "/calls/new/",
        "/calls/2/",
        "/calls/2/coverage/",
        "/handins/12/",
        "/suggestions/",
        "/suggestions/1/",
        "/instructions/",
        "/instructions/1/",
        "/briefings/",
        "/campaigns/",
        "/campaigns/1/",
        "/study-sheets/2/",
        "/sittings/",
        "/sittings/1/",
        "/agenda/",
        "/agenda/matters/1/",
        "/agenda/meetings/1/",
        "/relays/",
        "/relays/1/",
    ],
}
