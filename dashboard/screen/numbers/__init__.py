"""Owns the pieces in which published numbers stand: key numbers, tables by two things at once, ways."""
