"""What is kept, what a correction replaces, what an undo brings back, and what the history says."""

from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa
from drawn_sheets import (
    ATTENDANCE,
    CONCERTS,
    CORRECTED,
    MARCH,
    POPULATION,
    REFERRALS,
    SECRET,
    Rows,
    arrived,
    counts,
    everything,
)

from data_sources.declared.tables import ATTENDANCE as ATTENDANCE_TABLE
from data_sources.declared.tables import REFERRALS as REFERRALS_TABLE
from data_sources.declared.tables import TABLES
from data_sources.recognising.layout import fingerprint
from data_sources.storing.rows import columns
from data_sources.storing.schema import ROWS
from data_sources.storing.store import Counts, Store

pytestmark = pytest.mark.slow

LATER = [*CORRECTED[:1], [*CORRECTED[1][:5], "avbud", None, "nei"], *CORRECTED[2:]]
EVERYTHING: dict[str, Rows] = {
    "Oppmøte": MARCH,
    "Henvisninger": [
        REFERRALS,
        ["H1", "01.02.2026", "D1", "Gjøvik", "Fastlege", "05.03.2026", None, None],
        [None, "02.02.2026", "D2", "Hov", "NAV", None, None, None],
    ],
    "Konserter": [CONCERTS, ["17.05.2026", "Vårkonsert", "Kafeen", "Gjøvik", "ca. 30", 8, None]],
    "Innbyggere": [POPULATION, ["Gjøvik", 2026, 31350, 25712]],
}


def rows_of(store: Store) -> dict[str, list[str]]:
    """Every row we keep, and every row put by for an undo."""
    return {name: found for name, found in everything(store).items() if name in ROWS or name == "row_before"}


# --- keeping -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("piece", [1, 3, 100_000])
def test_rows_are_read_alike_however_many_at_a_time_and_whatever_is_not_written_in_them(
    kept: Store, monkeypatch: pytest.MonkeyPatch, piece: int
) -> None:
    rows: Rows = [
        [
            f"0{day}.03.2026",
            *(("D1", "Gjøvik", None) if day % 2 else (None, "Lena", "FACT")),
            None,
            "møtt",
            day % 2 or 7,
        ]
        for day in range(1, 10)
    ]
    kept.keep(arrived({"Oppmøte": [ATTENDANCE, *rows]}), "kari")
    monkeypatch.setattr(columns, "_PIECE", piece)
    for table in (ATTENDANCE_TABLE, REFERRALS_TABLE):
        sql = ROWS[table.name]
        with kept.engine.connect() as connection:
            plain = connection.execute(sa.select(*[sql.c[column.name] for column in table.stored])).all()
        assert sorted(kept.rows(table).rows(), key=str) == sorted(map(tuple, plain), key=str)
    some = kept.rows(ATTENDANCE_TABLE, date(2026, 3, 4))
    assert some.height == 6 and some["date"].min() == date(2026, 3, 4)


def test_what_is_kept_comes_back_with_its_types_in_every_table(kept: Store) -> None:
    arrival = arrived(EVERYTHING)
    batch = kept.keep(arrival, "kari")
    assert batch.counts == (
        Counts("attendance", 4, 0, 0, 0),
        Counts("referrals", 2, 0, 0, 0),
        Counts("concerts", 1, 0, 0, 0),
        Counts("population", 1, 0, 0, 0),
    )
    for sheet in arrival.sheets:
        table = sheet.layout.table
        assert kept.rows(table).schema == {column.name: column.dtype for column in table.stored}
        assert sorted(map(repr, kept.rows(table).rows())) == sorted(map(repr, sheet.rows.drop("row").rows()))


def test_an_empty_database_answers_every_question(kept: Store) -> None:
    for table in TABLES:
        rows = kept.rows(table)
        assert rows.is_empty() and rows.schema == {column.name: column.dtype for column in table.stored}
    assert (kept.version(), kept.batches(), kept.choices(), kept.seen("0" * 64)) == (0, [], {}, False)
    assert kept.spans().is_empty() and kept.problems().is_empty()


