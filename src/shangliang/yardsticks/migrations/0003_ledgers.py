import django.db.models.deletion
import shangliang.procedures.together
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('actors', '0003_further_bodies_and_charges'),
        ('yardsticks', '0002_pulses_are_answered_by_a_link'),
    ]

    operations = [
        shangliang.procedures.together.Together(
            tables=[migrations.CreateModel(
                name='Entry',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('ledger', models.CharField(max_length=20)),
                    ('title', models.CharField(max_length=160)),
                    ('about_type', models.CharField(blank=True, max_length=30)),
                    ('about_id', models.BigIntegerField(blank=True, null=True)),
                    ('step', models.CharField(max_length=20)),
                    ('data', models.JSONField(default=dict)),
                    ('on', models.DateField(verbose_name='登记')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('other', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='yardsticks.region')),
                    ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('region', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='yardsticks.region')),
                ],
                options={
                    'ordering': ('id',),
                    'indexes': [models.Index(fields=['committee', 'ledger', 'region'], name='yardsticks__committ_8ed05a_idx')],
                },
            ), migrations.CreateModel(
                name='EntryStep',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('was', models.CharField(blank=True, max_length=20)),
                    ('step', models.CharField(max_length=20)),
                    ('note', models.CharField(blank=True, max_length=300, verbose_name='说明')),
                    ('changed', models.JSONField(default=dict)),
                    ('on', models.DateField()),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='history', to='yardsticks.entry')),
                ],
                options={
                    'ordering': ('id',),
                },
            )],
        ),
    ]
