"""What Windows shows about the program under Properties, Details."""

_TEMPLATE = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("FileDescription", "Tikissä"), StringStruct("ProductName", "Tikissä"),
      StringStruct("FileVersion", "{version}"), StringStruct("ProductVersion", "{version}"),
      StringStruct("LegalCopyright", "MIT licence"), StringStruct("OriginalFilename", "tikissa.exe"),
    ])]),
    VarFileInfo([VarStruct("Translation", [1033, 1200])]),
  ],
)
"""


def version_info(version: str) -> str:
    """Return the version resource PyInstaller reads, for a version such as 0.1.0."""
    numbers = tuple(int(part) for part in version.split(".") if part.isdigit())
    padded = (*numbers, 0, 0, 0, 0)[:4]
    return _TEMPLATE.format(numbers=padded, version=version)
