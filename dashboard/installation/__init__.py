"""Owns what whoever runs the installation decides: settings and addresses. Loaded before anything heavy is."""
