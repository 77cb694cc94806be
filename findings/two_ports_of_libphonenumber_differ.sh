#!/usr/bin/env bash
# Two ports of one library read another number out of the same cell, and one of them calls more valid.
#
# Guess: libphonenumber's ports agree: the same data and the same rules.
# So: the JavaScript rewrite cuts a number at the first letter ("040 1234 Mia" is 040 1234, in the Python port 040
#   1234642) and reads "040 1234567 äiti", which the Python port refuses; with its default small data 12345678 is a
#   valid number in Finland, with its full data it is not.
# Source: libphonenumber-js 1.13.16 (its README lists the differences; default metadata is "min") beside
#   phonenumbers 9.0.43.
# For us: what a web shop's form let through is looked at anew; words are taken off before the number is read.
# Needs: Node.js 18 or newer with npm
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund libphonenumber-js@1.13.16
node - <<'SCRIPT'
const small = require("libphonenumber-js");
const full = require("libphonenumber-js/max");

const read = (library, text) => {
  const number = library.parsePhoneNumber(text, "FI");
  return number.formatNational() + " " + number.isValid();
};
const seen = [
  read(small, "040 1234 Mia"),
  read(small, "040 1234567 \u00e4iti"),
  read(small, "12345678"),
  read(full, "12345678"),
];
console.log("libphonenumber-js 1.13.16", seen);
const expected = ["040 1234 true", "040 1234567 true", "012 345678 true", "012 345678 false"];
process.exit(JSON.stringify(seen) === JSON.stringify(expected) ? 0 : 1);
SCRIPT
