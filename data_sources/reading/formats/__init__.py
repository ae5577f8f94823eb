"""Owns one kind of file each: bytes to cells, inside the process of its own."""
