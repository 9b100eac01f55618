"""Addresses of 对象·资金."""

from django.urls import URLPattern, path

from .views import money, register

urlpatterns: list[URLPattern] = [
    path("subjects/", register.register, name="subjects"),
    path("subjects/new/", register.new, name="subject-new"),
    path("subjects/projects/", register.projects, name="subject-projects"),
    path("subjects/<int:pk>/", register.subject, name="subject"),
    path("money/", money.funds, name="money"),
    path("money/<int:pk>/", money.fund, name="fund"),
    path("money/<int:pk>/import/", money.intake, name="money-import"),
    path("money/lines/<int:pk>/", money.line, name="fund-line"),
]
