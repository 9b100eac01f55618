"""A reply's page, and what it says."""

from django.urls import reverse


def words(answer):
    return answer.content.decode()


def address(reply, name="reply"):
    return reverse(name, args=[reply.pk])
