"""Pages that a real browser looks at, by account of the sample city."""

PAGES = {
    "zhuanwei": [
        "/compare/", "/decompose/", "/whatif/", "/gaps/", "/targets/", "/yardsticks/", "/figures/",
        "/benchmarks/", "/sheets/", "/lists/", "/notebooks/", "/practices/", "/needs/", "/pulses/",
        "/gaps/effects/", "/yardsticks/act/target/",
    ],
}  # fmt: skip
