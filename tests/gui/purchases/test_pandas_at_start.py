"""The window is up before pandas is loaded: only a list of purchases needs it."""

import os
import subprocess
import sys
from pathlib import Path

START = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tikissa.gui.common.preferences_model import PreferencesModel
from tikissa.gui.shell.main_window import MainWindow
application = QApplication([])
window = MainWindow(PreferencesModel(Path(sys.argv[1]) / "preferences.json"))
window.show()
application.processEvents()
print("pandas" in sys.modules)
"""


def test_the_first_page_of_the_window_does_not_load_pandas(tmp_path: Path) -> None:
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TIKISSA_DATA": str(tmp_path)}
    command = [sys.executable, "-c", START, str(tmp_path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, env=around)
    assert told.stdout.strip() == "False"
