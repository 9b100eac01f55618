"""Twenty threads write at once: no place is missing, none is taken twice, the chain is whole."""

import threading

import pytest
from django.db import close_old_connections, connection, transaction

from shangliang.demo.small import build_small_city
from shangliang.journal.models import Event
from shangliang.journal.verify import verify
from shangliang.journal.write import write

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
THREADS, EACH = 20, 10


def test_twenty_writers_make_one_chain_without_gap(transactional_db):
    city = build_small_city()
    case = city.submitted()
    before = Event.objects.filter(committee=city.committee).count()
    gate = threading.Barrier(THREADS)
    broken: list[BaseException] = []

    def run(n: int) -> None:
        close_old_connections()
        try:
            gate.wait()
            for k in range(EACH):
                try:
                    with transaction.atomic():
                        write(
                            committee_id=city.committee.pk,
                            person_id=city.people["clerk"].pk,
                            verb="proposal.review",
                            case=case,
                            detail={"thread": n, "n": k},
                        )
                        if k % 3 == 2:
                            raise KeyError  # a verb that fails takes no place
                except KeyError:
                    continue
        except BaseException as error:  # noqa: BLE001  told below, in the test's own thread
            broken.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(n,)) for n in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not broken
    rows = Event.objects.filter(committee=city.committee).order_by("seq")
    places = list(rows.values_list("seq", flat=True))
    kept = sum(k % 3 != 2 for k in range(EACH))
    assert places == list(range(1, before + THREADS * kept + 1))
    assert list(verify(city.committee.pk)) == []
