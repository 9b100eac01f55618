"""Addresses of this room."""

from django.urls import path, re_path

from .views import board, circular, effects, leader, ledger

urlpatterns = [
    path("commitments/", ledger.ledger, name="commitments"),
    path("tasks/<int:pk>/", ledger.task, name="task"),
    path("tasks/<int:pk>/effects/", effects.of_task, name="task-effects"),
    path("board/", board.board, name="board"),
    path("board/new/", board.new, name="task-new"),
    path("board/rules/", board.lamp_rules, name="board-rules"),
    path("board/leader/", leader.page, name="board-leader"),
    path("board/circular/", circular.circular, name="circular"),
    path("board/circular/parts/", circular.parts, name="circular-parts"),
    re_path(r"^board/circular\.(?P<ext>docx|pdf)$", circular.paper, name="circular-paper"),
]
