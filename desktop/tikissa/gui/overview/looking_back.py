"""Compares the register with its earlier version once more: after a new start what changed is not known any longer."""

from typing import TYPE_CHECKING

from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.model.progress import Progress

if TYPE_CHECKING:
    from tikissa.review.carry_over import CarriedOver


def look_back(model: SessionModel, runner: TaskRunner) -> None:
    """Work out what was carried over when this version first came; forget about it where that is kept no more."""
    from tikissa.app.folders import data_folder
    from tikissa.app.returning import carry_from, looked_back_at

    session, password = model.current, model.password
    forebear, register = session.forebear, session.register
    last = looked_back_at(forebear, session.path.name, data_folder()) if forebear is not None else None

    def work(progress: Progress) -> object:
        return carry_from(last, register, password, progress) if last is not None else None

    def take(carried: "CarriedOver | None") -> None:
        session.carried = carried
        session.forebear = forebear if carried is not None else None
        if model.session is session:
            model.changed.emit()

    task = runner.task(work)
    task.finished.connect(take)
    task.failed.connect(lambda _: take(None))
    task.start()
