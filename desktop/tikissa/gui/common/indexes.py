"""How Qt's item models name a cell, in one place."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex

NOWHERE = QModelIndex()
"""No parent: the tables of the window are flat."""
