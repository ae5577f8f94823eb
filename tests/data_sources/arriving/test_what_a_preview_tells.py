"""A preview tells what a file brings; of stored rows it lacks, none, some, or the nearest ten."""

import pytest

from data_sources.arriving.preview import SOME, told_of_stored


@pytest.mark.parametrize(("rows", "told"), [(0, 0), (1, SOME), (9, SOME), (10, 10), (14, 10), (15, 20), (104, 100)])
def test_stored_rows_a_file_lacks_are_never_told_exactly(rows: int, told: int) -> None:
    assert told_of_stored(rows) == told
