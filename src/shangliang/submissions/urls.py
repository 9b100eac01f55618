"""Addresses of proposals, in four parts: writing, review, handling, chain."""

from . import urls_chain, urls_handling, urls_review, urls_writing

urlpatterns = [
    *urls_writing.urlpatterns,
    *urls_review.urlpatterns,
    *urls_handling.urlpatterns,
    *urls_chain.urlpatterns,
]
