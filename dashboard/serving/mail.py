"""Owns sending a mail by SMTP: the server and its user come from the environment, as a scheduler gives them."""

import os
import smtplib
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

PATIENCE = 30.0  # seconds to wait for the mail server


class MailFault(Exception):  # noqa: N818 - an answer to whoever runs the installation
    """A mail that is not sent. `reason`: address (SAMSPILL_SMTP cannot be read), unreachable, refused."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Post:
    """A mail server. `sender` stands as From."""

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = ""

    @classmethod
    def of(cls, environment: Mapping[str, str] = os.environ) -> "Post | None":
        """From SAMSPILL_SMTP (host:port), _SMTP_FROM, _SMTP_USER and _SMTP_PASSWORD; None where none is named."""
        named = environment.get("SAMSPILL_SMTP", "")
        if not named:
            return None
        host, _, port = named.partition(":")
        sender = environment.get("SAMSPILL_SMTP_FROM", "")
        if not host or not (port or "25").isdigit() or "@" not in sender:
            raise MailFault("address")
        user, password = environment.get("SAMSPILL_SMTP_USER", ""), environment.get("SAMSPILL_SMTP_PASSWORD", "")
        return cls(host, int(port or 25), sender, user, password)

    def send(self, to: str, subject: str, text: str) -> None:
        """Send one mail; sealed on the way wherever the server can. Raises MailFault."""
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = self.sender, to, subject
        message["Date"], message["Message-ID"] = formatdate(localtime=True), make_msgid(domain="samspill")
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(text)
        try:
            with smtplib.SMTP(self.host, self.port, timeout=PATIENCE) as server:
                server.ehlo()
                if server.has_extn("starttls"):
                    server.starttls(context=ssl.create_default_context())
                    server.ehlo()
                if self.user:
                    server.login(self.user, self.password)
                server.send_message(message)
        except smtplib.SMTPResponseException:
            raise MailFault("refused") from None
        except (OSError, smtplib.SMTPException):
            raise MailFault("unreachable") from None
