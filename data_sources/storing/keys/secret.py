"""Owns the secret key by which ids become hashes. It lives beside the database, never in it."""

import contextlib
import errno
import hashlib
import os
import secrets
import tempfile
from collections.abc import Callable
from pathlib import Path

from data_sources.storing.keys.private_files import OWNERS, keep_private

SHORTEST = 16  # bytes


class SecretKey:
    """Keyed hashes. The same id gives the same hash as long as the key file is the same."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    @classmethod
    def at(cls, path: Path) -> "SecretKey":
        """The key in a file; made, readable by its owner only, where there is none. Raises OSError.

        The file appears with the whole key in it, so that two who start at once get the same one. A key too
        short to keep a secret, such as an empty file, is refused.
        """
        if not path.exists():
            _make(path)
        keep_private(path)
        key = path.read_bytes()
        if len(key) < SHORTEST:
            raise OSError(errno.EINVAL, "the key file does not hold a whole key", str(path))
        return cls(key if len(key) <= hashlib.blake2b.MAX_KEY_SIZE else hashlib.blake2b(key).digest())

    @staticmethod
    def is_whole(path: Path) -> bool:
        """Is there a key in the file, long enough to keep a secret? Raises OSError where it cannot be read."""
        return path.exists() and path.stat().st_size >= SHORTEST

    def hashed(self, purpose: str) -> Callable[[str], str]:
        """A function from text to a hash of 24 characters; other purposes give other hashes."""
        person = hashlib.blake2b(purpose.encode(), digest_size=16).digest()
        begun = hashlib.blake2b(key=self._key, person=person, digest_size=12).copy

        def make(text: str) -> str:
            hashing = begun()  # with the key in it already: a third less than beginning anew for each
            hashing.update(text.encode())
            return hashing.hexdigest()

        return make

    def derived(self, purpose: str) -> bytes:
        """A key of 32 bytes for one purpose, from which neither this one nor that of another purpose follows."""
        person = hashlib.blake2b(purpose.encode(), digest_size=16).digest()
        return hashlib.blake2b(b"derived", key=self._key, person=person, digest_size=32).digest()

    @property
    def check(self) -> str:
        """Tells two keys apart without giving either away."""
        return self.hashed("check")("samspill")


def _make(path: Path) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(32))
            file.flush()
            os.fsync(file.fileno())
        _link(Path(temporary), path)
    finally:
        Path(temporary).unlink()


def _link(temporary: Path, path: Path) -> None:
    """Unlike a renaming, this never puts a second key in the place of a first."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        return
    except OSError:  # a file system without links
        with contextlib.suppress(FileExistsError), path.open("xb") as file:
            path.chmod(OWNERS)
            file.write(temporary.read_bytes())
