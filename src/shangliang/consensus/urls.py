"""Addresses of this room: /talk/ for people, /rounds/ for hosts."""

from django.urls import URLPattern, path

from .views import balance, hosts, people, results

urlpatterns: list[URLPattern] = [
    path("talk/", people.talks, name="talks"),
    path("talk/<str:code>/", people.enter, name="talk"),
    path("talk/<str:code>/join/", people.join, name="talk-join"),
    path("talk/<str:code>/vote/", people.vote, name="talk-vote"),
    path("talk/<str:code>/say/", people.say, name="talk-say"),
    path("talk/<str:code>/mine/", people.mine, name="talk-mine"),
    path("talk/<str:code>/back/", people.back, name="talk-back"),
    path("talk/<str:code>/policy/", people.policy, name="talk-policy"),
    path("talk/<str:code>/result/", results.result, name="talk-result"),
    path("talk/<str:code>/votes.zip", results.download, name="talk-download"),
    path("talk/<str:code>/code.svg", results.code_image, name="talk-code"),
    path("talk/<str:code>/wall/", results.wall, name="talk-wall"),
    path("talk/<str:code>/counts/", results.counts, name="talk-counts"),
    path("rounds/", hosts.rounds, name="rounds"),
    path("rounds/balance/", balance.balance, name="round-balance"),
    path("rounds/new/", hosts.new, name="round-new"),
    path("rounds/<int:pk>/", hosts.manage, name="round"),
    path("rounds/<int:pk>/tickets/", hosts.tickets, name="round-tickets"),
]
