from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0003_a_signal_says_how_many_came_before'),
    ]

    operations = [
        migrations.AddField(
            model_name='row',
            name='field',
            field=models.CharField(blank=True, max_length=20),
        ),
    ]
