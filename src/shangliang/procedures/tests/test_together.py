"""Tables made together are the tables made one by one, and go again."""

import pytest
from django.db import connection, models
from django.db.migrations import CreateModel
from django.db.migrations.state import ProjectState

from shangliang.procedures.together import Together

SHELF = CreateModel("Shelf", [("id", models.BigAutoField(primary_key=True))])
BOOK = CreateModel(
    "Book",
    [
        ("id", models.BigAutoField(primary_key=True)),
        ("shelf", models.ForeignKey("library.shelf", on_delete=models.CASCADE)),
    ],
    {"indexes": [models.Index(fields=["shelf", "-id"], name="library_book_shelf")]},
)


@pytest.mark.django_db(transaction=True)
def test_tables_made_together_stand_with_their_indexes_and_go_in_reverse() -> None:
    step = Together([SHELF, BOOK])
    before = ProjectState()
    after = before.clone()
    step.state_forwards("library", after)
    assert set(after.models) == {("library", "shelf"), ("library", "book")}
    with connection.schema_editor() as editor:
        step.database_forwards("library", editor, before, after)
    with connection.cursor() as cursor:
        assert {"library_shelf", "library_book"} <= set(connection.introspection.table_names())
        found = connection.introspection.get_constraints(cursor, "library_book")
    assert "library_book_shelf" in found
    with connection.schema_editor() as editor:
        step.database_backwards("library", editor, after, before)
    assert not {"library_shelf", "library_book"} & set(connection.introspection.table_names())
