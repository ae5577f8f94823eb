"""Owns the secret key by which ids become hashes. It lives beside the database, never in it."""

import hashlib
import os
import secrets
from collections.abc import Callable
from pathlib import Path


class SecretKey:
    """Keyed hashes. The same id gives the same hash as long as the key file is the same."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    @classmethod
    def at(cls, path: Path) -> "SecretKey":
        """The key in a file; made, readable by its owner only, where there is none. Raises OSError."""
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return cls(path.read_bytes())
        with os.fdopen(handle, "wb") as file:
            key = secrets.token_bytes(32)
            file.write(key)
        return cls(key)

    def hashed(self, purpose: str) -> Callable[[str], str]:
        """A function from text to a hash of 24 characters; other purposes give other hashes."""
        person = hashlib.blake2b(purpose.encode(), digest_size=16).digest()

        def make(text: str) -> str:
            return hashlib.blake2b(text.encode(), key=self._key, person=person, digest_size=12).hexdigest()

        return make

    @property
    def check(self) -> str:
        """Tells two keys apart without giving either away."""
        return self.hashed("check")("samspill")
