"""Owns the `samspill` command: which commands there are. What a command needs is loaded when it is called."""

import importlib
import os
import sys
from gettext import gettext
from typing import Any, Unpack

import click
from click.core import ParameterSource

from dashboard.commands.network import SAID, Network, network_options
from dashboard.commands.options import options
from dashboard.installation.settings import RegionFault

# Command → (its words, its module in `dashboard.commands`, its name there).
COMMANDS = {
    "demo": ("cli-demo", "demo", "demo"),
    "import": ("cli-import", "intake", "import_files"),
    "publish": ("cli-publish", "publishing", "publish"),
    "audit": ("cli-audit", "publishing", "audit"),
    "explain": ("cli-explain", "explaining", "explain"),
    "report": ("cli-report", "papers", "report"),
    "export": ("cli-export", "papers", "export"),
    "worker": ("cli-worker", "working", "worker"),
    "remind": ("cli-remind", "operations", "remind"),
    "grant": ("cli-grant", "access", "grant"),
    "token": ("cli-token", "access", "token"),
    "backup": ("cli-backup", "operations", "backup"),
    "restore": ("cli-restore", "operations", "restore"),
    "audit-log": ("cli-log", "operations", "audit_log"),
}


class Commands(click.Group):
    """Lists its commands without loading them, so that help is there at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of a person's way."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, loaded; None where there is no such one."""
        if cmd_name not in COMMANDS:
            return None
        _, module, name = COMMANDS[cmd_name]
        command: click.Command = getattr(importlib.import_module(f"dashboard.commands.{module}"), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Nobody works on another region than they meant."""
        try:
            return super().invoke(ctx)
        except RegionFault as fault:
            names = ", ".join(fault.names)
            said = SAID("cli-region-unknown", name=fault.name, names=names) if fault.name else None
            raise click.UsageError(said or SAID("cli-region-which", names=names)) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Each command's first sentence."""
        room = formatter.width - 6 - max(map(len, COMMANDS))
        with formatter.section(gettext("Commands")):
            sentences = {name: click.Command(name, help=SAID(key)) for name, (key, *_) in COMMANDS.items()}
            formatter.write_dl([(name, each.get_short_help_str(room)) for name, each in sentences.items()])


def _keep_output_ours() -> None:
    """Standard output is for our lines (`--json` promises no others); what else is written there becomes an error line.

    The solver prints a line of its own now and then, past Python, and cannot be told not to.
    """
    output = sys.__stdout__
    if output is None or output is not sys.stdout:
        return  # nobody listens, or somebody in its place
    output.flush()
    sys.stdout = os.fdopen(os.dup(1), "w", encoding=output.encoding, buffering=1)
    os.dup2(2, 1)


def _show_version(context: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        from dashboard.commands.operations import version_line  # noqa: PLC0415 - it reads the migrations

        click.echo(version_line())
        context.exit()


@click.group(
    cls=Commands,
    invoke_without_command=True,
    help=SAID("cli-help"),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@options
@network_options
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help=SAID("cli-version")
)
@click.pass_context
def main(context: click.Context, **network: Unpack[Network]) -> None:
    """Open the dashboard on one's own data, unless a command says otherwise."""
    _keep_output_ours()
    asked = (name for name in network if context.get_parameter_source(name) is ParameterSource.COMMANDLINE)
    context.default_map = {"demo": {name: context.params[name] for name in asked}}  # before `demo` as well as after it
    if context.invoked_subcommand is None:
        from dashboard.commands.opening import serve  # noqa: PLC0415 - the other commands save the server

        serve(**network)


if __name__ == "__main__":
    main()
