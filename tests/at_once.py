"""Many hands at the same moment: threads that start together, each with a connection of its own."""

import threading
from collections.abc import Callable

from django.db import close_old_connections, connection

from shangliang.procedures.verdicts import Refused


def at_once(acts: list[Callable[[], object]]) -> list[str]:
    """Run all at the same moment; the refusals' words. Any other error fails the test."""
    gate = threading.Barrier(len(acts))
    said: list[str] = []
    broken: list[BaseException] = []

    def run(act: Callable[[], object]) -> None:
        close_old_connections()
        try:
            connection.ensure_connection()  # so that the gate opens on work, not on connecting
            gate.wait()
            act()
        except Refused as refused:
            said.append(str(refused))
        except BaseException as error:  # noqa: BLE001  told below, in the test's own thread
            broken.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not broken, broken
    return said
