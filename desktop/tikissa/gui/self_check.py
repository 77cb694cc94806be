"""Opens the window without anybody watching, to prove that an installed program can."""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory


def open_and_close() -> None:
    """Show the window once, off the screen, and draw it. Raises whatever keeps it from opening."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from tikissa.gui.main_window import MainWindow
    from tikissa.gui.preferences_model import PreferencesModel

    application = QApplication.instance() or QApplication(sys.argv[:1])
    with TemporaryDirectory() as folder:
        window = MainWindow(PreferencesModel(Path(folder) / "preferences.json"))
        window.show()
        application.processEvents()
        drawn = window.grab()
        window.close()
        application.processEvents()
    if drawn.isNull():
        raise RuntimeError("the window could not be drawn")
