import django.db.models.deletion
import shangliang.procedures.together
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('actors', '0003_further_bodies_and_charges'),
        ('tasks', '0001_squashed_0004_tasks_from_any_source'),
        ('topics', '0001_initial'),
    ]

    operations = [
        shangliang.procedures.together.Together(
            tables=[migrations.CreateModel(
                name='Accord',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=80, verbose_name='事项')),
                    ('field', models.CharField(choices=[('thought', '思想共识'), ('growth', '发展共识'), ('special', '专题共识')], max_length=8, verbose_name='哪一方面')),
                    ('made_at', models.DateTimeField(auto_now_add=True)),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('topic', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='accords', to='topics.topic')),
                ],
                options={
                    'ordering': ('-id',),
                    'indexes': [models.Index(fields=['committee', 'field', '-id'], name='topics_acco_committ_47f9bc_idx')],
                },
            ), migrations.CreateModel(
                name='Analysis',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=80, verbose_name='分析什么')),
                    ('made_at', models.DateTimeField(auto_now_add=True)),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                ],
                options={
                    'ordering': ('-id',),
                },
            ), migrations.CreateModel(
                name='Draft',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveSmallIntegerField(verbose_name='第几稿')),
                    ('body', models.TextField(max_length=20000, verbose_name='正文')),
                    ('on', models.DateField(verbose_name='日期')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('result', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='drafts', to='topics.result')),
                ],
                options={
                    'ordering': ('number',),
                    'constraints': [models.UniqueConstraint(fields=('result', 'number'), name='a_draft_has_one_number')],
                },
            ), migrations.CreateModel(
                name='Edition',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveSmallIntegerField(verbose_name='第几版')),
                    ('text', models.TextField(max_length=2000, verbose_name='共识')),
                    ('parties', models.CharField(max_length=300, verbose_name='哪些方面')),
                    ('degree', models.CharField(choices=[('all', '各方一致'), ('most', '多数一致，少数保留'), ('part', '部分一致')], max_length=4, verbose_name='到什么程度')),
                    ('remaining', models.TextField(blank=True, max_length=1000, verbose_name='还有什么不同')),
                    ('round_id', models.BigIntegerField(blank=True, null=True)),
                    ('on', models.DateField(verbose_name='日期')),
                    ('accord', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='editions', to='topics.accord')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('consultation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='topics.consultation')),
                ],
                options={
                    'ordering': ('number',),
                    'constraints': [models.UniqueConstraint(fields=('accord', 'number'), name='an_edition_has_one_number')],
                },
            ), migrations.CreateModel(
                name='Factor',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('strength', '优势'), ('problem', '问题'), ('chance', '机遇')], max_length=8, verbose_name='哪一类')),
                    ('order', models.PositiveSmallIntegerField(verbose_name='次序')),
                    ('text', models.CharField(max_length=100, verbose_name='一句话')),
                    ('evidence', models.CharField(max_length=200, verbose_name='依据')),
                    ('analysis', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='factors', to='topics.analysis')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                ],
                options={
                    'ordering': ('kind', 'order'),
                },
            ), migrations.CreateModel(
                name='Idea',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('order', models.PositiveSmallIntegerField(verbose_name='次序')),
                    ('text', models.CharField(max_length=200, verbose_name='点子')),
                    ('votes', models.PositiveIntegerField(default=0, verbose_name='赞成')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('consultation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ideas', to='topics.consultation')),
                    ('point', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ideas', to='topics.point')),
                ],
                options={
                    'ordering': ('-votes', 'order'),
                },
            ), migrations.CreateModel(
                name='IdeaVote',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('idea', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='given', to='topics.idea')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('idea', 'person'), name='an_idea_is_liked_once_a_person')],
                },
            ), migrations.CreateModel(
                name='Measure',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('text', models.CharField(max_length=200, verbose_name='怎么办')),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='什么时候前')),
                    ('analysis', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='measures', to='topics.analysis')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('helps', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='topics.factor')),
                    ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('problem', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='topics.factor')),
                    ('task', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tasks.task')),
                ],
                options={
                    'ordering': ('id',),
                    'constraints': [models.UniqueConstraint(fields=('helps', 'problem'), name='a_crossing_has_one_measure')],
                },
            ), migrations.CreateModel(
                name='Path',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=80, verbose_name='想法')),
                    ('state', models.CharField(default='view', max_length=10, verbose_name='走到哪一站')),
                    ('made_at', models.DateTimeField(auto_now_add=True)),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('task', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tasks.task')),
                ],
                options={
                    'ordering': ('-id',),
                    'indexes': [models.Index(fields=['committee', 'state', '-id'], name='topics_path_committ_aca9fe_idx')],
                },
            ), migrations.CreateModel(
                name='Question',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('state', models.CharField(default='asked', max_length=10, verbose_name='状态')),
                    ('public_code', models.CharField(max_length=14, unique=True, verbose_name='回执号')),
                    ('text', models.CharField(max_length=300, verbose_name='问的是什么')),
                    ('answer', models.TextField(blank=True, max_length=1000, verbose_name='解答')),
                    ('source', models.CharField(blank=True, max_length=200, verbose_name='依据哪里')),
                    ('first_answer', models.TextField(blank=True, max_length=1000, verbose_name='第一次的解答')),
                    ('unclear', models.CharField(blank=True, max_length=200, verbose_name='哪里不明白')),
                    ('answers', models.PositiveSmallIntegerField(default=0, verbose_name='答过几次')),
                    ('asked_on', models.DateField(verbose_name='提问')),
                    ('answered_on', models.DateField(blank=True, null=True, verbose_name='解答')),
                    ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('consultation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='topics.consultation')),
                ],
                options={
                    'ordering': ('-id',),
                    'indexes': [models.Index(fields=['committee', 'state', '-id'], name='topics_ques_committ_3b3f14_idx')],
                },
            ), migrations.CreateModel(
                name='Rater',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('consultation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='raters', to='topics.consultation')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('consultation', 'person'), name='a_consultation_is_rated_once_a_person')],
                },
            ), migrations.CreateModel(
                name='Station',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('key', models.CharField(max_length=10, verbose_name='哪一站')),
                    ('text', models.TextField(max_length=1000, verbose_name='写了什么')),
                    ('place', models.CharField(blank=True, max_length=80, verbose_name='在哪里看到')),
                    ('seen_on', models.DateField(blank=True, null=True, verbose_name='哪天看的')),
                    ('on', models.DateField(verbose_name='日期')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('path', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stations', to='topics.path')),
                ],
                options={
                    'ordering': ('id',),
                },
            )],
        ),
        migrations.AddField(
            model_name='consultation',
            name='quality',
            field=models.JSONField(default=dict, verbose_name='协商质量'),
        ),
        migrations.AddField(
            model_name='expertreview',
            name='points',
            field=models.JSONField(default=dict, verbose_name='四性评分'),
        ),
        migrations.AddField(
            model_name='result',
            name='critical',
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='监在关键处'),
        ),
        migrations.AddField(
            model_name='result',
            name='marked_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor'),
        ),
        migrations.AddField(
            model_name='result',
            name='marks_note',
            field=models.CharField(blank=True, max_length=200, verbose_name='为什么'),
        ),
        migrations.AddField(
            model_name='result',
            name='revision',
            field=models.PositiveSmallIntegerField(default=1, verbose_name='第几稿'),
        ),
        migrations.AddField(
            model_name='result',
            name='to_point',
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='议到点子上'),
        ),
    ]
