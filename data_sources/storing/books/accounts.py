"""Owns who may come in, with which role, and who is in: sessions that end, everywhere and at once where told."""

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from data_sources.storing.books.versioned import moment
from data_sources.storing.database import reading, writing
from data_sources.storing.lifetime import Lifetime
from data_sources.storing.people_schema import ACCOUNT, SESSION

_SKEW = timedelta(minutes=5)
_STIRS = timedelta(minutes=1)  # how often it is written down that somebody is still here


@dataclass(frozen=True)
class Account:
    """Somebody who may sign in. `granted` here, or `claimed` by their organisation: the first wins."""

    id: int
    issuer: str
    subject: str
    email: str
    name: str
    granted: str
    claimed: str
    places: tuple[str, ...]
    claimed_places: tuple[str, ...]
    blocked: bool
    seen_at: datetime | None

    @property
    def role(self) -> str:
        """The role that counts; empty for none."""
        return "" if self.blocked else self.granted or self.claimed

    @property
    def limited_to(self) -> tuple[str, ...]:
        """The municipalities the role is limited to; empty: none."""
        return self.places if self.granted else self.claimed_places


class Accounts:
    """One database's people. Every method raises StoreFault."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def every(self) -> list[Account]:
        """All of them, by name."""
        with reading(self._engine) as connection:
            accounts = [_account(row) for row in connection.execute(sa.select(ACCOUNT))]
        return sorted(accounts, key=lambda account: (account.name.casefold(), account.email, account.id))

    def grant(self, email: str, role: str, places: Collection[str] = (), name: str = "") -> Account:
        """Give somebody a role here, before or after they have first signed in; the empty role takes it back."""
        address = email.strip().casefold()
        with writing(self._engine) as connection:
            of_address = ACCOUNT.c.email == address
            values = {"granted": role, "places": " ".join(sorted(places))}
            if not connection.execute(sa.update(ACCOUNT).where(of_address).values(values)).rowcount:
                empty = {"issuer": "", "subject": "", "claimed": "", "claimed_places": "", "blocked": False}
                connection.execute(
                    sa.insert(ACCOUNT), {**empty, **values, "email": address, "name": name.strip() or address}
                )
            return _account(connection.execute(sa.select(ACCOUNT).where(of_address).order_by(ACCOUNT.c.id)).first())

    def block(self, account_id: int, blocked: bool = True) -> None:
        """Let somebody in no more, and out at once; or let them in again."""
        with writing(self._engine) as connection:
            connection.execute(sa.update(ACCOUNT).where(ACCOUNT.c.id == account_id).values(blocked=blocked))
            if blocked:
                _end(connection, SESSION.c.account_id == account_id)

    def arrive(
        self, *, issuer: str, subject: str, email: str, name: str, claimed: str, claimed_places: Collection[str]
    ) -> Account:
        """Somebody whom the provider vouches for. `email` is empty where the provider has not verified it."""
        address, at = email.strip().casefold(), moment()
        values: dict[str, object] = {"name": name or address or subject, "issuer": issuer, "subject": subject}
        values |= {"claimed": claimed, "claimed_places": " ".join(sorted(claimed_places)), "seen_at": at}
        with writing(self._engine) as connection:
            same_person = (ACCOUNT.c.issuer == issuer) & (ACCOUNT.c.subject == subject)
            invited = (ACCOUNT.c.subject == "") & (ACCOUNT.c.email == address) & sa.literal(bool(address))
            row = connection.execute(sa.select(ACCOUNT).where(same_person)).first()
            row = row or connection.execute(sa.select(ACCOUNT).where(invited)).first()
            if row is None:
                empty = {"granted": "", "places": "", "blocked": False, "email": address}
                row = connection.execute(sa.insert(ACCOUNT).returning(ACCOUNT), {**empty, **values}).one()
            else:
                values |= {"email": address or row.email}
                connection.execute(sa.update(ACCOUNT).where(ACCOUNT.c.id == row.id).values(values))
                row = connection.execute(sa.select(ACCOUNT).where(ACCOUNT.c.id == row.id)).one()
            return _account(row)

    def begin(self, account_id: int, lifetime: Lifetime) -> str:
        """A new session; its token, which is kept by the browser alone."""
        token, at = secrets.token_urlsafe(32), moment()
        with writing(self._engine) as connection:
            connection.execute(sa.delete(SESSION).where(SESSION.c.ends_at < at - timedelta(days=30)))
            connection.execute(
                sa.insert(SESSION),
                {
                    "token": hashed(token),
                    "account_id": account_id,
                    "began_at": at,
                    "seen_at": at,
                    "ends_at": at + lifetime.whole,
                    "ended": False,
                },
            )
        return token

    def here(self, token: str, lifetime: Lifetime, *, stirs: bool = False) -> Account | None:
        """Whose session this is, while it lasts. `stirs`: somebody did something just now.

        A session of a time to come is none: a clock that was set back ends sessions and lengthens none.
        """
        at, of_token = moment(), SESSION.c.token == hashed(token)
        query = sa.select(ACCOUNT, SESSION.c.began_at, SESSION.c.seen_at.label("stirred_at")).where(
            of_token, SESSION.c.account_id == ACCOUNT.c.id, ~SESSION.c.ended, SESSION.c.ends_at > at, ~ACCOUNT.c.blocked
        )
        with reading(self._engine) as connection:
            row = connection.execute(query).first()
        if row is None or at - row.stirred_at > lifetime.idle or row.began_at - at > _SKEW:
            return None
        if at - row.began_at > lifetime.whole:
            return None
        if stirs and at - row.stirred_at > _STIRS:
            with writing(self._engine) as connection:
                connection.execute(sa.update(SESSION).where(of_token).values(seen_at=at))
        return _account(row)

    def end(self, token: str) -> None:
        """Sign one browser out."""
        with writing(self._engine) as connection:
            _end(connection, SESSION.c.token == hashed(token))

    def end_everywhere(self, account_id: int) -> None:
        """Sign somebody out of every browser."""
        with writing(self._engine) as connection:
            _end(connection, SESSION.c.account_id == account_id)


def _end(connection: sa.Connection, which: sa.ColumnElement[bool]) -> None:
    connection.execute(sa.update(SESSION).where(which).values(ended=True))


def _account(row: "sa.Row[tuple[object, ...]] | None") -> Account:
    assert row is not None
    values = {column.name: row._mapping[column] for column in ACCOUNT.columns}
    values |= {name: tuple(values[name].split()) for name in ("places", "claimed_places")}
    return Account(**values)


def hashed(token: str) -> str:
    """As it is stored: it is chance itself, so nothing more is needed."""
    return hashlib.sha256(token.encode()).hexdigest()
