"""Addresses: review."""

from django.urls import path

from .views.review import assign, bulk, compare, desk, opinion, register, verbs

urlpatterns = [
    path("desk/", desk.desk_home, name="desk"),
    path("desk/review/", desk.review_desk, name="review-desk"),
    path("desk/review/bulk/", bulk.bulk, name="review-bulk"),
    path("desk/review/<int:pk>/opinion/", opinion.opinion, name="review-opinion"),
    path("desk/review/<int:pk>/form/<slug:name>/", verbs.review_form, name="review-form"),
    path("desk/review/<int:pk>/do/<slug:name>/", verbs.review_do, name="review-do"),
    path("desk/suggestions/<int:pk>/", verbs.judge, name="judge-suggestion"),
    path("desk/units/", desk.unit_names, name="unit-names"),
    path("desk/compare/", compare.compare, name="merge-compare"),
    path("desk/assign/", assign.assign_desk, name="assign-desk"),
    path("desk/assign/list.<slug:kind>", assign.assign_list, name="assign-list"),
    path("proposals/", register.proposals, name="proposals"),
]
