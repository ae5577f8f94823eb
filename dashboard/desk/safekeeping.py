"""Owns what an operator does with a whole database: lay a copy away, sealed where asked for, and bring one back."""

import contextlib
import errno
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyrage

from dashboard.installation.settings import Settings
from data_sources.reading.own_folder import Folder
from data_sources.storing import backup
from data_sources.storing.keys.private_files import OWNERS, keep_private, private_folder
from data_sources.storing.keys.secret import SecretKey
from data_sources.storing.migrations import newest
from data_sources.storing.store import StoreFault

SEALED, UNFINISHED = ".age", ".unfinished"
_MOMENT = "%Y-%m-%dT%H%M%S"
_OURS = re.compile(r"samspill-(?P<at>[0-9-]{10}T[0-9]{6})\.(sqlite|key)(\.age)?(?P<unfinished>\.unfinished(-\w+)?)?")
_BROKEN_OFF = timedelta(days=1)  # no copy takes that long


def schema_version() -> str:
    """The version of the database's tables that this Samspill makes."""
    return newest()


@dataclass(frozen=True)
class LaidAway:
    """Where a backup lies, how many rows it holds, and where its key lies; None where no key was asked for. `cleared`:
    how many older copies were removed."""

    file: Path
    rows: int
    key: Path | None
    cleared: int


def lay_away(
    settings: Settings, folder: Path, *, key_to: Path | None, recipients: Sequence[str], days: int | None = None
) -> LaidAway:
    """Copy the database as it is now into a folder, and its key into another. Raises StoreFault, OSError.

    `recipients`: age's public keys ("age1…"); who has a private key of theirs opens the files.
    `days`: when the new copy is whole, older ones than that are removed from both folders; None: all stay.
    `key-beside`: database and key may not lie together.
    """
    if key_to is not None and key_to.resolve() == folder.resolve():
        raise StoreFault("key-beside")
    readers, now = _readers(recipients), datetime.now(UTC)
    private_folder(folder)
    stem = f"samspill-{now:{_MOMENT}}"
    file = folder / f"{stem}.sqlite{UNFINISHED}"
    taken = backup.back_up(settings.database, file)
    copy, key = _put_in_place(file, readers), None
    if key_to is not None:
        private_folder(key_to)
        key = key_to / f"{stem}.key{UNFINISHED}"
        keep_private(key)
        shutil.copyfile(settings.key, key)
        key = _put_in_place(key, readers)
    cleared = _clear(folder, now, days)
    if key_to is not None:
        _clear(key_to, now, days)
    return LaidAway(copy, sum(check.rows for check in taken.values()), key, cleared)


def take_back(settings: Settings, file: Path, *, key: Path | None, identity: Path | None) -> int:
    """Fill an empty database from a backup, and put its key in its place; how many rows. Raises StoreFault, OSError."""
    with _opened(file, identity) as plain, _opened(key or settings.key, identity) as plain_key:
        if not plain_key.exists():
            raise StoreFault("key-missing")
        if settings.key.exists() and settings.key.read_bytes() != plain_key.read_bytes():
            raise StoreFault("other-key")
        settings.prepare()
        brought = backup.bring_back(plain, settings.database, SecretKey.at(plain_key).check)
        if not settings.key.exists():
            keep_private(settings.key)
            shutil.copyfile(plain_key, settings.key)
    return sum(check.rows for check in brought.values())


def _readers(recipients: Sequence[str]) -> list[pyrage.x25519.Recipient]:
    try:
        return [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    except pyrage.RecipientError:
        raise StoreFault("recipient-unreadable") from None


def _put_in_place(file: Path, readers: Sequence[pyrage.x25519.Recipient]) -> Path:
    """Give a file the name it is to have, now that it is whole; sealed, if it is to be. Raises OSError."""
    whole = file.with_name(file.name.removesuffix(UNFINISHED) + (SEALED if readers else ""))
    sealed = whole.with_name(whole.name + UNFINISHED)
    try:
        if readers:
            keep_private(sealed)
            pyrage.encrypt_file(str(file), str(sealed), readers)
            file.unlink()
        backup.flush(sealed)
        return sealed.rename(whole)
    except BaseException as fault:
        file.unlink(missing_ok=True)
        sealed.unlink(missing_ok=True)
        if isinstance(fault, pyrage.EncryptError):  # the library's way to say that it cannot write
            raise OSError(errno.ENOSPC, "", str(sealed.parent)) from None
        raise


def _clear(folder: Path, now: datetime, days: int | None) -> int:
    """Remove what has lain here for longer than it is to be kept, and what was broken off; how many whole ones."""
    cleared = 0
    for file in folder.iterdir():
        named = _OURS.fullmatch(file.name)
        if named is None:
            continue
        age = now - datetime.strptime(named["at"], _MOMENT).replace(tzinfo=UTC)
        if named["unfinished"] and age > _BROKEN_OFF:
            file.unlink()
        elif not named["unfinished"] and days is not None and age > timedelta(days=days):
            file.unlink()
            cleared += 1
    return cleared


@contextlib.contextmanager
def _opened(file: Path, identity: Path | None) -> Iterator[Path]:
    """The file itself, or where it is sealed, what is in it, for as long as it is needed."""
    if file.suffix != SEALED:
        yield file
        return
    if identity is None:
        raise StoreFault("backup-sealed")
    with Folder() as folder:
        plain = folder / file.stem
        keep_private(plain)
        try:
            identities = [
                pyrage.x25519.Identity.from_str(line.strip())
                for line in identity.read_text(encoding="utf-8").splitlines()
                if line.strip() and not line.startswith("#")
            ]
            pyrage.decrypt_file(str(file), str(plain), identities)
        except (pyrage.IdentityError, pyrage.DecryptError, UnicodeDecodeError):
            raise StoreFault("backup-sealed") from None
        plain.chmod(OWNERS)  # the library may have made it anew
        yield plain
