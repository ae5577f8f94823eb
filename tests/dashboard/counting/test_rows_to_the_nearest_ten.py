"""What a shared page says of an uploaded file lets nobody count a small municipality's people."""

import re

import pytest

from dashboard.language.words import LANGUAGES, words
from dashboard.sentences import sentences
from data_sources.storing.store import Counts


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_files_rows_are_told_to_the_nearest_ten(language: str) -> None:
    told = sentences.brought(Counts("referrals", new=23, changed=3, unchanged=8, failed=1), words(language))
    assert re.findall(r"\d+", told) == ["30"]


@pytest.mark.parametrize("rows", [0, 1, 4, 9])
def test_few_rows_are_all_told_alike(rows: int) -> None:
    assert sentences.roughly(rows, words("nb")) == "under 10 rader"
