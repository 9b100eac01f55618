from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("tasks", "0002_a_log_entry_has_a_kind"),
    ]

    operations = [
        migrations.AddField(
            model_name="effect",
            name="asked",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="问了几位群众"),
        ),
        migrations.AddField(
            model_name="effect",
            name="content",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="其中认可的"),
        ),
    ]
