from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("procedures", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="clock",
            name="roll",
            field=models.BooleanField(default=True, verbose_name="逢休顺延"),
        ),
        migrations.AddField(
            model_name="clock",
            name="given_back",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="暂停补回"),
        ),
        migrations.AddField(
            model_name="clock",
            name="agreed_until",
            field=models.DateField(blank=True, null=True, verbose_name="商定到期日"),
        ),
    ]
