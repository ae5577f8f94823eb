"""Owns the sentences of "where does this number come from?": the same on the screen and at the command line."""

from dashboard.charts.numbers import value_text
from dashboard.desk import ALL, Explanation
from dashboard.desk.explanations import Rule
from dashboard.language.words import Words
from dashboard.sentences.deliveries import listed


def explanation(answer: Explanation, words: Words, names: dict[str, str], goals: dict[str, str]) -> list[str]:
    """Line for line. `names`: municipalities; `goals`: what goals are called, by key."""
    key = answer.indicator.key.replace("_", "-")
    below = f"measured-{key}.below"
    place = words("place-all") if answer.place == ALL else names[answer.place]
    figure = answer.figure
    value = value_text(words, answer.indicator.shown_as, figure.value, figure.bound, figure.sign)
    about = f" {words('quoted', text=words.said(answer.question))}" if answer.question else ""
    lines = [
        f"{words(f'indicator-{key}')}{about}, {words.period(answer.period)}, {place}: {value}",
        words(f"indicator-{key}.definition"),
        words("explain-counted", above=words(f"measured-{key}")),
    ]
    if words.has(below):
        lines.append(words("explain-divided", below=words(below)))
    lines.append(words("explain-closed", last=words.day(answer.period.last), days=answer.known_from))
    behind = words.number(answer.batches)
    lines.append(words("explain-batches", count=behind) if answer.batches else words("explain-batches-few"))
    lines.append(words(f"explain-{answer.rule.value}", threshold=answer.threshold))
    if answer.without:
        lines.append(words("without", who=listed(answer.without, words)))
    if answer.awaited:
        lines.append(words("figure-not-delivered", who=listed(answer.awaited, words)))
    # An edition may have the period's other numbers: of one that waits it would say that it was published.
    if answer.edition is not None and answer.published is not None and answer.rule is not Rule.WAITING:
        lines.append(words("explain-edition", edition=answer.edition, day=words.day(answer.published)))
    used = [words("quoted", text=goals.get(goal, goal)) for goal in answer.goals]
    used += [words(f"{page}-title") for page in answer.pages if words.has(f"{page}-title")]
    if used:
        lines.append(words("explain-used", where=", ".join(used)))
    return lines
