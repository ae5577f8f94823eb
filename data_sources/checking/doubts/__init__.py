"""Owns what a file leaves in doubt, kind by kind: each finds its own, proposes an answer, and is asked."""
