"""Two regions in one PostgreSQL, a schema and a key each: nothing of one is seen or waited for by the other."""

import pytest
from drawn_sheets import MARCH, SECRET, arrived, everything

from data_sources.storing.keys.secret import SecretKey
from data_sources.storing.store import Store, StoreFault

OTHER = SecretKey(b"another key of 32 bytes ........")


def test_regions_in_schemas_of_their_own_are_apart(request: pytest.FixtureRequest) -> None:
    server = request.getfixturevalue("postgresql")
    url = server.emptied()
    for name in ("gjovik", "fredrikstad"):
        with server.connect() as connection:
            connection.execute(f"DROP SCHEMA IF EXISTS {name} CASCADE")
            connection.execute(f"CREATE SCHEMA {name}")
    urls = {name: f"{url}&options=-csearch_path%3D{name}" for name in ("gjovik", "fredrikstad")}
    one, other = Store(urls["gjovik"], SECRET, patience=2), Store(urls["fredrikstad"], OTHER, patience=2)
    before = everything(other)
    one.keep(arrived(MARCH), "kari")
    assert everything(other) == before and other.batches() == [] and len(one.batches()) == 1
    with one.engine.connect().execution_options(writes=True) as writing, writing.begin():
        writing.exec_driver_sql("SELECT pg_advisory_xact_lock(20260101, hashtext(current_schema()))")
        assert other.keep(arrived(MARCH), "ola").id == 1  # the other region's writer is not waited for
    with pytest.raises(StoreFault) as caught:
        Store(urls["gjovik"], OTHER)
    assert caught.value.reason == "other-key"
    for store in (one, other):
        store.engine.dispose()
    with server.connect() as connection:
        connection.execute("DROP SCHEMA gjovik CASCADE")
        connection.execute("DROP SCHEMA fredrikstad CASCADE")
