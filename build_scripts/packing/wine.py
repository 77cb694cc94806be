"""A Wine prefix in which Qt, numpy and calamine start: what Wine 8 lacks goes into the prefix, never the product."""

import os
import shutil
import subprocess
from pathlib import Path

FONTS = Path("/usr/share/fonts/truetype/dejavu")
COMPILER = "x86_64-w64-mingw32-gcc"
_ICU = (
    "ucnv_open", "ucnv_close", "UCNV_FROM_U_CALLBACK_SUBSTITUTE", "UCNV_TO_U_CALLBACK_SUBSTITUTE", "ucnv_reset",
    "ucnv_getMaxCharSize", "ucnv_getName", "ucnv_getToUCallBack", "ucnv_getFromUCallBack", "ucnv_setToUCallBack",
    "ucnv_setFromUCallBack", "ucnv_cbToUWriteUChars", "ucnv_toUnicode", "ucnv_cbFromUWriteUChars",
    "ucnv_toUCountPending", "ucnv_fromUCountPending", "ucnv_getStandardName", "ucnv_getAvailableName",
    "ucnv_countAvailable", "ucnv_fromUnicode",
)  # fmt: skip
_RANDOM = """#include <windows.h>
BOOLEAN NTAPI SystemFunction036(void *, ULONG);
__declspec(dllexport) BOOL ProcessPrng(BYTE *buffer, SIZE_T length) { return SystemFunction036(buffer, (ULONG)length); }
"""
_REAL_VALUED = ("cabs", "carg", "cimag", "creal")
_COMPLEX_VALUED = (
    "cacos", "cacosh", "casin", "casinh", "catan", "catanh", "ccos", "ccosh", "cexp", "clog", "conj", "csin", "csinh",
    "csqrt", "ctan", "ctanh",
)  # fmt: skip


def environment(prefix: Path) -> dict[str, str]:
    """Return the surroundings every Wine command wants: no display (Qt would stop in colour profiles), and no entries
    in the menu of this computer's own user."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return kept | {
        "WINEPREFIX": str(prefix), "WINEARCH": "win64", "WINEDEBUG": "-all", "WINEQT_QPA_PLATFORM": "offscreen",
        "WINEQT_QPA_FONTDIR": "C:\\windows\\Fonts",
        "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=;ucrtbase=n;icuuc,bcryptprimitives=n",
    }  # fmt: skip


def _exports(library: Path) -> list[str]:
    """Return the names a DLL exports, as `objdump -p` lists them."""
    listed = subprocess.run(
        ["x86_64-w64-mingw32-objdump", "-p", library], capture_output=True, text=True, check=True
    ).stdout.partition("[Ordinal/Name Pointer] Table")[2]
    names = (line.split()[-1] for line in listed.splitlines() if line.strip().startswith("["))
    return [name for name in names if name.isidentifier() or name.startswith(("?", "_"))]


def _compile(work: Path, name: str, source: str, definitions: str = "", libraries: tuple[str, ...] = ()) -> None:
    code, exports = work / f"{name}.c", work / f"{name}.def"
    code.write_text(source, encoding="utf-8")
    exports.write_text(definitions, encoding="utf-8")
    inputs = [code, exports] if definitions else [code]
    command: list[str | Path] = [
        COMPILER,
        "-shared",
        "-O1",
        "-w",
        "-fno-builtin",
        "-static-libgcc",
        *inputs,
        "-o",
        work / f"{name}.dll",
    ]
    subprocess.run([*command, *libraries], check=True)


def _complex_functions() -> dict[str, str]:
    """Return, by name, the complex functions Wine only names: each a call of the compiler's own."""
    functions = {}
    for kind, letter in (("double", ""), ("float", "f")):
        for name in (*_REAL_VALUED, *_COMPLEX_VALUED):
            result = kind if name in _REAL_VALUED else f"{kind} complex"
            functions[name + letter] = f"{result} own_{name}{letter}({kind} complex z) {{ return {name}{letter}(z); }}"
        power = f"{kind} complex own_cpow{letter}({kind} complex z, {kind} complex w) {{ return cpow{letter}(z, w); }}"
        functions["cpow" + letter] = power
    return functions


def _forwarder(original: Path) -> tuple[str, str]:
    """Return a C runtime that hands everything to Wine's own under another name, but for complex functions."""
    own = _complex_functions()
    lines = [f"{name} = own_{name}" for name in own]
    lines += [f'"{name}" = "wineucrt.{name}"' for name in _exports(original) if name not in own]
    source = "#include <complex.h>\n" + "\n".join(own.values()) + "\n"
    return source, "EXPORTS\n" + "\n".join(f"  {line}" for line in lines) + "\n"


def make_prefix(prefix: Path) -> None:
    """Make a fresh prefix that says it is Windows 10 and has the fonts and DLLs Wine 8 lacks."""
    work = prefix.parent / "wine-helps"
    work.mkdir(parents=True, exist_ok=True)
    plain = environment(prefix) | {"WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe="}
    subprocess.run(["wineboot", "-i"], env=plain, check=True, timeout=180)
    subprocess.run(["wine", "winecfg", "-v", "win10"], env=plain, check=True, timeout=120)
    windows = prefix / "drive_c" / "windows"
    for font in (FONTS / "DejaVuSans.ttf", FONTS / "DejaVuSans-Bold.ttf"):
        shutil.copy(font, windows / "Fonts")
    system = windows / "system32"
    _compile(work, "icuuc", "".join(f"__declspec(dllexport) void *{name}(void) {{ return 0; }}\n" for name in _ICU))
    _compile(work, "bcryptprimitives", _RANDOM, libraries=("-ladvapi32",))
    own = system / "ucrtbase.dll"
    renamed = system / "wineucrt.dll"
    if not renamed.exists():
        own.rename(renamed)
    source, definitions = _forwarder(renamed)
    _compile(work, "ucrtbase", source, definitions)
    for name in ("icuuc", "bcryptprimitives", "ucrtbase"):
        (system / f"{name}.dll").unlink(missing_ok=True)
        (system / f"{name}.dll").write_bytes((work / f"{name}.dll").read_bytes())
