"""Owns how people sign in here: the file that names the provider, and what its claims mean."""

import functools
import os
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from authlib.integrations.starlette_client import OAuth, StarletteOAuth2App
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from dashboard.desk.identity.person import RANK, Role


class SignInFault(Exception):  # noqa: N818 - an answer to whoever starts the server
    """The file cannot be used. `where`: the line's key, or the file."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


class SignIn(BaseModel):
    """`address`: where people reach Samspill. `client_secret_from`: the name of an environment variable. `role_claim`:
    the claim that says what somebody may do, `roles` and `municipalities` what its values mean here. `trust_email`: the
    provider's addresses are verified though it does not say so (Entra ID). `frame_ancestors`: who may frame us.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    address: str = Field(pattern=r"^https?://[^/]+$")
    issuer: str = Field(pattern=r"^https?://")
    client_id: str = Field(min_length=1)
    client_secret_from: str = ""
    scope: str = "openid email profile"
    role_claim: str = "roles"
    roles: dict[str, Role] = {}
    municipalities: dict[str, Annotated[str, Field(pattern=r"^\S+$")]] = {}
    trust_email: bool = False
    hours: float = Field(8, gt=0, le=24)
    idle_minutes: float = Field(60, gt=0)
    frame_ancestors: list[str] = []

    @field_validator("address", "issuer")
    @classmethod
    def _safe(cls, value: str) -> str:
        """Nobody signs in over a line that others can read, but on this machine."""
        parts = urlsplit(value)
        if parts.scheme != "https" and parts.hostname not in {"localhost", "127.0.0.1"}:
            raise ValueError("not https")
        return value.rstrip("/")

    @property
    def is_secure(self) -> bool:
        """Do browsers reach us by https?"""
        return self.address.startswith("https://")

    @property
    def host(self) -> str:
        """The name people reach us by."""
        return urlsplit(self.address).hostname or ""

    def client(self) -> StarletteOAuth2App:
        """The provider, with PKCE; its keys and addresses are fetched when first needed."""
        registry = OAuth()
        registry.register(
            "provider",
            client_id=self.client_id,
            client_secret=os.environ.get(self.client_secret_from) if self.client_secret_from else None,
            server_metadata_url=f"{self.issuer}/.well-known/openid-configuration",
            client_kwargs={"scope": self.scope, "code_challenge_method": "S256", "timeout": 15},
        )
        return registry.create_client("provider")

    def meaning(self, claims: Mapping[str, Any]) -> tuple[str, list[str]]:
        """The highest role that somebody's claims give here, empty for none, and the municipalities they name."""
        claimed = claims.get(self.role_claim, [])
        values = (
            [str(value) for value in claimed]
            if isinstance(claimed, Sequence) and not isinstance(claimed, str)
            else [str(claimed)]
        )
        roles = sorted((self.roles[value] for value in values if value in self.roles), key=RANK.__getitem__)
        return (
            roles[-1] if roles else "",
            [self.municipalities[value] for value in values if value in self.municipalities],
        )

    def email(self, claims: Mapping[str, Any]) -> str:
        """The person's address where it is verified; an address anybody can claim is none."""
        return str(claims.get("email", "")) if self.trust_email or claims.get("email_verified") is True else ""


@functools.cache
def read(file: Path) -> SignIn:
    """The file, checked. Raises SignInFault."""
    try:
        sign_in = SignIn(**tomllib.loads(file.read_text(encoding="utf-8")))
    except ValidationError as fault:
        raise SignInFault(".".join(map(str, fault.errors()[0]["loc"]))) from None
    except (OSError, ValueError, TypeError):
        raise SignInFault(file.name) from None
    if sign_in.client_secret_from and not os.environ.get(sign_in.client_secret_from):
        raise SignInFault(sign_in.client_secret_from)
    return sign_in
