"""Owns what every part of a model file has in common: what we do not know in it is a fault, not a silence."""

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """Strict and frozen: an unknown key in the file is a fault, not a silence."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)
