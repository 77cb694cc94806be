#!/usr/bin/env bash
# A date made at midnight of one's own clock is written as the evening before.
#
# Guess: a workbook has no time zones, so the day that a program's own clock shows is the day in the cell.
# So: exceljs writes the moment in UTC: in Finland midnight of 1 January becomes 31 December 22:00. A carriage
#   return in a text is lost on reading back, and the text _x0041_ comes back as A, since it is written without its
#   escape.
# Source: exceljs 4.4.0, lib/utils/utils.js (dateToExcel) and the shared strings' reader.
# For us: a date with a time of day is kept as it stands, time included: only who made the file knows which day was
#   meant.
# Needs: Node.js 18 or newer with npm
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund exceljs@4.4.0
node - <<'SCRIPT'
process.env.TZ = "Europe/Helsinki";
const ExcelJS = require("exceljs");

(async () => {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet("A").addRow([new Date(2026, 0, 1), "a\r\nb", "_x0041_"]);
  await workbook.xlsx.writeFile("one.xlsx");
  const again = new ExcelJS.Workbook();
  await again.xlsx.readFile("one.xlsx");
  const [, day, text, escape] = again.worksheets[0].getRow(1).values;
  const seen = [day.toISOString(), text, escape];
  console.log("exceljs 4.4.0", JSON.stringify(seen));
  process.exit(JSON.stringify(seen) === JSON.stringify(["2025-12-31T22:00:00.000Z", "a\nb", "A"]) ? 0 : 1);
})();
SCRIPT
