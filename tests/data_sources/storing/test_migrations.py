"""A database from an earlier version opens, keeps what it holds, and has today's tables."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from data_sources.storing import migrations
from data_sources.storing.database import connect, reading
from data_sources.storing.schema import metadata

# As created by the first release, which marked nothing.
FIRST_RELEASE = [
    "fact",
    "batch",
    "batch_table",
    "batch_problem",
    "row_before",
    "heading_choice",
    "publication",
    "decided_cell",
    "published_number",
    "attendance",
    "referrals",
    "concerts",
    "population",
]


def differences(engine: sa.Engine) -> list[object]:
    with reading(engine) as connection:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))


def test_the_steps_are_one_line() -> None:
    assert len(ScriptDirectory(str(Path(migrations.__file__).parent)).get_heads()) == 1


def test_a_new_database_has_todays_tables(database: str) -> None:
    engine = connect(database)
    assert differences(engine) == []
    engine.dispose()


def test_a_database_of_the_first_release_gets_todays_tables_and_keeps_what_it_held(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'old.sqlite'}"
    old = sa.create_engine(url)
    ddl = (Path(__file__).parent / "first_release.sql").read_text(encoding="utf-8")
    with old.begin() as connection:
        for statement in filter(str.strip, ddl.split(";")):
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql("INSERT INTO fact VALUES ('model', 'gjovik')")
        connection.exec_driver_sql(
            "INSERT INTO publication VALUES (1, '2026-01-01', 'x', 1, 'participants', '2025Q4', 1, '', 'f')"
        )
        connection.exec_driver_sql("INSERT INTO decided_cell VALUES (1, 'all', 'all', 'all', 1, 9)")
        connection.exec_driver_sql(
            "INSERT INTO publication VALUES (2, '2026-01-01', 'x', 1, 'ended', '2025Q4', 1, '', 'f')"
        )
        connection.exec_driver_sql("INSERT INTO decided_cell VALUES (2, 'fact', 'continued', 'to_open', 1, 7)")
        assert set(FIRST_RELEASE) == set(sa.inspect(connection).get_table_names())
    old.dispose()
    engine = connect(url)
    assert differences(engine) == []
    with reading(engine) as connection:
        assert connection.exec_driver_sql("SELECT value FROM fact").scalar() == "gjovik"
        published = "SELECT * FROM decided_cell JOIN publication ON publication_id = publication.id ORDER BY id"
        region, ended = connection.exec_driver_sql(published).mappings()
        assert (region["persons"], region["origin"]) == (9, "all")
        # What stood under other families' names stands under its own.
        own = ("municipality", "level", "service", "origin", "outcome", "destination")
        assert [ended[name] for name in own] == ["all", "all", "all", "fact", "continued", "to_open"]
    assert differences(connect(url)) == []


STEPS = sorted(file.name[:4] for file in (Path(migrations.__file__).parent / "versions").glob("[0-9]*.py"))
HELD = {
    "fact": "('model', 'gjovik')",
    "batch": "(1, 'a.csv', 'f', '2026-01-01', 'x', NULL, NULL)",
    "publication": "(1, '2026-01-01', 'x', 1, 'participants', '2025Q4', 1, '', 'f')",
    "decided_cell": "(1, 'all', 'all', 'all', {true}, 9)",
    "published_number": "(1, 'participants', 'all', 'all', 'all', 9.0, NULL, NULL, NULL, NULL, '')",
    "concerts": "('k', 'h', 1, '2025-03-01', 'Konsert', 'Huset', 'gjovik', 40, 6, NULL, NULL)",
}


@pytest.mark.parametrize("step", STEPS)
def test_a_database_of_every_step_with_rows_in_it_becomes_todays(database: str, step: str) -> None:
    """Made by the first release, brought so far by what came after it, and opened by this version."""
    old = sa.create_engine(database)
    on_a_server = old.dialect.name == "postgresql"
    ddl = (Path(__file__).parent / "first_release.sql").read_text(encoding="utf-8")
    with old.begin() as connection:
        if on_a_server:  # as SQLAlchemy then wrote it there
            ddl = ddl.replace("DATETIME", "TIMESTAMP").replace("\tid INTEGER", "\tid SERIAL")
        for statement in filter(str.strip, ddl.split(";")):
            connection.exec_driver_sql(statement)
        for table, values in HELD.items():
            width = len(sa.inspect(connection).get_columns(table))
            row = values.format(true="TRUE" if on_a_server else "1")
            assert row.count(",") + 1 == width, table
            connection.exec_driver_sql(f"INSERT INTO {table} VALUES {row}")
        script = ScriptDirectory(str(Path(migrations.__file__).parent))
        context = MigrationContext.configure(
            connection, opts={"fn": lambda revision, _: script._upgrade_revs(step, revision)}
        )
        with Operations.context(context):
            context.run_migrations()
    old.dispose()
    engine = connect(database)
    assert differences(engine) == []
    with reading(engine) as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == STEPS[-1]
        for table in HELD:
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() >= 1, table
        assert connection.exec_driver_sql("SELECT persons FROM decided_cell").scalar() == 9
        assert connection.exec_driver_sql("SELECT file FROM batch").scalar() == "a.csv"
    engine.dispose()


def test_the_newest_step_is_told_by_its_file_as_alembic_tells_it() -> None:
    folder = Path(migrations.__file__).parent
    assert migrations.newest() == ScriptDirectory(str(folder)).get_current_head()


def test_every_migration_follows_the_one_before_it() -> None:
    """Two that were made beside each other would open no database at all."""
    files = sorted((Path(migrations.__file__).parent / "versions").glob("[0-9]*.py"))
    numbers = [file.name[:4] for file in files]
    assert numbers == [f"{at:04d}" for at in range(1, len(files) + 1)]
    for file, number, before in zip(files[1:], numbers[1:], numbers, strict=False):
        text = file.read_text("utf-8")
        assert f'revision = "{number}"\ndown_revision = "{before}"' in text, file.name
