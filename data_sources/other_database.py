"""Owns a partner database."""
