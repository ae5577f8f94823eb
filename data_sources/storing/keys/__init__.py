"""Owns what keeps rows private: the secret key, the hashes made with it, and files only their owner can read."""
