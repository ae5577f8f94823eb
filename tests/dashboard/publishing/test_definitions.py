"""A definition that cannot be counted fails at start, with its name."""

from dataclasses import replace

import polars as pl
import pytest

from dashboard.counting.families import FAMILIES
from dashboard.counting.indicators import BY_KEY, INDICATORS
from dashboard.publishing.definitions import DefinitionError, check_columns
from data_sources.declared.model import MODELS, load
from data_sources.declared.tables import BY_NAME


@pytest.mark.parametrize("model", sorted(path.stem for path in MODELS.glob("*.toml")))
def test_every_definition_asks_for_columns_that_are_there(model: str) -> None:
    check_columns(load(model))
    assert {indicator.family.key for indicator in INDICATORS} == {family.key for family in FAMILIES}
    assert all(family.table in BY_NAME for family in FAMILIES)


def test_a_column_the_family_does_not_have_is_named_with_its_indicator() -> None:
    odd = replace(BY_KEY["concerts"], key="encores", numerator=pl.col("encores") > 1)
    with pytest.raises(DefinitionError, match="encores: no column encores in the rows of events"):
        check_columns(load("gjovik"), [*INDICATORS, odd])
