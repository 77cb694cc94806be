#!/usr/bin/env bash
# sign.sh app PROGRAM.app | image IMAGE.dmg
# Signs a program with the hardened runtime, inside out; signs, notarises and staples a disk image. The certificate is in
# the environment: CERTIFICATE (a .p12 in Base64), CERTIFICATE_PASSWORD; for notarising APPLE_ID, APPLE_PASSWORD, APPLE_TEAM.
# Without a certificate it says so and leaves the files as they are.
set -euo pipefail
what=$1 file=$2
entitlements=$(dirname "$0")/entitlements.plist
if [[ -z "${CERTIFICATE:-}" ]]; then
  echo "No certificate: $file stays unsigned."
  exit 0
fi

keychain=${RUNNER_TEMP:-/tmp}/signing.keychain-db
certificate=${RUNNER_TEMP:-/tmp}/signing.p12
password=$(uuidgen)
trap 'security delete-keychain "$keychain" || true; rm -f "$certificate"' EXIT
printf '%s' "$CERTIFICATE" | base64 --decode > "$certificate"
security create-keychain -p "$password" "$keychain"
security set-keychain-settings "$keychain"
security unlock-keychain -p "$password" "$keychain"
security import "$certificate" -k "$keychain" -P "$CERTIFICATE_PASSWORD" -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple: -s -k "$password" "$keychain" > /dev/null
security list-keychains -d user -s "$keychain" login.keychain-db
identity=$(security find-identity -v -p codesigning "$keychain" | awk '/Developer ID Application/ {print $2; exit}')
sign() {
  codesign --force --timestamp --options runtime --entitlements "$entitlements" --sign "$identity" "$@"
}

if [[ $what == app ]]; then
  # Everything that is code, the innermost first; then the bundle around it.
  find "$file" -type f \( -name '*.dylib' -o -name '*.so' \) -print0 | while IFS= read -r -d '' part; do sign "$part"; done
  find "$file" -depth -type d -name '*.framework' -print0 | while IFS= read -r -d '' part; do sign "$part"; done
  sign "$file"
  codesign --verify --deep --strict "$file"
else
  codesign --force --timestamp --sign "$identity" "$file"
  if [[ -n "${APPLE_ID:-}" ]]; then
    xcrun notarytool submit "$file" --apple-id "$APPLE_ID" --password "$APPLE_PASSWORD" --team-id "$APPLE_TEAM" --wait
    xcrun stapler staple "$file"
    xcrun stapler validate "$file"
  else
    echo "No Apple account: $file is signed and not notarised."
  fi
fi
