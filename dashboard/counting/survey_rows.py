"""Owns what a user survey counts: each single answer as a person among those who answered that question."""

from datetime import date

import polars as pl

from data_sources.declared.model import Model


def surveyed(rows: pl.DataFrame, model: Model, today: date) -> pl.DataFrame:
    """Single answers, each of one person to one question: a person is one of those who answered that question.

    Who answered it more than once in a year stands where they answered last. Who is not known is one person an answer;
    but the same people may have answered in several rounds of a year, so of theirs only the last round counts. An
    answer the model's question does not have any more is none.
    """
    asked = [(each.key, response.key) for each in model.survey_question for response in each.responses]
    pairs = pl.DataFrame(asked, schema={"question": pl.String, "response": pl.String}, orient="row")
    answers = rows.filter(pl.col("date") <= today).join(pairs, on=["question", "response"], how="semi")
    known = pl.col("participant").is_not_null()
    rounds = (
        answers.filter(~known)
        .group_by(pl.col("date").dt.year().alias("year"), pl.col("round").fill_null(""))
        .agg(pl.col("date").max().alias("until"))
        .sort("year", "until", "round")
        .group_by("year", maintain_order=True)
        .agg(pl.col("round").last().alias("last round"))
    )
    counted = answers.with_columns(year=pl.col("date").dt.year()).join(rounds, on="year", how="left")
    standing = counted.filter(known | (pl.col("round").fill_null("") == pl.col("last round"))).with_row_index("form")
    whose = pl.when(known).then(pl.col("participant").cast(pl.String)).otherwise(pl.format("form {}", "form"))
    return standing.select(
        pl.concat_str("question", whose, separator=" ").alias("person"),
        pl.col("date").alias("day"),
        pl.lit(True).alias("counted"),
        "municipality",
        "level",
        "question",
        "response",
    )
