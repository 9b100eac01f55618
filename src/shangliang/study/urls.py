"""Addresses of 学习."""

from django.urls import URLPattern, path, re_path

from .views import (
    banks,
    certificates,
    contest_board,
    contest_sheet,
    contests,
    items,
    mine,
    papers,
    plans,
    practice,
    training,
)

urlpatterns: list[URLPattern] = [
    path("study/", mine.mine, name="study"),
    path("study/record/", mine.record, name="study-record"),
    path("study/plans/", plans.plans, name="study-plans"),
    path("study/plans/new/", plans.new, name="study-plan-new"),
    path("study/plans/<int:pk>/", plans.plan, name="study-plan"),
    path("study/layers/", plans.layer_lists, name="study-layers"),
    path("study/layers/<slug:key>/", plans.layer_list, name="study-layer"),
    path("study/items/<int:pk>/", items.item, name="study-item"),
    path("study/readings/<int:pk>/", items.reading, name="study-reading"),
    path("study/papers/", papers.papers, name="study-papers"),
    path("study/papers/new/", papers.new, name="study-paper-new"),
    path("study/papers/<int:pk>/", papers.paper, name="study-paper"),
    path("study/banks/", banks.banks, name="study-banks"),
    path("study/banks/<int:pk>/", banks.bank, name="study-bank"),
    path("study/banks/<int:pk>/import/", banks.intake, name="study-bank-import"),
    path("study/banks/sheet.xlsx", banks.template, name="study-bank-sheet"),
    path("study/quizzes/", contests.quizzes, name="quizzes"),
    path("study/quizzes/new/", contests.new, name="quiz-new"),
    path("study/quizzes/<int:pk>/", contests.quiz, name="quiz"),
    path("study/quizzes/<int:pk>/sheet/", contest_sheet.sheet, name="quiz-sheet"),
    path("study/quizzes/<int:pk>/save/", contest_sheet.save, name="quiz-save"),
    path("study/quizzes/<int:pk>/board/", contest_board.board, name="quiz-board"),
    re_path(
        r"^study/quizzes/(?P<pk>\d{1,15})/certificate\.(?P<ext>docx|pdf)$",
        certificates.certificate,
        name="quiz-certificate",
    ),
    path("study/quizzes/<int:pk>/review/", contest_board.review, name="quiz-review"),
    path("study/practice/", practice.practice, name="study-practice"),
    path("study/training/", training.training, name="study-training"),
    path("study/training/<int:pk>/", training.need, name="study-need"),
    path("study/people/", training.people, name="study-people"),
]
