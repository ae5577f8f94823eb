"""Owns the sentences of "where does this number come from?": the same on the screen and at the command line."""

from dashboard.charts.numbers import value_text
from dashboard.desk import ALL, Explanation
from dashboard.language.words import Words


def explanation(found: Explanation, words: Words, names: dict[str, str], goals: dict[str, str]) -> list[str]:
    """Line for line. `names`: municipalities; `goals`: what goals are called, by key."""
    key = found.indicator.key.replace("_", "-")
    below = f"measured-{key}.below"
    place = words("place-all") if found.place == ALL else names[found.place]
    figure = found.figure
    value = value_text(words, found.indicator.shown_as, figure.value, figure.bound, figure.sign)
    lines = [
        f"{words(f'indicator-{key}')}, {words.period(found.period)}, {place}: {value}",
        words(f"indicator-{key}.definition"),
        words("explain-counted", above=words(f"measured-{key}")),
    ]
    if words.has(below):
        lines.append(words("explain-divided", below=words(below)))
    lines.append(words("explain-closed", last=words.day(found.period.last), days=found.known_from))
    behind = words.number(found.batches)
    lines.append(words("explain-batches", count=behind) if found.batches else words("explain-batches-few"))
    lines.append(words(f"explain-{found.rule.value}", threshold=found.threshold))
    if found.edition is not None and found.published is not None:
        lines.append(words("explain-edition", edition=found.edition, day=words.day(found.published)))
    used = [words("quoted", text=goals.get(goal, goal)) for goal in found.goals]
    used += [words(f"{page}-title") for page in found.pages if words.has(f"{page}-title")]
    if used:
        lines.append(words("explain-used", where=", ".join(used)))
    return lines
