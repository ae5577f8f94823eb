"""A number from elsewhere is never shown without where it stands, nor taken for a target."""

import pytest

from dashboard.language.words import words
from dashboard.sentences import sentences
from data_sources.declared.model import load


@pytest.mark.parametrize(("language", "source"), [("nb", "Kilde"), ("nn", "Kjelde"), ("en", "Source")])
def test_a_number_from_elsewhere_names_its_source(language: str, source: str) -> None:
    (elsewhere,) = load("gjovik").reference
    text = sentences.reference(elsewhere, words(language))
    assert text.endswith(f"{source}: {elsewhere.source}.")
    assert words(language).percent(elsewhere.value) in text
