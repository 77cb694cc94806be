"""Sums of money as whole ten-thousandths: a million of them add up to the cent."""

from decimal import ROUND_HALF_EVEN, Decimal

from tikissa.model.bought import SCALE


def in_units(parts: int) -> Decimal:
    """Return the sum, rounded to the cent."""
    return (Decimal(parts) / SCALE).quantize(Decimal("0.01"), ROUND_HALF_EVEN)
