"""The database itself refuses to change or delete a vote: the last of a cell counts, none is lost."""

from django.db import migrations

SQLITE = [
    """CREATE TRIGGER consensus_vote_no_update BEFORE UPDATE ON consensus_vote
       BEGIN SELECT RAISE(ABORT, 'votes are append-only'); END""",
    """CREATE TRIGGER consensus_vote_no_delete BEFORE DELETE ON consensus_vote
       BEGIN SELECT RAISE(ABORT, 'votes are append-only'); END""",
]
POSTGRES = [
    """CREATE OR REPLACE FUNCTION consensus_votes_append_only() RETURNS trigger AS $$
       BEGIN RAISE EXCEPTION 'votes are append-only'; END $$ LANGUAGE plpgsql""",
    """CREATE TRIGGER consensus_vote_append_only BEFORE UPDATE OR DELETE ON consensus_vote
       FOR EACH ROW EXECUTE FUNCTION consensus_votes_append_only()""",
]


def protect(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for statement in SQLITE if vendor == "sqlite" else POSTGRES:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("consensus", "0001_initial")]
    operations = [migrations.RunPython(protect, migrations.RunPython.noop)]
