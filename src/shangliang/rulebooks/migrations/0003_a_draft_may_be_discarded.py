from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("rulebooks", "0002_who_wrote_a_draft")]

    operations = [
        migrations.AlterField(
            model_name="rulebook",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "草稿"),
                    ("published", "已发布"),
                    ("discarded", "已弃去"),
                ],
                default="draft",
                max_length=12,
                verbose_name="状态",
            ),
        ),
    ]
