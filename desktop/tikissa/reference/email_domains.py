"""Mail services people write from, and the writings of them that go nowhere."""

from functools import cache

from tikissa.reference.tables import rows

# Each is a real service although one letter away from a larger one.
_OFTEN_TAKEN_FOR_ERRORS = ("mail.com", "email.com", "gmail.com", "ymail.com", "gmx.fi", "yahoo.co", "hotmail.co.uk")


def known_typing_error(domain: str) -> str | None:
    """Return the domain that was meant, for the writings our table knows to be wrong."""
    return _typing_errors().get(domain)


@cache
def known_domains() -> frozenset[str]:
    """Return the domains that are right as they are."""
    return frozenset(row["domain"] for row in rows("email_domains_fi")) | frozenset(_OFTEN_TAKEN_FOR_ERRORS)


@cache
def common_domains() -> tuple[str, ...]:
    """Return the public mail services long enough that one wrong letter still tells them, longest first."""
    public = (row["domain"] for row in rows("email_domains_fi") if row["kind"] not in ("municipal", "reserved"))
    return tuple(sorted((domain for domain in public if len(domain) >= 8), key=lambda domain: -len(domain)))


@cache
def reserved_domains() -> frozenset[str]:
    """Return the domains nobody can have mail in."""
    return frozenset(row["domain"] for row in rows("email_domains_fi") if row["kind"] == "reserved")


def is_reserved(domain: str) -> bool:
    """Return whether a domain is nobody's: an example's, or under an ending that is kept for trying out (RFC 2606)."""
    return domain in reserved_domains() or domain.endswith((".example", ".invalid", ".test", ".localhost"))


@cache
def _typing_errors() -> dict[str, str]:
    known = {row["domain"] for row in rows("email_domains_fi")}
    return {
        row["typed"]: row["meant"] for row in rows("email_domain_typos") if row["typed"] not in known - {"luukku.fi"}
    }
