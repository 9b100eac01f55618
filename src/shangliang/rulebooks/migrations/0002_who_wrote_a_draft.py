import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("actors", "0001_initial"),
        ("rulebooks", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="rulebook",
            name="edited_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="actors.actor",
            ),
        ),
        migrations.AddField(
            model_name="rulebook",
            name="origin",
            field=models.CharField(blank=True, max_length=120, verbose_name="来自"),
        ),
    ]
