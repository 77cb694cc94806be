"""Calls the command line as a shell would, with a window that only notes what it is asked."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tikissa.cli.main import main

CUSTOMERS = """Asiakasnro;Nimi;Katuosoite;Postinumero;Postitoimipaikka;Puhelin;Sähköposti;Viimeisin ostos
1001;Aino Ahola;Koivutie 1;100;Helsinki;040 123 4567;aino.ahola@example.org;1.6.2026
1002;Ahola Aino;Koivutie 1;00100;Helsinki;040 123 4567;aino.ahola@example.org;1.6.2019
1003;Eino Ek;Pihlajatie 2;00200;Helsinki;050 765 4321;eino.ek@example.org;3.3.2015
1004;Veera Vuori;Kuusitie 3;33100;Tampere;041 555 1234;veera.vuori@example.org;2.2.2026
"""


@dataclass
class NotedWindow:
    """Stands where the real window is: notes the file it was asked to open."""

    opened: list[Path | None] = field(default_factory=list)
    checked: int = 0

    def open(self, path: Path | None) -> int:
        self.opened.append(path)
        return 0

    def check(self, folder: Path) -> None:
        self.checked += 1
        (folder / "window.png").write_bytes(b"picture")


@dataclass(frozen=True)
class Said:
    status: int
    out: str
    error: str


@dataclass(frozen=True)
class CommandLine:
    capture: pytest.CaptureFixture[str]
    window: NotedWindow = field(default_factory=NotedWindow)

    def __call__(self, *arguments: str | Path, language: str = "en") -> Said:
        self.capture.readouterr()
        status = main([*map(str, arguments), "--language", language], self.window)
        captured = self.capture.readouterr()
        return Said(status, captured.out, captured.err)


def customers(folder: Path, text: str = CUSTOMERS) -> Path:
    path = folder / "asiakkaat.csv"
    path.write_text(text, encoding="utf-8")
    return path
