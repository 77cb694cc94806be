"""Saves one customer's data as a document where the user chooses, as a task, and opens it."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from tikissa.app.targets import as_one_of, free_name, home_folder
from tikissa.gui.common.problem_dialog import show_problem
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.gui.language.translation import language
from tikissa.model.progress import Progress
from tikissa.model.record import RecordId

translate = QCoreApplication.translate


def save_customer_document(window: QWidget, model: SessionModel, runner: TaskRunner, record: RecordId) -> None:
    """Ask where to, and write the document of the customer whose row this is."""
    session = model.current
    row = session.register.row(record)
    name = translate("CustomerDocument", "customer-on-row-{0}.html").format(row)
    title = translate("CustomerDocument", "Save this customer’s data")
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    offered = free_name(home_folder(session.path, Path(documents)) / name)
    named, _ = QFileDialog.getSaveFileName(window, title, str(offered), "*.html;;*.xlsx")
    if not named:
        return
    target, chosen = as_one_of(Path(named), ".html", ".xlsx"), language()
    outcome, log, keys = session.outcome, session.log, session.analysis.keys

    def work(progress: Progress) -> object:
        from tikissa.export.lists.customer_page import write_customer_document
        from tikissa.lists.customer_data import customer_data

        progress.report("save.list", 0, 1)
        data = customer_data(outcome, log, keys, record, date.today(), chosen)
        write_customer_document(data, chosen, target)
        return None

    task = runner.task(work)
    task.finished.connect(lambda _: QDesktopServices.openUrl(QUrl.fromLocalFile(str(target))))
    task.failed.connect(lambda problem: show_problem(window, problem))
    task.start()
