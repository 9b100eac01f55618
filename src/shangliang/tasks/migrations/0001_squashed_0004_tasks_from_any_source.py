import django.db.models.deletion
from django.db import migrations, models

from shangliang.procedures.together import Together


class Migration(migrations.Migration):

    replaces = [('tasks', '0001_initial'), ('tasks', '0002_a_log_entry_has_a_kind'), ('tasks', '0003_an_effect_counts_the_people_asked'), ('tasks', '0004_tasks_from_any_source')]

    initial = True

    dependencies = [
        ('actors', '0001_initial'),
        ('actors', '0003_further_bodies_and_charges'),
        ('documents', '0001_initial'),
    ]

    operations = [
        Together([
            migrations.CreateModel(
                name='Task',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('promise', '承诺事项'), ('assigned', '交办事项')], default='promise', max_length=10)),
                    ('state', models.CharField(default='doing', max_length=12, verbose_name='状态')),
                    ('title', models.CharField(max_length=300, verbose_name='事项')),
                    ('person_name', models.CharField(blank=True, max_length=60, verbose_name='责任人')),
                    ('basis', models.CharField(blank=True, max_length=200, verbose_name='依据')),
                    ('source_type', models.CharField(blank=True, max_length=30)),
                    ('source_id', models.BigIntegerField(blank=True, null=True)),
                    ('case_type', models.CharField(blank=True, max_length=30)),
                    ('case_id', models.BigIntegerField(blank=True, null=True)),
                    ('started_on', models.DateField(verbose_name='起')),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='时限')),
                    ('first_due_on', models.DateField(blank=True, null=True, verbose_name='原时限')),
                    ('done_on', models.DateField(blank=True, null=True, verbose_name='单位报结')),
                    ('verified_on', models.DateField(blank=True, null=True, verbose_name='核实')),
                    ('made_at', models.DateTimeField(auto_now_add=True)),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='actors.actor', verbose_name='责任单位')),
                    ('verified_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('accepted_on', models.DateField(blank=True, null=True, verbose_name='签收')),
                    ('assigned_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('basis_by', models.CharField(blank=True, max_length=80, verbose_name='由谁')),
                    ('basis_kind', models.CharField(choices=[('assigned', '交办'), ('instruction', '批示'), ('claimed', '认领')], default='claimed', max_length=12, verbose_name='依据的行为')),
                    ('basis_on', models.DateField(blank=True, null=True, verbose_name='哪天')),
                    ('delay_code', models.CharField(blank=True, max_length=20, verbose_name='滞后原因')),
                    ('dropped_on', models.DateField(blank=True, null=True, verbose_name='取消')),
                    ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='tasks.task')),
                    ('partner_names', models.CharField(blank=True, max_length=300, verbose_name='协办')),
                    ('paused_on', models.DateField(blank=True, null=True, verbose_name='暂停')),
                    ('percent', models.PositiveSmallIntegerField(default=0, verbose_name='进度')),
                    ('settled', models.BooleanField(default=False, verbose_name='承办单位已裁定')),
                    ('standard', models.CharField(blank=True, max_length=300, verbose_name='办成的标准')),
                    ('subject_id', models.BigIntegerField(blank=True, null=True, verbose_name='对象')),
                    ('told_level', models.PositiveSmallIntegerField(default=0)),
                    ('told_on', models.DateField(blank=True, null=True, verbose_name='最近一次进展')),
                    ('urge_level', models.PositiveSmallIntegerField(default=0, verbose_name='催办到哪一级')),
                    ('urged', models.PositiveSmallIntegerField(default=0, verbose_name='催办次数')),
                    ('weight', models.DecimalField(blank=True, decimal_places=4, max_digits=5, null=True, verbose_name='权重')),
                ],
                options={
                    'ordering': ('due_on', 'id'),
                    'indexes': [models.Index(fields=['committee', 'state', 'due_on'], name='tasks_task_committ_111590_idx'), models.Index(fields=['committee', 'owner', 'state'], name='tasks_task_committ_88f881_idx'), models.Index(fields=['committee', 'case_type', 'case_id'], name='tasks_task_committ_508f38_idx'), models.Index(fields=['source_type', 'source_id'], name='tasks_task_source__64ab8d_idx'), models.Index(fields=['committee', 'subject_id'], name='tasks_task_committ_f1d2e9_idx')],
                },
            ),
            migrations.CreateModel(
                name='Progress',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('on', models.DateField(verbose_name='日期')),
                    ('percent', models.PositiveSmallIntegerField(default=0, verbose_name='进度')),
                    ('text', models.TextField(verbose_name='进展')),
                    ('made_at', models.DateTimeField(auto_now_add=True)),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('evidence', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.document')),
                    ('task', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='progress', to='tasks.task')),
                    ('kind', models.CharField(choices=[('progress', '进展'), ('done', '单位报结'), ('verified', '核实销号'), ('rejected', '核实不实'), ('due', '改时限'), ('urged', '催办'), ('dropped', '取消'), ('accepted', '签收'), ('contested', '申请改派'), ('answered', '答复申请'), ('divided', '分解'), ('delay', '说明滞后'), ('time', '申请延期'), ('paused', '暂停'), ('resumed', '恢复')], default='progress', max_length=10)),
                    ('code', models.CharField(blank=True, max_length=20)),
                    ('held', models.PositiveIntegerField(blank=True, null=True, verbose_name='属实')),
                    ('sampled', models.PositiveIntegerField(blank=True, null=True, verbose_name='抽查')),
                ],
                options={
                    'ordering': ('on', 'id'),
                },
            ),
            migrations.CreateModel(
                name='Effect',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('about_type', models.CharField(max_length=30)),
                    ('about_id', models.BigIntegerField()),
                    ('case_type', models.CharField(max_length=30)),
                    ('case_id', models.BigIntegerField()),
                    ('measure', models.CharField(max_length=200, verbose_name='衡量什么')),
                    ('baseline', models.CharField(max_length=200, verbose_name='原来')),
                    ('value', models.CharField(blank=True, max_length=200, verbose_name='现在')),
                    ('measured_on', models.DateField(blank=True, null=True, verbose_name='测量日')),
                    ('verdict', models.CharField(choices=[('solved', '见效'), ('partly', '部分见效'), ('not', '未见效'), ('unknown', '尚不知道')], default='unknown', max_length=8)),
                    ('how', models.TextField(blank=True, verbose_name='怎么核实的')),
                    ('self_reported', models.BooleanField(default=True, verbose_name='单位自报')),
                    ('judged_at', models.DateTimeField(blank=True, null=True)),
                    ('made_at', models.DateTimeField(auto_now_add=True)),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('doer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('evidence', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.document')),
                    ('judge', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='核实人')),
                    ('asked', models.PositiveIntegerField(blank=True, null=True, verbose_name='问了几位群众')),
                    ('content', models.PositiveIntegerField(blank=True, null=True, verbose_name='其中认可的')),
                ],
                options={
                    'ordering': ('id',),
                    'indexes': [models.Index(fields=['committee', 'case_type', 'case_id'], name='tasks_effec_committ_3b34a7_idx'), models.Index(fields=['about_type', 'about_id'], name='tasks_effec_about_t_c6abb8_idx')],
                },
            ),
            migrations.CreateModel(
                name='Circular',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('month', models.DateField(verbose_name='月份')),
                    ('figures', models.JSONField()),
                    ('issued_at', models.DateTimeField(auto_now_add=True)),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                ],
                options={
                    'ordering': ('-month',),
                    'constraints': [models.UniqueConstraint(fields=('committee', 'month'), name='a_month_is_told_once')],
                },
            ),
            migrations.CreateModel(
                name='Explanation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('month', models.DateField(verbose_name='月份')),
                    ('text', models.CharField(max_length=500, verbose_name='说明')),
                    ('on', models.DateField(verbose_name='日期')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                ],
                options={
                    'ordering': ('id',),
                    'indexes': [models.Index(fields=['committee', 'month', 'unit'], name='tasks_expla_committ_a59d93_idx')],
                },
            ),
            migrations.CreateModel(
                name='Partner',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('task', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='partners', to='tasks.task')),
                    ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='joint_tasks', to='actors.actor')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('task', 'unit'), name='a_partner_is_named_once')],
                },
            ),
            migrations.CreateModel(
                name='Request',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('contest', '申请改派'), ('time', '申请延期')], max_length=8)),
                    ('state', models.CharField(choices=[('open', '等答复'), ('granted', '同意'), ('refused', '不同意')], default='open', max_length=8)),
                    ('reason', models.TextField(verbose_name='理由')),
                    ('code', models.CharField(blank=True, max_length=20, verbose_name='原因')),
                    ('until', models.DateField(blank=True, null=True, verbose_name='申请延到')),
                    ('asked_on', models.DateField(verbose_name='提出')),
                    ('answer', models.TextField(blank=True, verbose_name='答复')),
                    ('answered_on', models.DateField(blank=True, null=True, verbose_name='答复日')),
                    ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('better', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('task', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='requests', to='tasks.task')),
                    ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                ],
                options={
                    'ordering': ('id',),
                    'indexes': [models.Index(fields=['committee', 'state'], name='tasks_reque_committ_1283a3_idx')],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'open')), fields=('task', 'kind'), name='one_open_request_a_kind')],
                },
            ),
        ]),
    ]
