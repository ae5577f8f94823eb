"""Rows on their way between the database and frames."""
