"""Brings the .ts files of the window up to date with its source texts, and says what still has to be translated.

`python build_scripts/translations.py` updates; `--check` only reports. Exit status 1 where a text is missing.
"""

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from tempfile import TemporaryDirectory

CHECKOUT = Path(__file__).resolve().parents[1]
SOURCES = CHECKOUT / "desktop" / "tikissa" / "gui"
TRANSLATIONS = CHECKOUT / "resources" / "i18n"
LANGUAGES = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB"}

Text = tuple[str, str, str]
"""Context, source text and comment."""


def lupdate(target: Path, language: str) -> None:
    """Collect the source texts of the window into a .ts file, keeping the translations that are in it."""
    sources = sorted(str(path) for path in SOURCES.rglob("*.py"))
    program = Path(sys.executable).with_name("pyside6-lupdate")
    options = [
        "-source-language",
        "en_GB",
        "-target-language",
        language,
        "-no-obsolete",
        "-locations",
        "none",
        "-silent",
    ]
    subprocess.run([str(program), *sources, "-ts", str(target), *options], check=True)


def messages(file: Path) -> dict[Text, ElementTree.Element]:
    """Return every message of a .ts file by context, source text and comment."""
    found = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            text = (context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", ""))
            found[text] = message
    return found


def is_finished(message: ElementTree.Element) -> bool:
    translation = message.find("translation")
    if translation is None or translation.get("type") is not None:
        return False
    forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
    return all(forms)


def is_plural(message: ElementTree.Element) -> bool:
    return message.get("numerus") == "yes"


def needed_texts() -> dict[Text, ElementTree.Element]:
    """Return what the source code of the window asks to be translated."""
    with TemporaryDirectory() as folder:
        fresh = Path(folder) / "fresh.ts"
        lupdate(fresh, "en_GB")
        return messages(fresh)


def unfinished(language: str, needed: dict[Text, ElementTree.Element]) -> list[Text]:
    """Return the texts without a finished translation; in English, the sources' own language, only plurals need one."""
    file = TRANSLATIONS / f"tikissa_{language}.ts"
    done = {text for text, message in messages(file).items() if is_finished(message)} if file.exists() else set()
    wanted = (text for text, message in needed.items() if language != "en" or is_plural(message))
    return [text for text in wanted if text not in done]


def main(arguments: list[str]) -> int:
    if "--check" not in arguments:
        for language, locale in LANGUAGES.items():
            lupdate(TRANSLATIONS / f"tikissa_{language}.ts", locale)
    needed = needed_texts()
    missing = {language: unfinished(language, needed) for language in LANGUAGES}
    for language, texts in missing.items():
        print(f"{language}: {len(needed) - len(texts)} of {len(needed)} texts ready")
        for context, source, _ in texts:
            print(f"  {context}: {source}")
    return 1 if any(missing.values()) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
