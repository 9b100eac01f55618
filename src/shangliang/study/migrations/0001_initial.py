import django.db.models.deletion
import shangliang.procedures.together
import shangliang.study.models.quiz
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('actors', '0003_further_bodies_and_charges'),
        ('documents', '0002_texts_are_read_clause_by_clause'),
    ]

    operations = [
        shangliang.procedures.together.Together(
            tables=[migrations.CreateModel(
                name='Bank',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('state', models.CharField(default='open', max_length=10, verbose_name='状态')),
                    ('title', models.CharField(max_length=80, verbose_name='名称')),
                    ('about', models.CharField(blank=True, max_length=300, verbose_name='说明')),
                    ('practice', models.BooleanField(default=True, verbose_name='可以练习')),
                    ('made_at', models.DateTimeField(auto_now_add=True)),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                ],
                options={
                    'ordering': ('title', 'id'),
                    'constraints': [models.UniqueConstraint(fields=('committee', 'title'), name='a_bank_is_named_once')],
                },
            ), migrations.CreateModel(
                name='BankQuestion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('state', models.CharField(default='active', max_length=10, verbose_name='状态')),
                    ('kind', models.CharField(choices=[('single', '单选'), ('multiple', '多选'), ('judge', '判断'), ('fill', '填空')], max_length=10, verbose_name='题型')),
                    ('text', models.CharField(max_length=500, verbose_name='题目')),
                    ('options', models.JSONField(blank=True, default=list, verbose_name='选项')),
                    ('answer', models.JSONField(default=list, verbose_name='答案')),
                    ('sentence', models.CharField(max_length=1000, verbose_name='原句')),
                    ('seen_version', models.PositiveSmallIntegerField(default=1)),
                    ('made_at', models.DateTimeField(auto_now_add=True)),
                    ('bank', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='study.bank')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('clause', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.clause')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                ],
                options={
                    'ordering': ('id',),
                    'indexes': [models.Index(fields=['committee', 'bank', 'state'], name='study_bankq_committ_b84807_idx')],
                    'constraints': [models.UniqueConstraint(fields=('bank', 'text'), name='a_question_is_asked_once_in_a_bank')],
                },
            ), migrations.CreateModel(
                name='Drill',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('wrong', models.PositiveSmallIntegerField(default=1, verbose_name='错了几次')),
                    ('run', models.PositiveSmallIntegerField(default=0, verbose_name='连对几次')),
                    ('due_on', models.DateField(verbose_name='哪天再练')),
                    ('closed_on', models.DateField(blank=True, null=True, verbose_name='练会了')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
                    ('question', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='study.bankquestion')),
                ],
                options={
                    'ordering': ('due_on', 'id'),
                    'indexes': [models.Index(fields=['committee', 'person', 'closed_on'], name='study_drill_committ_289ecf_idx')],
                    'constraints': [models.UniqueConstraint(fields=('person', 'question'), name='one_drill_a_question')],
                },
            ), migrations.CreateModel(
                name='LayerSeat',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('layer', models.CharField(max_length=24, verbose_name='层')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                ],
                options={
                    'ordering': ('layer', 'person__stroke_key', 'id'),
                    'constraints': [models.UniqueConstraint(fields=('committee', 'layer', 'person'), name='a_layer_names_a_person_once')],
                },
            ), migrations.CreateModel(
                name='NeedsSurvey',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('state', models.CharField(default='draft', max_length=10, verbose_name='状态')),
                    ('title', models.CharField(max_length=120, verbose_name='名称')),
                    ('matters', models.JSONField(default=list, verbose_name='可选的内容')),
                    ('until', models.DateField(verbose_name='截止')),
                    ('made_at', models.DateTimeField(auto_now_add=True)),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                ],
                options={
                    'ordering': ('-id',),
                },
            ), migrations.CreateModel(
                name='NeedsAnswer',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('chosen', models.JSONField(default=list)),
                    ('text', models.CharField(blank=True, max_length=300, verbose_name='还想学什么')),
                    ('at', models.DateTimeField(auto_now=True)),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('survey', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='study.needssurvey')),
                ],
                options={
                    'ordering': ('id',),
                    'constraints': [models.UniqueConstraint(fields=('survey', 'person'), name='needs_are_told_once_a_person')],
                },
            ), migrations.CreateModel(
                name='StudyPlan',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('state', models.CharField(default='draft', max_length=10, verbose_name='状态')),
                    ('year', models.PositiveSmallIntegerField(verbose_name='年度')),
                    ('title', models.CharField(max_length=120, verbose_name='名称')),
                    ('text', models.TextField(blank=True, max_length=2000, verbose_name='目标和要求')),
                    ('basis', models.CharField(blank=True, max_length=200, verbose_name='依据')),
                    ('issued_on', models.DateField(blank=True, null=True, verbose_name='印发')),
                    ('made_at', models.DateTimeField(auto_now_add=True)),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                ],
                options={
                    'ordering': ('-year', 'id'),
                    'constraints': [models.UniqueConstraint(fields=('committee', 'year', 'title'), name='a_study_plan_is_named_once_a_year')],
                },
            ), migrations.CreateModel(
                name='StudyItem',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('state', models.CharField(default='draft', max_length=10, verbose_name='状态')),
                    ('kind', models.CharField(choices=[('reading', '读文件'), ('session', '集体学习、报告会'), ('seminar', '研讨会'), ('branch', '支部学习会'), ('training', '培训'), ('paper', '论文、体会文章'), ('quiz', '知识竞赛')], max_length=10, verbose_name='方式')),
                    ('title', models.CharField(max_length=120, verbose_name='内容')),
                    ('text', models.TextField(blank=True, max_length=2000, verbose_name='要求')),
                    ('induction', models.BooleanField(default=False, verbose_name='新任委员必学')),
                    ('hours', models.PositiveSmallIntegerField(default=0, verbose_name='学时')),
                    ('activity_id', models.BigIntegerField(blank=True, null=True)),
                    ('speakers', models.CharField(blank=True, max_length=300, verbose_name='主讲、发言')),
                    ('record', models.TextField(blank=True, max_length=8000, verbose_name='记录')),
                    ('points', models.TextField(blank=True, max_length=4000, verbose_name='要点')),
                    ('recorded_at', models.DateTimeField(blank=True, null=True)),
                    ('issued_at', models.DateTimeField(blank=True, null=True)),
                    ('why_ended', models.CharField(blank=True, max_length=200, verbose_name='取消的原因')),
                    ('made_at', models.DateTimeField(auto_now_add=True)),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('intake', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.intake')),
                    ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='study.studyplan')),
                ],
                options={
                    'ordering': ('id',),
                    'indexes': [models.Index(fields=['committee', 'state', 'kind'], name='study_study_committ_533022_idx')],
                },
            ), migrations.CreateModel(
                name='ItemLayer',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('layer', models.CharField(max_length=24, verbose_name='层')),
                    ('label', models.CharField(max_length=60)),
                    ('order', models.PositiveSmallIntegerField(default=0)),
                    ('due_on', models.DateField(verbose_name='完成时限')),
                    ('body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='layers', to='study.studyitem')),
                ],
                options={
                    'ordering': ('order', 'id'),
                    'constraints': [models.UniqueConstraint(fields=('item', 'layer'), name='a_layer_stands_once_in_an_item')],
                },
            ), migrations.CreateModel(
                name='Quiz',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('state', models.CharField(default='draft', max_length=10, verbose_name='状态')),
                    ('title', models.CharField(max_length=120, verbose_name='名称')),
                    ('text', models.TextField(blank=True, max_length=1000, verbose_name='说明')),
                    ('starts_at', models.DateTimeField(verbose_name='开始')),
                    ('ends_at', models.DateTimeField(verbose_name='结束')),
                    ('minutes', models.PositiveSmallIntegerField(default=20, verbose_name='每人答题分钟')),
                    ('team_by', models.CharField(blank=True, choices=[('', '不组队'), ('sector', '按界别'), ('special_committee', '按专委会'), ('group', '按委员小组'), ('home', '按党支部、工作室')], default='', max_length=20, verbose_name='组队')),
                    ('team_best', models.PositiveSmallIntegerField(default=3, verbose_name='每队取几人')),
                    ('partial', models.BooleanField(default=False, verbose_name='多选漏选给一半分')),
                    ('show_people', models.BooleanField(default=False, verbose_name='个人榜公布姓名')),
                    ('salt', models.CharField(default=shangliang.study.models.quiz.new_salt, editable=False, max_length=16)),
                    ('why_ended', models.CharField(blank=True, max_length=200, verbose_name='作废的原因')),
                    ('made_at', models.DateTimeField(auto_now_add=True)),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='quizzes', to='study.studyitem')),
                ],
                options={
                    'ordering': ('-starts_at', '-id'),
                    'indexes': [models.Index(fields=['committee', 'state', '-starts_at'], name='study_quiz_committ_61c402_idx')],
                },
            ), migrations.CreateModel(
                name='QuizEntry',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('state', models.CharField(default='running', max_length=10, verbose_name='状态')),
                    ('started_at', models.DateTimeField(verbose_name='开始')),
                    ('ends_at', models.DateTimeField(verbose_name='到点')),
                    ('handed_at', models.DateTimeField(blank=True, null=True, verbose_name='交卷')),
                    ('how', models.CharField(blank=True, choices=[('self', '本人交卷'), ('clock', '时间到，按已送到的算')], max_length=8)),
                    ('score', models.PositiveSmallIntegerField(default=0, verbose_name='得分')),
                    ('right', models.PositiveSmallIntegerField(default=0, verbose_name='答对')),
                    ('seconds', models.PositiveIntegerField(default=0, verbose_name='用时（秒）')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('quiz', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='study.quiz')),
                    ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                ],
                options={
                    'ordering': ('id',),
                    'indexes': [models.Index(fields=['quiz', 'state'], name='study_quize_quiz_id_f0a4eb_idx')],
                    'constraints': [models.UniqueConstraint(fields=('quiz', 'person'), name='one_entry_a_person_and_contest')],
                },
            ), migrations.CreateModel(
                name='QuizQuestion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveSmallIntegerField()),
                    ('kind', models.CharField(choices=[('single', '单选'), ('multiple', '多选'), ('judge', '判断'), ('fill', '填空')], max_length=10)),
                    ('text', models.CharField(max_length=500)),
                    ('options', models.JSONField(default=list)),
                    ('answer', models.JSONField(default=list)),
                    ('points', models.PositiveSmallIntegerField(verbose_name='分值')),
                    ('source', models.CharField(max_length=340, verbose_name='出处')),
                    ('sentence', models.CharField(max_length=1000, verbose_name='原句')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('question', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='study.bankquestion')),
                    ('quiz', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='study.quiz')),
                ],
                options={
                    'ordering': ('number',),
                    'constraints': [models.UniqueConstraint(fields=('quiz', 'question'), name='a_question_is_drawn_once')],
                },
            ), migrations.CreateModel(
                name='QuizAnswer',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('given', models.JSONField(default=list)),
                    ('points', models.PositiveSmallIntegerField(default=0)),
                    ('right', models.BooleanField(default=False)),
                    ('saved_at', models.DateTimeField()),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='study.quizentry')),
                    ('question', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='study.quizquestion')),
                ],
                options={
                    'ordering': ('id',),
                    'constraints': [models.UniqueConstraint(fields=('entry', 'question'), name='one_answer_a_question_of_a_sheet')],
                },
            ), migrations.CreateModel(
                name='StudyDuty',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('state', models.CharField(default='todo', max_length=10, verbose_name='状态')),
                    ('how', models.CharField(blank=True, choices=[('self', '本人确认'), ('signed', '签到'), ('paper', '交了文章'), ('quiz', '答了题'), ('office', '工作人员登记')], max_length=8, verbose_name='怎么完成')),
                    ('done_at', models.DateTimeField(blank=True, null=True, verbose_name='完成')),
                    ('why', models.CharField(blank=True, max_length=200, verbose_name='免修原因')),
                    ('made_at', models.DateTimeField(auto_now_add=True)),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('layer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='duties', to='study.itemlayer')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='duties', to='study.studyitem')),
                ],
                options={
                    'ordering': ('person__stroke_key', 'id'),
                    'indexes': [models.Index(fields=['committee', 'person', 'state'], name='study_study_committ_80696d_idx')],
                    'constraints': [models.UniqueConstraint(fields=('item', 'person'), name='one_duty_a_person_and_item')],
                },
            ), migrations.CreateModel(
                name='StudyNote',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('text', models.TextField(max_length=2000, verbose_name='学到什么')),
                    ('shared_at', models.DateTimeField(blank=True, null=True)),
                    ('at', models.DateTimeField(auto_now=True)),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('duty', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='note', to='study.studyduty')),
                ],
                options={
                    'ordering': ('-shared_at', '-id'),
                },
            ), migrations.CreateModel(
                name='StudyPaper',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('state', models.CharField(default='draft', max_length=10, verbose_name='状态')),
                    ('title', models.CharField(max_length=120, verbose_name='题目')),
                    ('text', models.TextField(blank=True, max_length=60000, verbose_name='正文')),
                    ('consent', models.BooleanField(default=False, verbose_name='同意在内部刊出')),
                    ('returned_note', models.CharField(blank=True, max_length=500, verbose_name='哪里要改')),
                    ('handed_at', models.DateTimeField(blank=True, null=True, verbose_name='交来')),
                    ('published_at', models.DateTimeField(blank=True, null=True, verbose_name='刊出')),
                    ('made_at', models.DateTimeField(auto_now_add=True)),
                    ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.document')),
                    ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='study.studyitem')),
                ],
                options={
                    'ordering': ('-id',),
                    'indexes': [models.Index(fields=['committee', 'state', '-id'], name='study_study_committ_103fac_idx')],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('item__isnull', False)), fields=('item', 'author'), name='one_paper_a_person_and_item')],
                },
            ), migrations.CreateModel(
                name='PaperComment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('text', models.TextField(max_length=2000, verbose_name='意见')),
                    ('at', models.DateTimeField(auto_now_add=True)),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('paper', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='study.studypaper')),
                ],
                options={
                    'ordering': ('id',),
                },
            ), migrations.CreateModel(
                name='StudyReading',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=200, verbose_name='读什么')),
                    ('order', models.PositiveSmallIntegerField(default=0)),
                    ('clause', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.clause')),
                    ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor', verbose_name='所属政协')),
                    ('intake', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.intake')),
                    ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='study.studyitem')),
                ],
                options={
                    'ordering': ('order', 'id'),
                },
            )],
        ),
    ]
