import django.db.models.deletion
import shangliang.procedures.together
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('actors', '0003_further_bodies_and_charges'),
        ('yardsticks', '0001_initial'),
    ]

    operations = [
        shangliang.procedures.together.Together(
            tables=[migrations.CreateModel(
                name='PulseTicket',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('digest', models.CharField(max_length=64)),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('pulse', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tickets', to='yardsticks.pulse')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('pulse', 'digest'), name='answered_once_a_page')],
                },
            )],
        ),
        migrations.AddField(
            model_name='pulse',
            name='closed_on',
            field=models.DateField(blank=True, null=True, verbose_name='结束'),
        ),
        migrations.AddField(
            model_name='pulse',
            name='code',
            field=models.CharField(blank=True, max_length=32),
        ),
        migrations.AddField(
            model_name='pulse',
            name='purpose',
            field=models.CharField(blank=True, max_length=200, verbose_name='为什么问'),
        ),
        migrations.AddField(
            model_name='pulse',
            name='until',
            field=models.DateField(blank=True, null=True, verbose_name='截止'),
        ),
        migrations.AddConstraint(
            model_name='pulse',
            constraint=models.UniqueConstraint(condition=models.Q(('code', ''), _negated=True), fields=('code',), name='pulse_code_is_one'),
        ),
    ]
