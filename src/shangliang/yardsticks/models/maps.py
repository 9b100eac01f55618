"""Where regions lie: the office's own drawing of its counties; the newest is used."""

from django.db import models

from ...actors.models import Actor, CommitteeOwned


class RegionMap(CommitteeOwned):
    """Shapes in drawing units, or tiles; with whose drawing it is and its review number (审图号)."""

    class Kind(models.TextChoices):
        SHAPES = "shapes", "图形"
        GRID = "grid", "格子"

    kind = models.CharField(max_length=8, choices=Kind.choices)
    # {"width", "height", "regions": {region id: {"rings": [[[x, y], …], …], "label": [x, y]}}}
    data = models.JSONField(default=dict)
    source = models.CharField("来源和审图号", max_length=200)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.source}"
