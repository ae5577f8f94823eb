"""Owns what whoever runs the installation decides: settings, allowed addresses, and copies laid away."""
