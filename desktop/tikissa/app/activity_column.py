"""The column that says how active each customer is, offered for the saved file."""

from tikissa.messages import say
from tikissa.model.analysis import Analysis
from tikissa.model.finding import Reason
from tikissa.model.proposal import AddColumn
from tikissa.model.record import RecordId
from tikissa.profiling.activity import group_of_each


def activity_column(analysis: Analysis, language: str) -> AddColumn:
    """Return the groups as a column in words; the reason tells after how many months a customer is passive."""
    groups = group_of_each(analysis)
    words = {group: say(language, f"activity.{group}") for group in set(groups)}
    texts = {RecordId(record): words[group] for record, group in enumerate(groups)}
    months = str(analysis.settings.passive_after_months)
    return AddColumn(say(language, "activity.heading"), texts, Reason("activity.column", (months,)))
