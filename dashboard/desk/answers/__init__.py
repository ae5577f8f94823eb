"""Owns what is kept for the next who asks, and for how long."""
