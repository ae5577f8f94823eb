"""Owns work that is handed over: written down in the database, and done by whichever process is there to do it.

Where the database is a server, keeping files, publishing and papers go this way, so that nothing is lost with the
process that was asked. Where it is a file, that process does the work, as in the rooms below.
"""
