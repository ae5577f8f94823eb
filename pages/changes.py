"""Endring: which numbers have really changed, which reach their target, and one of them drawn with its limits."""

from dashboard.screen import head, here, with_numbers
from dashboard.screen.control_charts import changes

now = here()
head("changes", place=now.place_name)
with_numbers()
changes()
