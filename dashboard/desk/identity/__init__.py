"""Owns who asks at the desk: a person, the role that decides what may be done, and who is let in."""
