"""The look: one small palette in light and dark, text sizes on one scale, and the style sheet made from both."""

from dataclasses import dataclass, fields
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from tikissa.resources import resource

SPACE = 8
"""The rhythm: every gap is a multiple of this many pixels."""

TEXT_SIZES = {
    **{"body": 13, "emphasis": 15, "title": 20, "large": 28, "icon": 20, "line": 18},
    **{"mark": 16, "ring": 5, "arrow": 12, "drop": 28},
}
"""Pixels at a text size of 100 %."""


NARROW = 820
LOW = 480
"""Pixels of width and height that are little room for texts of 100 %."""


class Scheme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Colours:
    """What each colour is for; a sign always goes with `good`, `caution` and `prohibition`."""

    window: str
    surface: str
    raised: str
    line: str
    outline: str
    text: str
    quiet: str
    accent: str
    accent_strong: str
    accent_soft: str
    on_accent: str
    good: str
    caution: str
    prohibition: str
    before: str
    after: str


LIGHT = Colours(
    window="#F6F7F5",
    surface="#FFFFFF",
    raised="#EDF0EC",
    line="#D9DDD8",
    outline="#7B857F",
    text="#1C2321",
    quiet="#55605C",
    accent="#0B6B5D",
    accent_strong="#08574C",
    accent_soft="#E1F0ED",
    on_accent="#FFFFFF",
    good="#1A7F37",
    caution="#8A5A00",
    prohibition="#B3261E",
    before="#FBE9E7",
    after="#E3F4E7",
)

DARK = Colours(
    window="#171A19",
    surface="#202423",
    raised="#2A2F2D",
    line="#363C3A",
    outline="#7F8A86",
    text="#E8ECEA",
    quiet="#A3ADA9",
    accent="#4CC2AE",
    accent_strong="#6AD2C0",
    accent_soft="#1D3833",
    on_accent="#0B1F1B",
    good="#57C77A",
    caution="#E0B04A",
    prohibition="#F2867E",
    before="#4A2623",
    after="#1F4029",
)

CONTRAST = Colours(
    window="#000000",
    surface="#000000",
    raised="#1A1A1A",
    line="#FFFFFF",
    outline="#CCCCCC",
    text="#FFFFFF",
    quiet="#F0F0F0",
    accent="#FFE14D",
    accent_strong="#FFF3B0",
    accent_soft="#333000",
    on_accent="#000000",
    good="#5CFF8D",
    caution="#FFD166",
    prohibition="#FFB3AD",
    before="#5C0000",
    after="#004D1A",
)
"""High contrast: what is written keeps 7 : 1 (WCAG AAA), and every edge is drawn."""

MUST_BE_READABLE = (
    ("text", ("window", "surface", "raised", "accent_soft", "before", "after")),
    ("quiet", ("window", "surface", "raised")),
    ("accent", ("window", "surface")),
    ("on_accent", ("accent", "accent_strong")),
    ("good", ("surface",)),
    ("caution", ("surface",)),
    ("prohibition", ("surface",)),
)
"""Which colour is written on which grounds: each pair keeps 4.5 : 1 (WCAG AA)."""


def colours() -> Colours:
    """Return the colours in force, for what is painted by hand."""
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    if ground == QColor(CONTRAST.window):
        return CONTRAST
    return DARK if ground.lightness() < 128 else LIGHT


def color(name: str) -> QColor:
    """Return one colour in force by its name."""
    return QColor(getattr(colours(), name))


def system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def system_wants_contrast() -> bool:
    hints = QGuiApplication.styleHints()
    try:
        return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
    except RuntimeError:  # PySide took it for gone with a name somebody else had for it
        return False


def _chosen(scheme: Scheme) -> Colours:
    if scheme is Scheme.SYSTEM:
        return CONTRAST if system_wants_contrast() else DARK if system_is_dark() else LIGHT
    return {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK, Scheme.CONTRAST: CONTRAST}[scheme]


def apply_theme(application: QApplication, scheme: Scheme, text_percent: int = 100) -> None:
    """Dress the whole program. `text_percent`: 100-200."""
    chosen = _chosen(scheme)
    application.setPalette(palette_of(chosen))
    font = QFont(application.font())
    font.setPixelSize(text_pixels("body", text_percent))
    application.setFont(font)
    application.setStyleSheet(style_sheet(chosen, text_percent))


def text_pixels(size: str, text_percent: int) -> int:
    return round(TEXT_SIZES[size] * text_percent / 100)


def scaled(pixels: int) -> int:
    """Return a length that grows with the text size in force."""
    body = TEXT_SIZES["body"]
    return round(pixels * max(QApplication.font().pixelSize(), body) / body)


def is_narrow(width: int) -> bool:
    """Tell whether so many pixels are little room for texts of the size in force."""
    return width < scaled(NARROW)


def is_low(height: int) -> bool:
    """Tell whether so many pixels are too few lines to spare one for a hint."""
    return height < scaled(LOW)


def text_font(size: str, bold: bool = False) -> QFont:
    """Return the font of a text size on the scale in force, for what is painted by hand."""
    font = QFont(QApplication.font())
    font.setPixelSize(round(font.pixelSize() * TEXT_SIZES[size] / TEXT_SIZES["body"]))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def palette_of(chosen: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for names, value in (
        ((role.Window, role.AlternateBase), chosen.window),
        ((role.Base, role.Button, role.Light, role.Midlight), chosen.surface),
        ((role.ToolTipBase,), chosen.raised),
        ((role.Mid, role.Dark), chosen.line),
        ((role.Shadow,), chosen.outline),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText), chosen.text),
        ((role.PlaceholderText,), chosen.quiet),
        ((role.Highlight, role.Accent, role.Link, role.LinkVisited), chosen.accent),
        ((role.HighlightedText,), chosen.on_accent),
    ):
        for name in names:
            palette.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(chosen.outline))
    return palette


def style_sheet(chosen: Colours, text_percent: int) -> str:
    """Return `resources/style/tikissa.qss` with its `@names` filled in."""
    sheet = resource("style", "tikissa.qss").read_text(encoding="utf-8")
    names = {field.name: str(getattr(chosen, field.name)) for field in fields(chosen)}
    names |= {f"size_{size}": f"{pixels}px" for size, pixels in _sizes(text_percent).items()}
    kind = "light" if chosen is LIGHT else "dark"
    names |= {drawing: resource("style", f"{drawing}-{kind}.svg").as_posix() for drawing in ("chevron", "rise", "tick")}
    for name in sorted(names, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", names[name])
    return sheet


def _sizes(text_percent: int) -> dict[str, int]:
    """Return all sizes in pixels. A circle with its border of one pixel is `mark` + 2 wide; with a radius above half of
    that it would be drawn as a square."""
    sizes = {size: text_pixels(size, text_percent) for size in TEXT_SIZES}
    across = sizes["mark"] + 2
    return sizes | {"round": across // 2, "dot": across - 2 * sizes["ring"]}


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1-21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
