"""Makes a register of any size with known truth, for measuring what the program does with 100,000 or 1,000,000 rows."""

import argparse
import json
import time
from pathlib import Path

from registers.large import COMPANY_SHARES, invent_large
from registers.large_files import as_register, table, truth, write_csv, write_xlsx
from tikissa.model.register import Register

_WRITERS = {".csv": write_csv, ".xlsx": write_xlsx}


def large_register(rows: int, kind: str = "mixed", seed: int = 1, duplicates: float = 0.15) -> Register:
    """Return a large register in memory, for measuring without a file."""
    return as_register(table(invent_large(rows, kind, seed, duplicates), kind))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int)
    parser.add_argument("output", type=Path, help="a file that ends in .csv or .xlsx")
    parser.add_argument("--truth", type=Path, help="where to write what is true of it, as JSON")
    parser.add_argument("--kind", choices=sorted(COMPANY_SHARES), default="mixed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--duplicates", type=float, default=0.15, help="share of rows that repeat another customer")
    arguments = parser.parse_args()
    if arguments.output.suffix not in _WRITERS:
        parser.error("the output must end in .csv or .xlsx")
    return arguments


def main() -> None:
    wanted, began = _arguments(), time.perf_counter()
    large = invent_large(wanted.rows, wanted.kind, wanted.seed, wanted.duplicates)
    made = table(large, wanted.kind)
    _WRITERS[wanted.output.suffix](wanted.output, made)
    if wanted.truth:
        wanted.truth.write_text(
            json.dumps(truth(large, made, wanted.output.name), ensure_ascii=False), encoding="utf-8"
        )
    print(f"{wanted.rows} rows in {time.perf_counter() - began:.1f} s: {wanted.output}")


if __name__ == "__main__":
    main()
