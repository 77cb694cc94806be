"""The least a frozen PySide6 program can be: what the start of ours is measured against."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = QMainWindow()
    window.setWindowTitle("Bare")
    window.show()
    sys.exit(application.exec())
