from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notices", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="preference", name="told_up_to", field=models.BigIntegerField(default=0)
        ),
        migrations.AddField(
            model_name="delivery", name="body", field=models.TextField(blank=True)
        ),
        migrations.AddField(
            model_name="delivery",
            name="again_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(
                condition=models.Q(("again_at__isnull", False)),
                fields=["again_at"],
                name="delivery_due_again",
            ),
        ),
    ]
