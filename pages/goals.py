"""Mål: every goal as one card, what is decided of it, who may change it; and all numbers: change or chance."""

from dashboard.screen import head, here, with_numbers
from dashboard.screen.goals import card as goal_card
from dashboard.screen.goals import editing as goal_editing
from dashboard.screen.goals.control_charts import changes
from dashboard.screen.meeting import minutes

view = here()
head("goals", place=view.place_name)
with_numbers()
goal_editing.receipt()
minutes.receipt()
goal_editing.notices()
rows = goal_card.rows_for(view.place)
goal_card.asked_for(rows)
goal_card.cards(rows)
goal_editing.new_goal()
changes()
