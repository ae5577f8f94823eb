"""Owns what comes in at the desk: uploads, answers to questions about them, and what is fetched from partners."""
