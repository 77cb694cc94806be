"""What does not go into the frozen program: parts of Qt and of the libraries that the product never reaches."""

from fnmatch import fnmatch

EXCLUDED_MODULES = [
    "tkinter", "pandas.tests", "matplotlib", "scipy", "pyarrow", "PIL", "IPython", "pytest", "_pytest", "hypothesis",
    "mypy", "setuptools", "pip", "pkg_resources", "wheel", "numpy.f2py", "numpy.distutils", "lib2to3", "pydoc_data",
    "ensurepip",
    "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets", "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtDesigner", "PySide6.QtUiTools",
    "PySide6.QtDBus", "dns", "pygments", "markdown_it", "lxml.objectify", "lxml.isoschematron", "readline", "curses",
    "phonenumbers.geodata", "phonenumbers.carrierdata", "phonenumbers.tzdata", "phonenumbers.geocoder",
    "phonenumbers.carrier", "phonenumbers.timezone", "asyncio", "unittest", "numpy.fft", "numpy.polynomial",
    "numpy.testing", "lxml.html.diff", "lxml.html._difflib", "_pydecimal", "doctest", "pdb", "xmlrpc",
    "ftplib", "http.server", "http.cookiejar", "attr",
    "rapidfuzz.fuzz_cpp_avx2", "rapidfuzz.distance.metrics_cpp_avx2",  # no faster pair by pair than the others
]  # fmt: skip

_UNWANTED = (
    "*Qt6Qml*", "*Qt6Quick*", "*Qt6Network*", "*Qt6OpenGL*", "*Qt6Pdf*", "*Qt6VirtualKeyboard*", "*Qt6Sql*",
    "*Qt6Test*",
    "*Qt6EglFS*", "*Qt6EglFs*", "*Qt6Designer*", "*opengl32sw.dll", "*/plugins/tls/*", "*/plugins/sqldrivers/*",
    "*/plugins/qmltooling/*", "*/plugins/networkinformation/*", "*/plugins/egldeviceintegrations/*",
    "*/plugins/platforminputcontexts/*virtualkeyboard*", "*/plugins/platforms/*eglfs*", "*/plugins/platforms/*vkkhr*",
    "*/plugins/platforms/*linuxfb*", "*/plugins/platforms/*vnc*", "*/plugins/platforms/*minimalegl*",
    "*/plugins/xcbglintegrations/*", "*/plugins/wayland-graphics-integration-client/*",
    "*/plugins/platforms/*qminimal*",
    "*/plugins/generic/*", "*/plugins/imageformats/*jpeg*", "*/plugins/imageformats/*gif*",
    "*/plugins/imageformats/*icns*", "*/plugins/imageformats/*pdf*", "*/plugins/imageformats/*webp*",
    "*/plugins/imageformats/*tiff*", "*/plugins/imageformats/*tga*", "*/plugins/imageformats/*wbmp*",
    "*/numpy/*/tests/*", "*/numpy/tests/*", "numpy/*/tests/*", "libgtk-3*", "*/libqgtk3*", "libgdk-3*",
    "pandas/tests/*", "dateutil/zoneinfo/*", "tikissa/_resources/pictures/*", "tikissa/_resources/demo/truth*",
)  # fmt: skip
_OF_THE_SYSTEM = (
    "libX11*", "libXext*", "libXau*", "libXdmcp*", "libXrender*", "libXi.*", "libXfixes*", "libXcursor*", "libXdamage*",
    "libXcomposite*", "libXrandr*", "libXinerama*", "libICE*", "libSM*", "libglib-2.0*", "libgobject*", "libgio*",
    "libgmodule*", "libgthread*", "libdbus-1*", "libsystemd*", "libgcrypt*", "libgpg-error*", "libcap.*",
    "libfontconfig*", "libfreetype*", "libxkbcommon*", "libexpat*", "libpng16*", "libpcre2*", "libbrotli*", "liblz4*",
    "libcairo*", "libpango*", "libatk*", "libatspi*", "libgdk_pixbuf*", "libharfbuzz*", "libgraphite2*", "libpixman*",
    "libepoxy*", "libmount*", "libblkid*", "libselinux*", "libkrb5*", "libk5crypto*", "libgssapi*", "libcom_err*",
    "libkeyutils*", "libreadline*", "libtinfo*", "libjpeg*", "libfribidi*", "libthai*", "libdatrie*", "libbsd*",
    "libmd.*", "libuuid*", "libresolv*", "libxcb*", "libEGL*", "libGL*", "libdrm*",
    "libxshmfence*", "libstdc++*", "libgcc_s*", "libzstd*",
)  # fmt: skip
"""Libraries any Linux desktop has, in the versions that fit its own; the Debian package names them as needed."""

_TRANSLATIONS = ("qtbase_fi.qm", "qtbase_sv.qm", "qtbase_en.qm", "qt_fi.qm", "qt_sv.qm", "qt_en.qm")


def is_wanted(destination: str) -> bool:
    """Tell whether a file of the frozen program is one the product can reach."""
    path = destination.replace("\\", "/")
    if "PySide6" in path and "/translations/" in path:
        return path.rsplit("/", 1)[-1] in _TRANSLATIONS
    if "/" not in path and ".so" in path and any(fnmatch(path, pattern) for pattern in _OF_THE_SYSTEM):
        return False
    if path.startswith("stdnum/") and path.endswith(".dat"):
        return path == "stdnum/iban.dat"
    return not any(fnmatch(path, pattern) for pattern in _UNWANTED)
