"""Pages looked at by the browser tests, by account."""

PAGES = {
    "weiyuan": ["/study/", "/study/items/2/", "/study/quizzes/1/", "/study/quizzes/2/review/", "/study/practice/?bank=1"],
    "zhuanwei": ["/study/plans/1/", "/study/items/1/", "/study/banks/1/", "/study/quizzes/2/board/", "/study/training/"],
}  # fmt: skip
