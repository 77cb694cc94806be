"""What cleaning has changed, worked out beside the window for the page after saving and for the printed state."""

from tikissa.app.session import Session
from tikissa.gui.common.task_runner import Work
from tikissa.model.progress import Progress


def measuring(session: Session) -> Work:
    """Return the work that gives the numbers before and after, of the session as it stands now."""
    analysis, outcome, open_work, log = session.analysis, session.outcome, session.work, session.log

    def work(_: Progress) -> object:
        from tikissa.presentation.before_after import before_and_after

        return before_and_after(analysis, outcome, open_work, log)

    return work
