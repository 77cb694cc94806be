#!/usr/bin/env bash
# The reader behind many web programs makes 125 of 12,5 in a CSV, and 2 January of 1.2.2026.
#
# Guess: a semicolon-separated CSV is read with decimal commas, or its values stay texts.
# So: a comma between digits is taken for a thousands separator whatever follows (12,5 is 125), dates with dots are
#   month first while their day is 12 or less, "12-3" becomes 3 December 2001, phones and postal codes lose their
#   zeros, and UTF-8 without a byte order mark is read as Windows-1252; with raw: true all stay as they are.
# Source: SheetJS xlsx 0.18.5 from the npm registry, fuzzynum and fuzzydate in xlsx.js.
# For us: a register that went through such a program may hold sums ten times too large; nothing in the file tells,
#   so nothing is mended on a guess.
# Needs: Node.js 18 or newer with npm
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund xlsx@0.18.5
node - <<'SCRIPT'
const fs = require("fs");
const XLSX = require("xlsx");

fs.writeFileSync("one.csv", "nimi;summa;pvm;koodi;postinro\nM\u00e4kel\u00e4;12,5;1.2.2026;12-3;00100\n");
function row(options) {
  const sheet = XLSX.readFile("one.csv", { cellDates: false, ...options }).Sheets.Sheet1;
  return ["A2", "B2", "C2", "D2", "E2"].map((cell) => sheet[cell].v);
}
const seen = row({});
const raw = row({ raw: true });
console.log("xlsx", XLSX.version, JSON.stringify(seen), "raw:", JSON.stringify(raw));
const dates = XLSX.SSF.format("yyyy-mm-dd", seen[2]) + " " + XLSX.SSF.format("yyyy-mm-dd", seen[3]);
console.log("dates:", dates);
const same = seen[0] !== "M\u00e4kel\u00e4" && seen[1] === 125 && seen[4] === 100 && dates === "2026-01-02 2001-12-03"
  && raw[1] === "12,5" && raw[2] === "1.2.2026";
process.exit(same ? 0 : 1);
SCRIPT
