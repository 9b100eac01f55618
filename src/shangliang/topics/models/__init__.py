"""Rows of 议题与协商: topics, the yearly plan, consultations, their results, rooms, joint work."""

from .topic import Deployment, Judge, Judgement, Support, Topic

__all__ = ["Deployment", "Judge", "Judgement", "Support", "Topic"]
