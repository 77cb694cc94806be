"""Invented records of Posti's files: a line a record, text in ISO-8859-1, padded with blanks to its places."""

from collections.abc import Iterable
from pathlib import Path

DAY = "20261128"


def _line(length: int, *parts: tuple[int, int, str]) -> str:
    line = [" "] * length
    for first, last, text in parts:
        width = last - first + 1
        line[first - 1 : last] = text[:width].ljust(width)
    return "".join(line)


def baf_line(
    code: str, town: tuple[str, str], street: tuple[str, str], parity: str = "", numbers: tuple[int, int] | None = None
) -> str:
    low, high = numbers or (0, 0)
    told = ((188, 192, f"{low:>5}"), (201, 205, f"{high:>5}")) if numbers else ()
    return _line(
        256, (1, 5, "KATUN"), (6, 13, DAY), (14, 18, code), (19, 48, town[0].upper()), (49, 78, town[1].upper()),
        (103, 132, street[0]), (133, 162, street[1]), (187, 187, parity), *told, (214, 216, "837"),
        (217, 236, town[0]), (237, 256, town[1]),
    )  # fmt: skip


def pcf_line(code: str, name: str, kind: str = "1", municipality: str = "837") -> str:
    return _line(
        220, (1, 5, "PONOT"), (6, 13, DAY), (14, 18, code), (19, 48, name.upper()), (103, 110, "19900101"),
        (111, 111, kind), (177, 179, municipality), (180, 199, name), (220, 220, "1"),
    )  # fmt: skip


def pom_line(retired: str, successor: str, day: str = "20261201") -> str:
    return _line(
        453, (1, 5, "POMU1"), (6, 13, DAY), (14, 21, "20261101"), (22, 29, "20261130"), (30, 34, retired),
        (35, 64, "VANHALA"), (65, 94, "GAMMELBY"), (250, 254, successor), (255, 284, "UUSILA"), (285, 314, "NYBY"),
        (339, 341, "837"), (342, 361, "Tampere"), (382, 383, "06"), (444, 451, day), (452, 453, "03"),
    )  # fmt: skip


def posti_file(folder: Path, name: str, lines: Iterable[str]) -> Path:
    path = folder / f"{name}_{DAY}.dat"
    path.write_bytes("".join(f"{line}\n" for line in lines).encode("iso-8859-1"))
    return path