def test_a_preview_says_what_keeping_does_and_stores_nothing(kept: Store) -> None:
    before = everything(kept)
    [difference] = kept.compare(arrived(MARCH))
    assert difference.counts == Counts("attendance", 4, 0, 0, 0)
    assert everything(kept) == before
    assert kept.keep(arrived(MARCH), "kari").counts == (difference.counts,)


def test_the_same_file_twice_changes_nothing(kept: Store) -> None:
    kept.keep(arrived(MARCH), "kari")
    before, version = rows_of(kept), kept.version()
    assert kept.seen(arrived(MARCH).sha256)
    assert counts(arrived(MARCH), kept) == (0, 0, 4, 0)
    assert (rows_of(kept), kept.version()) == (before, version)


def test_the_order_of_the_rows_does_not_matter(kept: Store) -> None:
    kept.keep(arrived(MARCH), "kari")
    assert counts(arrived([MARCH[0], *reversed(MARCH[1:])]), kept) == (0, 0, 4, 0)


def test_a_correction_replaces_and_an_overlap_counts_once(kept: Store) -> None:
    kept.keep(arrived(MARCH), "kari")
    assert counts(arrived(CORRECTED), kept) == (1, 1, 3, 0)
    statuses = kept.rows(ATTENDANCE_TABLE).sort("date", "participant", nulls_last=True)["status"].to_list()
    assert sorted(statuses) == ["attended", "attended", "attended", "cancelled_by_participant", "missed"]


def test_a_referral_is_known_again_by_its_number_whatever_else_is_corrected(kept: Store) -> None:
    first = ["H1", "01.02.2026", "D1", "Gjøvik", "Fastlege", None, None, None]
    kept.keep(arrived([REFERRALS, first]), "kari")
    later = ["h1", "02.02.2026", "D1", "Lena", "NAV", "05.03.2026", None, None]
    assert counts(arrived([REFERRALS, later]), kept) == (0, 1, 0, 0)
    assert kept.rows(REFERRALS_TABLE)["municipality"].to_list() == ["ostre_toten"]


def test_two_equal_head_counts_stay_two_and_a_third_is_one_more(kept: Store) -> None:
    heads = MARCH[3]
    assert counts(arrived([ATTENDANCE, heads, heads]), kept) == (2, 0, 0, 0)
    assert counts(arrived([ATTENDANCE, heads, heads, heads]), kept) == (1, 0, 2, 0)
    assert counts(arrived([ATTENDANCE, heads]), kept) == (0, 0, 1, 0)


def test_two_referrals_without_numbers_on_one_day_are_two(kept: Store) -> None:
    row = [None, "01.02.2026", "D1", "Gjøvik", "Fastlege", None, None, None]
    assert counts(arrived([REFERRALS, row, row]), kept) == (2, 0, 0, 0)


def test_sheets_of_one_table_are_one_batch_and_a_number_given_twice_is_no_lost_row(kept: Store) -> None:
    january = [REFERRALS, ["H1", "01.01.2026", "D1", "Gjøvik", None, None, None, None]]
    february = [*january, ["H2", "01.02.2026", "D2", "Gjøvik", None, None, None, None]]
    assert counts(arrived({"Jan": january, "Feb": february}), kept) == (2, 0, 0, 1)
    assert kept.rows(REFERRALS_TABLE).height == 2


def test_the_good_rows_are_kept_and_the_bad_ones_are_counted(kept: Store) -> None:
    assert counts(arrived([*MARCH, ["høst 2025", "D3", "Gjøvik", "DPS", "gruppe", "x"]]), kept) == (4, 0, 0, 1)
    assert kept.problems().rows() == [("attendance", "date-unreadable", "stops", 1)]


