"""How a session file of an older program becomes one of today's: numbered steps, each applied once, in order."""

STEPS: tuple[str, ...] = (
    """
    CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE source (sha256 TEXT PRIMARY KEY, name TEXT NOT NULL, content BLOB NOT NULL);
    CREATE TABLE events (number INTEGER PRIMARY KEY, event TEXT NOT NULL, checksum TEXT NOT NULL);
    """,
    """
    CREATE TABLE visits (
        day TEXT PRIMARY KEY, rows INTEGER NOT NULL, duplicates INTEGER NOT NULL, wrong_values INTEGER NOT NULL,
        stale INTEGER NOT NULL, out_of_reach INTEGER NOT NULL
    );
    """,
    "SELECT 1; /* pairs that are asked again are among the events */",
)
