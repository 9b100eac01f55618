import django.db.models.deletion
import shangliang.procedures.together
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('actors', '0003_further_bodies_and_charges'),
        ('cycles', '0001_initial'),
        ('documents', '0002_texts_are_read_clause_by_clause'),
    ]

    operations = [
        shangliang.procedures.together.Together(
            tables=[migrations.CreateModel(
                name='Relay',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('state', models.CharField(default='open', max_length=8, verbose_name='状态')),
                    ('title', models.CharField(max_length=200, verbose_name='传达什么')),
                    ('text', models.TextField(blank=True, verbose_name='要求')),
                    ('due_on', models.DateField(verbose_name='传达期限')),
                    ('made_at', models.DateTimeField(auto_now_add=True)),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('intake', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.intake')),
                ],
                options={
                    'ordering': ('-id',),
                    'indexes': [models.Index(fields=['committee', 'state', '-id'], name='cycles_rela_committ_d654d0_idx')],
                },
            ), migrations.CreateModel(
                name='RelayUnit',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('on', models.DateField(blank=True, null=True, verbose_name='哪天传达')),
                    ('how', models.CharField(blank=True, max_length=200, verbose_name='怎么传达的')),
                    ('wanted', models.PositiveIntegerField(default=0, verbose_name='应到人数')),
                    ('reached', models.PositiveIntegerField(default=0, verbose_name='传达到人数')),
                    ('missing', models.CharField(blank=True, max_length=400, verbose_name='没有传达到的')),
                    ('linked', models.CharField(blank=True, max_length=400, verbose_name='联系本单位做什么')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('relay', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='units', to='cycles.relay')),
                    ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                ],
                options={
                    'ordering': ('id',),
                    'indexes': [models.Index(fields=['committee', 'unit'], name='cycles_rela_committ_0e9969_idx')],
                    'constraints': [models.UniqueConstraint(fields=('relay', 'unit'), name='a_unit_conveys_once')],
                },
            ), migrations.CreateModel(
                name='Sitting',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('hearing', '党委听取政协党组汇报'), ('study', '中心组学习')], max_length=8, verbose_name='种类')),
                    ('state', models.CharField(default='planned', max_length=8, verbose_name='状态')),
                    ('title', models.CharField(max_length=200, verbose_name='题目')),
                    ('on', models.DateField(verbose_name='日期')),
                    ('place', models.CharField(blank=True, max_length=120, verbose_name='地点')),
                    ('host', models.CharField(blank=True, max_length=80, verbose_name='主持')),
                    ('readings', models.JSONField(blank=True, default=list, verbose_name='学习材料')),
                    ('made_at', models.DateTimeField(auto_now_add=True)),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                ],
                options={
                    'ordering': ('-on', '-id'),
                    'indexes': [models.Index(fields=['committee', '-on'], name='cycles_sitt_committ_e4854c_idx')],
                },
            ), migrations.CreateModel(
                name='SittingPoint',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('ask', '请求支持'), ('said', '发言要点'), ('decision', '议定事项')], max_length=8, verbose_name='是什么')),
                    ('speaker', models.CharField(blank=True, max_length=80, verbose_name='谁说的')),
                    ('text', models.CharField(max_length=500, verbose_name='内容')),
                    ('task_id', models.BigIntegerField(blank=True, null=True)),
                    ('made_at', models.DateTimeField(auto_now_add=True)),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='points', to='cycles.sitting')),
                ],
                options={
                    'ordering': ('id',),
                },
            )],
        ),
    ]
