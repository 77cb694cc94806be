"""Sums of money as whole ten-thousandths: a million of them add up to the cent."""

from decimal import ROUND_HALF_EVEN, Decimal

from tikissa.model.bought import SCALE


def shown_sum(parts: int, currency: str, language: str) -> str:
    """Return a sum as it is written in a language, its currency behind it where it is known: "1 234,50 EUR"."""
    written = f"{in_units(parts):,}"
    if language != "en":
        written = written.replace(",", "\u00a0").replace(".", ",").replace("-", "\u2212")
    return f"{written}\u00a0{currency}" if currency else written


def in_units(parts: int) -> Decimal:
    """Return the sum, rounded to the cent."""
    return (Decimal(parts) / SCALE).quantize(Decimal("0.01"), ROUND_HALF_EVEN)
