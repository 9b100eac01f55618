"""Council room (协商议事室): the register's card beside the actor, and its six things to have."""

from django.db import models

from ...actors.models import Actor, CommitteeOwned


class RoomCard(CommitteeOwned):
    """六个有: place, sign, rules, process are noted; activity and effect are counted, never typed."""

    class Level(models.TextChoices):
        TOWN = "town", "乡镇（街道）"
        VILLAGE = "village", "村（社区）"
        PARK = "park", "园区、企业"
        STUDIO = "studio", "委员工作室"
        OTHER = "other", "其他"

    room = models.OneToOneField(Actor, on_delete=models.PROTECT, related_name="room_card")
    level = models.CharField("层级", max_length=8, choices=Level.choices)
    address = models.CharField("地点", max_length=120, blank=True)
    first_convenor = models.CharField("第一召集人（职务）", max_length=60, blank=True)
    place = models.CharField("有场所", max_length=120, blank=True)
    sign = models.CharField("有标识", max_length=120, blank=True)
    rules = models.CharField("有制度", max_length=120, blank=True)
    process = models.CharField("有流程", max_length=120, blank=True)
    opened_on = models.DateField("启用", null=True, blank=True)

    class Meta:
        ordering = ("room__stroke_key", "id")

    def __str__(self) -> str:
        return str(self.room)


STANDARD: tuple[tuple[str, str], ...] = (
    ("place", "有场所"),
    ("sign", "有标识"),
    ("rules", "有制度"),
    ("process", "有流程"),
    ("activity", "有活动"),
    ("effect", "有成效"),
)

__all__ = ["STANDARD", "RoomCard"]
