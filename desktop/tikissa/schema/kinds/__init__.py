"""Tells what kind of file something is by its headers and contents: customers, purchases, contacts, leads, products."""
