"""Owns the entry script, alone in its folder: Streamlit looks for every module there first."""
