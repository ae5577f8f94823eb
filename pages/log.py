"""Logg: what was done, by whom, and what came of it."""

from dashboard.screen import head, people

head("log")
people.audit_log()
