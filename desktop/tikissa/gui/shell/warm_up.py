"""Fetches what the pages and the verbs need while the window is already there and nobody waits."""

from importlib import import_module

from tikissa.gui.language.translation import language
from tikissa.messages import catalogue
from tikissa.model.progress import Progress

NEEDED_SOON = (
    "tikissa.app.session",
    "tikissa.app.returning",
    "tikissa.files.reader",
    "tikissa.analysis.analyse",
    "tikissa.export.save.writer",
)


def warm_up(progress: Progress) -> None:
    """Import, and read the tables and words that the first register is met with."""
    from tikissa.gui.shell.page_list import page_types
    from tikissa.schema.detect import prepare

    page_types()
    for chosen in ("en", language()):
        catalogue(chosen)
    for number, module in enumerate(NEEDED_SOON):
        progress.report("warm_up", number, len(NEEDED_SOON))
        import_module(module)
    prepare()
