"""Owns the pieces in which goals are shown and changed."""
