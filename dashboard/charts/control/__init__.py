"""Owns the pictures that tell change from chance: control charts over time, and funnels of municipalities."""
