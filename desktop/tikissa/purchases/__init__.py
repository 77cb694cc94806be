"""Joins lists of purchases to a register; here pandas works, imported only when such a list has come."""
