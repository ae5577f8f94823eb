"""Owns the doing of what was handed over: by workers, or where there are none by the server itself."""
