"""Owns the commands of `samspill`, a module a subject: loaded when one is called."""
