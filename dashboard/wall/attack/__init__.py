"""Owns the intruder: all that can be read at once, and what it gives away. It shares no code with the wall."""
