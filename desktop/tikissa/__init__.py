"""Tikissä puts the customer register of a small business back in shape."""

__version__ = "0.1.0"
