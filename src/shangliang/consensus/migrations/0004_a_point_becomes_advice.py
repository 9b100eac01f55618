from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('consensus', '0003_phases_and_tickets'),
    ]

    operations = [
        migrations.AlterField(
            model_name='followup',
            name='kind',
            field=models.CharField(choices=[('used', '用上了'), ('task', '交办'), ('advice', '列入建议'), ('topic', '列入议题'), ('answer', '有答复'), ('not', '没有采用')], max_length=8, verbose_name='是什么'),
        ),
    ]
