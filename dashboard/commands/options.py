"""Owns the options that every command has: what is given wins over the environment."""

import os
from collections.abc import Callable
from typing import Any

import click

from dashboard.commands.network import SAID

ON_BEHALF_OF = "samspill.as"


def _into_the_environment(name: str) -> Callable[[click.Context, click.Parameter, str | None], None]:
    def settle(_: click.Context, __: click.Parameter, value: str | None) -> None:
        if value:
            os.environ[name] = value

    return settle


def database_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--database` and `--region`: every process that this one starts uses them, too."""
    settle = _into_the_environment("SAMSPILL_DATABASE")
    url = click.option("--database", metavar="URL", expose_value=False, callback=settle, help=SAID("cli-database"))
    choose, name = _into_the_environment("SAMSPILL_REGION"), SAID("cli-name")
    return click.option("--region", metavar=name, expose_value=False, callback=choose, help=SAID("cli-region"))(
        url(command)
    )


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--model`, `--database` and `--region`."""
    settle = _into_the_environment("SAMSPILL_MODEL")
    model = click.option("--model", metavar="FILE", expose_value=False, callback=settle, help=SAID("cli-model"))
    return database_option(model(command))


def desk_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Those, and `--as`: what is done is then done for this person, and no further than their role goes."""

    def keep(context: click.Context, _: click.Parameter, email: str | None) -> None:
        context.meta[ON_BEHALF_OF] = email

    person = click.option("--as", metavar=SAID("cli-email"), expose_value=False, callback=keep, help=SAID("cli-as"))
    return options(person(command))
