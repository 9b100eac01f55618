import datetime
import django.db.models.deletion
import shangliang.procedures.together
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('actors', '0003_further_bodies_and_charges'),
    ]

    operations = [
        shangliang.procedures.together.Together(
            tables=[migrations.CreateModel(
                name='CompositionRule',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('scope', models.CharField(choices=[('members', '全体委员'), ('standing', '常委会组成人员')], max_length=10, verbose_name='在哪些人里')),
                    ('measure', models.CharField(choices=[('non_party', '非中共委员'), ('party', '中共委员'), ('women', '女委员'), ('minority', '少数民族委员'), ('young', '45 岁以下委员'), ('sector', '某一界别的委员')], max_length=12, verbose_name='看什么')),
                    ('way', models.CharField(choices=[('least', '不少于'), ('most', '不超过')], max_length=6, verbose_name='要求')),
                    ('value', models.DecimalField(decimal_places=1, max_digits=6, verbose_name='数')),
                    ('percent', models.BooleanField(default=True, verbose_name='是百分比')),
                    ('source', models.CharField(max_length=200, verbose_name='依据')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('sector', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('term', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='composition', to='actors.term')),
                ],
                options={
                    'ordering': ('scope', 'id'),
                },
            ), migrations.CreateModel(
                name='Listed',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('member', '委员人才'), ('expert', '社会专家'), ('retired', '离任委员'), ('institute', '智库机构'), ('friend', '政协之友'), ('contact', '联系对象')], max_length=10, verbose_name='名单')),
                    ('state', models.CharField(default='asked', max_length=8, verbose_name='状态')),
                    ('name', models.CharField(max_length=60, verbose_name='姓名或名称')),
                    ('unit', models.CharField(blank=True, max_length=120, verbose_name='单位')),
                    ('post', models.CharField(blank=True, max_length=60, verbose_name='职务职称')),
                    ('phone', models.CharField(blank=True, max_length=40, verbose_name='电话')),
                    ('fields', models.CharField(blank=True, max_length=200, verbose_name='擅长')),
                    ('kin', models.CharField(blank=True, max_length=300, verbose_name='本人申明有关联的单位')),
                    ('purpose', models.CharField(max_length=200, verbose_name='用途')),
                    ('how', models.CharField(blank=True, max_length=60, verbose_name='怎么同意的')),
                    ('consent_on', models.DateField(blank=True, null=True, verbose_name='同意日')),
                    ('until', models.DateField(verbose_name='到哪天')),
                    ('every_days', models.PositiveSmallIntegerField(default=0, verbose_name='隔几天联系一次')),
                    ('made_on', models.DateField(verbose_name='登记')),
                    ('gone_on', models.DateField(blank=True, null=True, verbose_name='撤回')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('keeper', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='联系人')),
                    ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='listings', to='actors.actor')),
                ],
                options={
                    'ordering': ('kind', 'id'),
                    'indexes': [models.Index(fields=['committee', 'kind', 'state'], name='groups_list_committ_6664d7_idx'), models.Index(fields=['committee', 'keeper'], name='groups_list_committ_769a98_idx')],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('person__isnull', False), models.Q(('state', 'gone'), _negated=True)), fields=('committee', 'kind', 'person'), name='a_person_stands_once_on_a_list'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'in'), _negated=True), ('consent_on__isnull', False), _connector='OR'), name='nobody_is_listed_without_consent')],
                },
            ), migrations.CreateModel(
                name='Asking',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=120, verbose_name='请来做什么')),
                    ('brief', models.CharField(blank=True, max_length=500, verbose_name='要求')),
                    ('on', models.DateField(verbose_name='日期')),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='哪天前交')),
                    ('about_type', models.CharField(blank=True, max_length=30)),
                    ('about_id', models.BigIntegerField(blank=True, null=True)),
                    ('answer', models.CharField(choices=[('waiting', '等答复'), ('came', '来了'), ('declined', '没能来')], default='waiting', max_length=10, verbose_name='答复')),
                    ('delivered', models.CharField(blank=True, max_length=500, verbose_name='交来了什么')),
                    ('delivered_on', models.DateField(blank=True, null=True)),
                    ('review', models.CharField(blank=True, max_length=500, verbose_name='评议')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('listed', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='askings', to='groups.listed')),
                ],
                options={
                    'ordering': ('-on', '-id'),
                    'indexes': [models.Index(fields=['committee', 'listed', '-on'], name='groups_aski_committ_b1a422_idx')],
                },
            ), migrations.CreateModel(
                name='Minimum',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('form', models.CharField(choices=[('group', '委员履职小组'), ('studio', '委员工作室'), ('point', '委员联系点'), ('sector', '界别'), ('branch', '党支部'), ('committee', '专门委员会'), ('party', '党派团体')], max_length=10, verbose_name='类型')),
                    ('kind', models.CharField(max_length=12, verbose_name='做什么')),
                    ('least', models.PositiveSmallIntegerField(verbose_name='一年至少')),
                    ('year', models.PositiveSmallIntegerField(verbose_name='从哪年起')),
                    ('source', models.CharField(max_length=200, verbose_name='依据')),
                    ('at', models.DateTimeField(auto_now_add=True)),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                ],
                options={
                    'ordering': ('form', 'kind', '-year', '-id'),
                    'indexes': [models.Index(fields=['committee', 'form', 'year'], name='groups_mini_committ_c22d75_idx')],
                },
            ), migrations.CreateModel(
                name='Team',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('form', models.CharField(choices=[('group', '委员履职小组'), ('studio', '委员工作室'), ('point', '委员联系点'), ('sector', '界别'), ('branch', '党支部'), ('committee', '专门委员会'), ('party', '党派团体')], max_length=10, verbose_name='类型')),
                    ('state', models.CharField(default='running', max_length=8, verbose_name='状态')),
                    ('basis', models.CharField(blank=True, max_length=60, verbose_name='怎么分的')),
                    ('place', models.CharField(blank=True, max_length=120, verbose_name='地点')),
                    ('serves', models.CharField(blank=True, max_length=300, verbose_name='服务的群体、联系的单位和村社')),
                    ('note', models.CharField(blank=True, max_length=300, verbose_name='说明')),
                    ('opened_on', models.DateField(verbose_name='设立')),
                    ('closed_on', models.DateField(blank=True, null=True, verbose_name='撤销')),
                    ('body', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='team', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('guide', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='对口专委会')),
                ],
                options={
                    'ordering': ('form', 'body__stroke_key', 'id'),
                    'indexes': [models.Index(fields=['committee', 'form', 'state'], name='groups_team_committ_e12ad7_idx')],
                },
            ), migrations.CreateModel(
                name='Shift',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('day', models.DateField(verbose_name='日期')),
                    ('begins', models.TimeField(default=datetime.time(9, 0), verbose_name='起')),
                    ('ends', models.TimeField(default=datetime.time(11, 30), verbose_name='止')),
                    ('state', models.CharField(default='planned', max_length=8, verbose_name='状态')),
                    ('told_at', models.DateTimeField(blank=True, null=True, verbose_name='提醒')),
                    ('why', models.CharField(blank=True, max_length=120, verbose_name='原因')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('first_person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shifts', to='actors.actor')),
                    ('stand_in', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('team', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shifts', to='groups.team')),
                ],
                options={
                    'ordering': ('day', 'begins', 'id'),
                    'indexes': [models.Index(fields=['committee', 'person', 'day'], name='groups_shif_committ_1712bd_idx')],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'dropped'), _negated=True), fields=('team', 'day', 'begins'), name='one_shift_at_a_time_in_a_team')],
                },
            ), migrations.CreateModel(
                name='Heard',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('matter', models.CharField(choices=[('jobs', '就业创业'), ('school', '上学'), ('health', '看病'), ('care', '养老托幼'), ('housing', '住房物业'), ('traffic', '交通出行'), ('environment', '环境卫生'), ('business', '生产经营'), ('service', '办事服务'), ('law', '法律咨询'), ('culture', '文化体育'), ('other', '其他')], max_length=12, verbose_name='哪方面')),
                    ('text', models.CharField(max_length=300, verbose_name='说了什么事')),
                    ('answer', models.CharField(blank=True, max_length=300, verbose_name='当场怎么答的')),
                    ('source_type', models.CharField(blank=True, max_length=30)),
                    ('source_id', models.BigIntegerField(blank=True, null=True)),
                    ('at', models.DateTimeField(auto_now_add=True)),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('shift', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='heard', to='groups.shift')),
                ],
                options={
                    'ordering': ('-id',),
                    'indexes': [models.Index(fields=['committee', '-at'], name='groups_hear_committ_5112f0_idx')],
                },
            ), migrations.CreateModel(
                name='PlanLine',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('year', models.PositiveSmallIntegerField(verbose_name='年度')),
                    ('kind', models.CharField(choices=[('study', '学习'), ('proposal', '提案'), ('report', '社情民意'), ('inspection', '视察调研'), ('speech', '大会发言'), ('service', '服务群众'), ('duty', '值班接待'), ('contact', '走访联系'), ('plan', '年度计划'), ('summary', '年度总结'), ('activity', '其他活动')], max_length=12, verbose_name='做什么')),
                    ('title', models.CharField(max_length=120, verbose_name='事项')),
                    ('due_on', models.DateField(verbose_name='哪天前')),
                    ('level', models.CharField(choices=[('own', '自己定的'), ('city', '本级部署'), ('province', '省级部署'), ('centre', '中央部署')], default='own', max_length=10, verbose_name='谁部署的')),
                    ('basis', models.CharField(blank=True, max_length=120, verbose_name='依据')),
                    ('dropped_why', models.CharField(blank=True, max_length=120, verbose_name='不做的原因')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('team', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='plan', to='groups.team')),
                ],
                options={
                    'ordering': ('due_on', 'id'),
                },
            ), migrations.CreateModel(
                name='Effort',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('study', '学习'), ('proposal', '提案'), ('report', '社情民意'), ('inspection', '视察调研'), ('speech', '大会发言'), ('service', '服务群众'), ('duty', '值班接待'), ('contact', '走访联系'), ('plan', '年度计划'), ('summary', '年度总结'), ('activity', '其他活动')], max_length=12, verbose_name='做什么')),
                    ('on', models.DateField(verbose_name='日期')),
                    ('title', models.CharField(max_length=120, verbose_name='事项')),
                    ('text', models.CharField(blank=True, max_length=500, verbose_name='简况')),
                    ('people', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='参加人数')),
                    ('source_type', models.CharField(blank=True, max_length=30)),
                    ('source_id', models.BigIntegerField(blank=True, null=True)),
                    ('at', models.DateTimeField(auto_now_add=True)),
                    ('void_why', models.CharField(blank=True, max_length=120, verbose_name='作废原因')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('line', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='efforts', to='groups.planline')),
                    ('team', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='efforts', to='groups.team')),
                ],
                options={
                    'ordering': ('-on', '-id'),
                    'indexes': [models.Index(fields=['committee', 'team', '-on'], name='groups_effo_committ_368f47_idx')],
                },
            ), migrations.CreateModel(
                name='Touch',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('on', models.DateField(verbose_name='日期')),
                    ('way', models.CharField(max_length=10, verbose_name='方式')),
                    ('matter', models.CharField(blank=True, choices=[('jobs', '就业创业'), ('school', '上学'), ('health', '看病'), ('care', '养老托幼'), ('housing', '住房物业'), ('traffic', '交通出行'), ('environment', '环境卫生'), ('business', '生产经营'), ('service', '办事服务'), ('law', '法律咨询'), ('culture', '文化体育'), ('other', '其他')], max_length=12, verbose_name='哪方面的事')),
                    ('note', models.CharField(blank=True, max_length=120, verbose_name='什么事')),
                    ('referred', models.CharField(blank=True, max_length=200, verbose_name='转给谁办')),
                    ('open_question', models.BooleanField(default=False, verbose_name='还没有答复')),
                    ('at', models.DateTimeField(auto_now_add=True)),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('listed', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='touches', to='groups.listed')),
                    ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='touches', to='groups.team')),
                    ('whom', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='touched', to='actors.actor')),
                ],
                options={
                    'ordering': ('-on', '-id'),
                    'indexes': [models.Index(fields=['committee', 'whom', '-on'], name='groups_touc_committ_d40d57_idx'), models.Index(fields=['committee', 'listed', '-on'], name='groups_touc_committ_f4f41c_idx')],
                },
            )],
        ),
    ]
