"""Owns the books that people write in: what was decided, chosen, delivered and done, and who may come in."""