def test_one_reason_of_two_weights_is_counted_for_each(kept: Store) -> None:
    coming = ["H2", "01.12.2026", "D2", "Gjøvik", None, None, None, None]
    planned = ["H1", "01.02.2026", "D1", "Gjøvik", None, "05.03.2026", "01.12.2026", None]
    kept.keep(arrived([REFERRALS, planned, coming]), "kari")
    assert kept.problems().rows() == [
        ("referrals", "date-in-future", "stops", 1),
        ("referrals", "date-in-future", "warns", 1),
    ]


def test_a_file_in_which_no_row_holds_can_be_previewed_and_leaves_nothing_behind(kept: Store) -> None:
    bad = arrived([ATTENDANCE, ["høst 2025", "D3", "Gjøvik", "DPS", "gruppe", "x"]])
    assert bad.refused is None
    [difference] = kept.compare(bad)
    before = everything(kept)
    batch = kept.keep(bad, "kari")
    assert batch.counts == (difference.counts,) == (Counts("attendance", 0, 0, 0, 1),)
    assert (batch.id, kept.batches(), kept.version(), everything(kept)) == (0, [], 0, before)


def test_a_refused_file_leaves_nothing_behind(kept: Store) -> None:
    assert kept.keep(arrived(b"%PDF-1.7"), "kari").id == 0
    assert kept.batches() == []


# --- history -----------------------------------------------------------------------------------------


def test_the_history_says_who_when_which_file_and_what_it_brought(kept: Store) -> None:
    at = datetime(2026, 4, 1, 9, 30)
    first = kept.keep(arrived(MARCH, "mars.csv"), "kari", now=at)
    second = kept.keep(arrived(CORRECTED, "mars rettet.csv"), "ola")
    assert kept.batches() == [second, first]
    assert (first.file, first.uploaded_at, first.uploaded_by) == ("mars.csv", at, "kari")
    assert second.counts == (Counts("attendance", 1, 1, 3, 0),)
    assert abs((datetime.now(UTC).replace(tzinfo=None) - second.uploaded_at).total_seconds()) < 60
    assert len({first.fingerprint, second.fingerprint}) == 2


def test_a_files_fingerprint_says_nothing_without_the_key(kept: Store) -> None:
    batch, sha256 = kept.keep(arrived(MARCH), "kari"), arrived(MARCH).sha256
    assert batch.fingerprint == SECRET.hashed("file")(sha256)
    assert not [told for told in everything(kept)["batch"] if sha256 in told]


def test_a_fingerprint_from_before_is_keyed_when_the_store_opens_and_the_file_is_still_known(
    kept: Store, database: str
) -> None:
    batch, sha256 = kept.keep(arrived(MARCH), "kari"), arrived(MARCH).sha256
    with kept.engine.begin() as connection:
        connection.execute(sa.text("UPDATE batch SET fingerprint = :plain"), {"plain": sha256})
    later = Store(database, SECRET)
    assert later.seen(sha256) and later.batches() == [batch]
    later.engine.dispose()


def test_the_days_a_batch_spans_and_what_it_brought(kept: Store) -> None:
    batch = kept.keep(arrived(EVERYTHING, "alt.xlsx"), "kari", now=datetime(2026, 5, 18))
    spans = kept.spans().select("id", "file", "table_name", "first", "last", "new", "failed").rows()
    assert spans == [
        (batch.id, "alt.xlsx", "attendance", date(2026, 3, 5), date(2026, 3, 6), 4, 0),
        (batch.id, "alt.xlsx", "concerts", date(2026, 5, 17), date(2026, 5, 17), 1, 0),
        (batch.id, "alt.xlsx", "population", None, None, 1, 0),
        (batch.id, "alt.xlsx", "referrals", date(2026, 2, 1), date(2026, 2, 2), 2, 0),
    ]
    kept.undo(batch.id, "kari")
    assert kept.spans().is_empty() and not kept.seen(arrived(EVERYTHING).sha256)


