# Signs the given files with the certificate in the environment: CERTIFICATE (a .pfx in Base64), CERTIFICATE_PASSWORD.
# Without a certificate it says so and leaves the files as they are.
$ErrorActionPreference = "Stop"
if (-not $env:CERTIFICATE) {
    Write-Host "No certificate: $args stay unsigned."
    exit 0
}
$folder = if ($env:RUNNER_TEMP) { $env:RUNNER_TEMP } else { [IO.Path]::GetTempPath() }
$pfx = Join-Path $folder ([IO.Path]::GetRandomFileName() + ".pfx")
[IO.File]::WriteAllBytes($pfx, [Convert]::FromBase64String($env:CERTIFICATE))
try {
    $tool = Get-ChildItem "C:\Program Files (x86)\Windows Kits\10\bin\*\x64\signtool.exe" | Select-Object -Last 1
    foreach ($file in $args) {
        & $tool.FullName sign /f $pfx /p $env:CERTIFICATE_PASSWORD /fd sha256 /tr http://timestamp.digicert.com /td sha256 $file
        if ($LASTEXITCODE -ne 0) { throw "signing $file did not work" }
    }
} finally {
    Remove-Item $pfx
}
