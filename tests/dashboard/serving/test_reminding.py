"""Who has not delivered is reminded once a month, by a mail server or in print; calendars hold days and no numbers."""

import re
import socket
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message
from click.testing import CliRunner

from dashboard.cli import main
from dashboard.desk import Desk, the_desk
from dashboard.language.words import LANGUAGES, words
from dashboard.sentences import reminders
from dashboard.serving.mail import MailFault, Post
from dashboard.serving.reminding import remind
from data_sources.declared.model import MODELS
from tests import made_up

TODAY = date(2026, 2, 20)


class Inbox(Message):
    """What came in."""

    def __init__(self) -> None:
        super().__init__()
        self.mails: list[tuple[str, str, str]] = []

    def handle_message(self, message) -> None:  # type: ignore[no-untyped-def]
        text = message.get_payload(decode=True).decode("utf-8")
        self.mails.append((message["To"], str(message["Subject"]), text))


@pytest.fixture
def inbox() -> Iterator[tuple[Inbox, Post]]:
    """A mail server of its own, and the way to it."""
    mails = Inbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Controller(mails, hostname="127.0.0.1", port=port)
    server.start()
    try:
        yield mails, Post("127.0.0.1", port, "samspill@example.org")
    finally:
        server.stop()


@pytest.fixture
def model(tmp_path: Path) -> str:
    """Gjøvik's model, where municipalities have an address of a role."""
    text = (MODELS / "gjovik.toml").read_text("utf-8")
    at = 'contact = "koordinator i kommunen"'
    assert at in text
    file = tmp_path / "region.toml"
    file.write_text(text.replace(at, f'{at}\nemail = "koordinator@example.org"'), "utf-8")
    return str(file)


@pytest.fixture
def desk(make_desk: Callable[..., Desk], model: str) -> Desk:
    """All but one have delivered the year; nobody has delivered January."""
    desk = make_desk(model, TODAY)
    content = made_up.attendance(date(2025, 1, 2), date(2025, 12, 31))
    desk.keep(desk.receive(content, "oppmote.csv"))
    return desk


def test_everybody_who_owes_is_written_to_once_a_month(desk: Desk, inbox: tuple[Inbox, Post]) -> None:
    mails, post = inbox
    assert {outcome for _, outcome in remind(desk, post, words("nb"))} == {"sent"}
    assert len(mails.mails) == 5
    assert all("koordinator@example.org" in to for to, _, _ in mails.mails)
    assert all("Oppmøte: januar 2026" in text and "Ingenting å melde" in text for _, _, text in mails.mails)
    assert {outcome for _, outcome in remind(desk, post, words("nb"))} == {"reminded"}
    assert len(mails.mails) == 5


def test_whoever_owes_several_tables_is_told_of_all_of_them_at_once(make_desk: Callable[..., Desk]) -> None:
    """Referrals and FIT come from the same hospital, each from a role of its own; only the first was reminded."""
    desk = make_desk(today=date(2026, 5, 5))
    desk.keep(desk.receive(made_up.referrals(date(2025, 1, 2), date(2025, 12, 31)), "h.csv"))
    desk.keep(desk.typed([{"Dato": "10.11.2025", "Deltaker": "A1", "ORS": "20"}], "fit.csv"))
    [hospital] = [owing for owing in desk.owing() if owing.name == "Sykehuset Innlandet"]
    assert {table for table, _ in hospital.lacking} == {"referrals", "fit"}
    assert hospital.contacts == ("inntaksteamet", "musikkterapeutene")
    text = reminders.body(hospital, desk, words("nb"))
    assert "Hei, inntaksteamet og musikkterapeutene!" in text
    assert "siden «Tall inn»" in text


def test_a_reminder_that_cannot_be_sent_is_tried_again(desk: Desk, inbox: tuple[Inbox, Post]) -> None:
    nowhere = Post("127.0.0.1", 9, "samspill@example.org")
    assert {outcome for _, outcome in remind(desk, nowhere, words("nb"))} == {"unreachable"}
    assert {outcome for _, outcome in remind(desk, inbox[1], words("nb"))} == {"sent"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_reminder_and_no_calendar_holds_a_number_of_anybody(desk: Desk, language: str) -> None:
    spoken, now = words(language), datetime(2026, 2, 20, tzinfo=UTC)
    [owing, *_] = desk.owing()
    text = reminders.body(owing, desk, spoken) + reminders.subject(owing, spoken)
    assert set(re.findall(r"\d+", text)) <= {"2026"}
    desk.decide("Ring Kari Nordmann", goal="waiting", responsible="Kari Nordmann", due="31.03.2026")
    told = reminders.measures_calendar(desk, desk.measures(), spoken, now).decode()
    assert "Kari" not in told and "20260331" in told
    days = reminders.deliveries_calendar(desk, desk.calendars()["gjovik"], spoken, now).decode()
    assert days.count("BEGIN:VEVENT") >= 12
    assert all(len(line.encode()) <= 75 for line in days.split("\r\n"))


def test_an_address_of_a_mail_server_that_cannot_be_read_is_told() -> None:
    assert Post.of({}) is None
    with pytest.raises(MailFault):
        Post.of({"SAMSPILL_SMTP": "mail.example.org:smtp", "SAMSPILL_SMTP_FROM": "a@b.no"})
    with pytest.raises(MailFault):
        Post.of({"SAMSPILL_SMTP": "mail.example.org:25"})


def test_the_command_prints_where_there_is_no_mail_server(
    desk: Desk, model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SAMSPILL_SMTP", raising=False)
    for name in ("SAMSPILL_DATABASE", "SAMSPILL_MODEL"):
        monkeypatch.setenv(name, "")  # what the command sets is put back
    monkeypatch.setenv("SAMSPILL_KEY", str(desk.settings.key))
    told = CliRunner().invoke(main, ["remind", "--database", desk.settings.database, "--model", model])
    the_desk.cache_clear()
    assert told.exit_code == 0, told.output
    assert "noe mangler i Samspill" in told.output
