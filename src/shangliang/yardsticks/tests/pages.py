"""Pages that a real browser looks at, by account of the sample city."""

PAGES = {
    "zhuanwei": [
        "/compare/", "/decompose/", "/whatif/", "/gaps/", "/targets/", "/yardsticks/", "/figures/",
        "/benchmarks/", "/sheets/", "/lists/", "/notebooks/", "/practices/", "/needs/", "/pulses/",
        "/gaps/effects/", "/yardsticks/act/target/", "/compare/map/", "/ledgers/", "/ledgers/candidates/",
        "/ledgers/firms/new/", "/gaps/effects/all/", "/regions/4/", "/regions/4/doing/",
        "/ledgers/venues/", "/ledgers/contacts/",
    ],
}  # fmt: skip
