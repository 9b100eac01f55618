"""The database itself refuses to change or delete an event (ASVS 16.4.2, GB/T 22239 8.1.4.3)."""

from django.db import migrations

SQLITE = [
    """CREATE TRIGGER journal_event_no_update BEFORE UPDATE ON journal_event
       BEGIN SELECT RAISE(ABORT, 'events are append-only'); END""",
    """CREATE TRIGGER journal_event_no_delete BEFORE DELETE ON journal_event
       BEGIN SELECT RAISE(ABORT, 'events are append-only'); END""",
]
POSTGRES = [
    """CREATE OR REPLACE FUNCTION journal_append_only() RETURNS trigger AS $$
       BEGIN RAISE EXCEPTION 'events are append-only'; END $$ LANGUAGE plpgsql""",
    """CREATE TRIGGER journal_event_append_only BEFORE UPDATE OR DELETE ON journal_event
       FOR EACH ROW EXECUTE FUNCTION journal_append_only()""",
]


def protect(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for statement in SQLITE if vendor == "sqlite" else POSTGRES:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [migrations.RunPython(protect, migrations.RunPython.noop)]
