"""Owns the web server around the screen: headers, the page's language, and the words Streamlit says itself."""

import tomllib
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

SCRIPT = Path(__file__).with_name("app.py")
# In a wheel the configuration lies beside this file; in a checkout in the folder Streamlit expects.
CONFIG = (Path(__file__).with_name("config.toml"), Path(__file__).parents[1] / ".streamlit" / "config.toml")


def options(port: int) -> dict[str, Any]:
    """Streamlit's configuration from our file, flattened, with the port."""
    file = next(path for path in CONFIG if path.exists())
    return {**_flat(tomllib.loads(file.read_text(encoding="utf-8"))), "server.port": port}


def _flat(section: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in section.items():
        if isinstance(value, dict):
            flat |= _flat(value, f"{prefix}{name}.")
        else:
            flat[prefix + name] = value
    return flat


def build() -> st.App:
    """The app with its middleware and routes."""
    return st.App(SCRIPT)


def run(port: int) -> None:
    """Serve until stopped, on this machine only."""
    build().run(config=options(port))
