"""Addresses of 议题与协商."""

from django.urls import path

from .views import consultations, joint, plans, public, results, rooms, topics

urlpatterns = [
    path("topics/", topics.pool, name="topics"),
    path("topics/new/", topics.new, name="topic-new"),
    path("topics/judging/", topics.judging, name="topic-judging"),
    path("topics/judges/", topics.judges, name="topic-judges"),
    path("topics/coverage/", topics.coverage, name="topic-coverage"),
    path("topics/deployments/new/", topics.deployment_new, name="deployment-new"),
    path("topics/<int:pk>/", topics.topic, name="topic"),
    path("nominate/", public.open_nominate, name="topic-open"),
    path("nominate/similar/", public.similar, name="topic-similar"),
    path("receipts/", public.lookup, name="topic-lookup"),
    path("r/<str:code>/", public.receipt, name="topic-receipt"),
    path("expert/<str:code>/", public.expert, name="expert"),
    path("councils/", public.councils, name="councils"),
    path("councils/<int:pk>/", public.council, name="council"),
    path("plans/", plans.listing, name="plans"),
    path("plans/new/", plans.new, name="plan-new"),
    path("plans/<int:pk>/", plans.page, name="plan"),
    path("plans/<int:pk>/tick/", plans.tick, name="plan-tick"),
    path("plans/<int:pk>/paper.<str:ext>", plans.paper, name="plan-paper"),
    path("consultations/", consultations.listing, name="consultations"),
    path("consultations/new/", consultations.new, name="consultation-new"),
    path("consultations/pairs/", consultations.pairs, name="consultation-pairs"),
    path("consultations/<int:pk>/", consultations.page, name="consultation"),
    path("consultations/<int:pk>/feedback/", consultations.feedback, name="consultation-feedback"),
    path("consultations/<int:pk>/minutes/", consultations.minutes, name="minutes"),
    path(
        "consultations/<int:pk>/minutes.<str:ext>", consultations.minutes_file, name="minutes-paper"
    ),
    path("consultations/<int:pk>/result/", results.new, name="result-new"),
    path("results/", results.listing, name="results"),
    path("results/<int:pk>/", results.page, name="result"),
    path("results/<int:pk>/paper.<str:ext>", results.paper, name="result-paper"),
    path("rooms/", rooms.listing, name="rooms"),
    path("rooms/new/", rooms.keep, name="room-new"),
    path("rooms/<int:pk>/", rooms.page, name="room"),
    path("rooms/<int:pk>/card/", rooms.keep, name="room-card"),
    path("rooms/sessions/<int:pk>/", rooms.session, name="room-session"),
    path("joint/", joint.listing, name="joint"),
    path("joint/new/", joint.new, name="joint-new"),
    path("joint/<int:pk>/", joint.page, name="joint-space"),
    path("joint/<int:pk>/paper.<str:ext>", joint.paper, name="joint-paper"),
]
