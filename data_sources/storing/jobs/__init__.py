"""Owns work that is written down before anybody does it, so that it is done once, whoever ends before their time."""