def test_the_version_rises_when_rows_change_and_only_then(kept: Store) -> None:
    versions = [kept.version()]
    batch = kept.keep(arrived(MARCH), "kari")
    versions.append(kept.version())
    kept.keep(arrived(MARCH), "kari")
    versions.append(kept.version())
    kept.undo(batch.id, "kari")
    versions.append(kept.version())
    kept.undo(batch.id, "kari")
    assert [*versions, kept.version()] == [0, 1, 1, 2, 2]


# --- undoing -----------------------------------------------------------------------------------------


def test_undo_restores_every_table_exactly(kept: Store) -> None:
    kept.keep(arrived(EVERYTHING), "kari")
    before = rows_of(kept)
    other: dict[str, Rows] = EVERYTHING | {
        "Oppmøte": CORRECTED,
        "Henvisninger": [REFERRALS, ["H1", "09.02.2026", "D9", "Hov", "NAV", None, "05.03.2026", "syk"]],
        "Innbyggere": [POPULATION, ["Gjøvik", 2026, 31000, None]],
    }
    batch = kept.keep(arrived(other), "ola")
    assert sum(one.changed for one in batch.counts) == 3 and rows_of(kept) != before
    assert kept.undo(batch.id, "per") is True
    assert rows_of(kept) == before
    undone = kept.batches()[0]
    assert (undone.id, undone.undone_by) == (batch.id, "per") and undone.undone_at is not None


def test_undo_of_the_first_file_leaves_an_empty_database(kept: Store) -> None:
    before = rows_of(kept)
    kept.undo(kept.keep(arrived(EVERYTHING), "kari").id, "kari")
    assert rows_of(kept) == before


def test_undo_is_refused_while_a_later_file_stands_on_its_rows(kept: Store) -> None:
    states = [rows_of(kept)]
    ids = []
    for rows in (MARCH, CORRECTED, LATER):
        ids.append(kept.keep(arrived(rows), "kari").id)
        states.append(rows_of(kept))
    for earlier in ids[:2]:
        assert kept.undo(earlier, "kari") is False
    assert rows_of(kept) == states[3]
    for number, batch in reversed(list(enumerate(ids))):
        assert kept.undo(batch, "kari") is True
        assert rows_of(kept) == states[number]


def test_files_that_share_no_row_are_undone_in_any_order(kept: Store) -> None:
    first = kept.keep(arrived(MARCH), "kari")
    kept.keep(arrived([ATTENDANCE, ["09.03.2026", "D1", "Gjøvik", "FACT", "gruppe", "x"]]), "kari")
    assert kept.undo(first.id, "kari") is True
    assert kept.rows(ATTENDANCE_TABLE).height == 1


def test_undo_happens_once_and_only_to_what_there_is(kept: Store) -> None:
    batch = kept.keep(arrived(MARCH), "kari")
    assert [kept.undo(number, "kari") for number in (batch.id, batch.id, batch.id + 1, 0)] == [
        True,
        False,
        False,
        False,
    ]


def test_an_undone_file_can_be_kept_again(kept: Store) -> None:
    kept.undo(kept.keep(arrived(MARCH), "kari").id, "kari")
    assert counts(arrived(MARCH), kept) == (4, 0, 0, 0)


# --- headings somebody chose -------------------------------------------------------------------------


def test_a_choice_of_headings_is_remembered_for_files_with_the_same_headings(kept: Store) -> None:
    rows = [["Dato", "Bydel", "Utfall", "Deltaker"], ["05.03.2026", "Gjøvik", "x", "D1"]]
    unsure = arrived(rows)
    assert unsure.refused == "headings-missing" and unsure.undecided is not None
    kept.remember(unsure.undecided, {"municipality": "Deltaker", "status": "Utfall"})
    kept.remember(unsure.undecided, {"municipality": "Bydel"})
    assert kept.choices() == {fingerprint(rows[0]): {"municipality": "Bydel", "status": "Utfall"}}
    assert arrived(rows, chosen=kept.choices()).sheets[0].rows.height == 1
    other = [[*rows[0], "Merknad"], *rows[1:]]
    assert arrived(other, chosen=kept.choices()).refused == "headings-missing"
