"""Owns the tables Samspill takes in, one a file. Reader, template, checks, SQL and data dictionary read these."""

from data_sources.declared.table import Table
from data_sources.declared.tables.activities import ACTIVITIES
from data_sources.declared.tables.attendance import ATTENDANCE
from data_sources.declared.tables.concerts import CONCERTS
from data_sources.declared.tables.fit import FIT
from data_sources.declared.tables.population import POPULATION
from data_sources.declared.tables.referrals import REFERRALS
from data_sources.declared.tables.survey import SURVEY

__all__ = ["ACTIVITIES", "ATTENDANCE", "BY_NAME", "CONCERTS", "FIT", "POPULATION", "REFERRALS", "SURVEY", "TABLES"]

TABLES: tuple[Table, ...] = (ATTENDANCE, REFERRALS, CONCERTS, ACTIVITIES, FIT, SURVEY, POPULATION)
BY_NAME = {table.name: table for table in TABLES}
