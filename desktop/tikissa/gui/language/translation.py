"""The window's texts in the user's language: read from `resources/i18n/tikissa_XX.ts`, switched while running.

The frozen program carries them compiled as well (`tikissa_XX.qm`): those are there at once.
"""

import os
from collections.abc import Mapping
from functools import cache
from xml.parsers.expat import ParserCreate

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, QTranslator

from tikissa.messages import LANGUAGES
from tikissa.resources import resource

STRETCH = "TIKISSA_STRETCH"
"""Set to 1, this environment variable makes every text half as long again, to find cramped layouts."""

LANGUAGE_NAMES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}
LOCALES = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB"}

QT_LACKS = (QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"), QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"))
"""Words of Qt's own dialogs that it does not have in all our languages."""

Texts = Mapping[tuple[str, str, str], tuple[str, ...]]
"""Context, source text and comment -> one form, or the forms for one and for many."""


def language() -> str:
    """Return the language in force: fi, sv or en."""
    return supported(QLocale().name())


def supported(name: str) -> str:
    """Return the language of ours that serves a locale such as `sv_FI`."""
    return name[:2] if name[:2] in LANGUAGES else "en"


def system_language() -> str:
    return next((name[:2] for name in QLocale.system().uiLanguages() if name[:2] in LANGUAGES), "en")


@cache
def texts(chosen: str) -> Texts:
    """Return the finished translations of a language."""
    found: dict[tuple[str, str, str], tuple[str, ...]] = {}
    said: dict[str, str] = {}  # what stood in the element of a name that was read last
    forms: list[str] = []
    letters: list[str] = []

    def begin(element: str, attributes: dict[str, str]) -> None:
        letters.clear()
        if element == "message":
            said["comment"] = ""
        if element == "translation":
            said["type"] = attributes.get("type", "")
            forms.clear()

    def end(element: str) -> None:
        said[element] = "".join(letters)
        if element == "numerusform":
            forms.append(said[element])
        if element == "translation" and not said["type"]:
            found[said["name"], said["source"], said["comment"]] = tuple(forms or [said[element]])

    path = resource("i18n", f"tikissa_{chosen}.ts")
    if path.exists():
        reader = ParserCreate()
        reader.StartElementHandler, reader.EndElementHandler = begin, end
        reader.CharacterDataHandler = letters.append
        reader.Parse(path.read_bytes(), True)
    return found


class Translator(QTranslator):
    """Looks texts up in the .ts file itself, so that nothing has to be compiled."""

    def __init__(self, chosen: str) -> None:
        super().__init__()
        self._texts = texts(chosen)
        self._stretch = os.environ.get(STRETCH) == "1"

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, /, disambiguation: str | None = None, n: int = -1) -> str | None:
        forms = self._texts.get((context, text, disambiguation or ""))
        if forms is None:
            return _stretched(text) if self._stretch else None
        form = forms[0] if len(forms) == 1 or n in (-1, 1) else forms[1]
        return _stretched(form) if self._stretch else form


def _stretched(text: str) -> str:
    return text + " " + "~" * (len(text) // 2)


class Languages:
    """Puts a language in force; every widget then hears of it as a LanguageChange event."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._translators: tuple[QTranslator, ...] = ()

    def use(self, chosen: str) -> None:
        QLocale.setDefault(QLocale(LOCALES[chosen]))
        previous, self._translators = self._translators, (_of_qt(chosen), _of_ours(chosen))
        for translator in previous:
            self._application.removeTranslator(translator)
        for translator in self._translators:
            self._application.installTranslator(translator)


def _of_ours(chosen: str) -> QTranslator:
    """Return the window's own words, compiled where there are such."""
    compiled = QTranslator()
    is_stretched = os.environ.get(STRETCH) == "1"
    if not is_stretched and compiled.load(str(resource("i18n", f"tikissa_{chosen}.qm"))):
        return compiled
    return Translator(chosen)


def _of_qt(chosen: str) -> QTranslator:
    """Return the words of Qt's own dialogs, where the system has none for choosing a file."""
    translator = QTranslator()
    translator.load(f"qtbase_{chosen}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return translator
