"""Owns which edition of the wall's rules today's is: the ledger writes it down, and the wall reads by it."""

RULES = 2
