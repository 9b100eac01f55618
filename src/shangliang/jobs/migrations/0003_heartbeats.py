from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("jobs", "0002_findings")]

    operations = [
        migrations.AddField(
            model_name="job",
            name="beat_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.CreateModel(
            name="Heartbeat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, unique=True)),
                ("at", models.DateTimeField()),
                ("key", models.CharField(blank=True, max_length=40)),
                ("note", models.CharField(blank=True, max_length=300)),
            ],
        ),
    ]
