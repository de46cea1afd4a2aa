"""The kinds of values that stand in the index alone: what the API is called, where it is, who calls
it.

What an index is made of, and all else, is in `form`.
"""

from __future__ import annotations

from generator.rules.kinds import FLAG, LINE, TEXT, matching, record, words

HOSTS = ("https://api.mch.weixin.qq.com", "https://api2.mch.weixin.qq.com")
"""The servers that the client calls, which no specification can change."""

ADDRESS = matching(r"https://[\w.-]+(/[\w./?=&%#~+-]*)?", "an https address")
LOWER = matching(r"[a-z][a-z0-9_]*", "a lower-case Python name")
_IDENTITY = record(
    "an identity",
    {
        "caller": LINE,
        "id": LOWER,
        "key": LOWER,
        "path": matching(r"/[a-z0-9/-]+/", "the beginning of a path, up to a slash"),
        "certificates": FLAG,
    },
    required="caller id path key certificates",
)
SCHEME = record(
    "a security scheme",
    {
        "type": words("http"),
        "scheme": matching(r"[A-Z0-9-]+", "the word that opens the Authorization header"),
        "description": TEXT,
        "x-identity": _IDENTITY,
    },
    required="type scheme x-identity",
)
INFO = record(
    "the information",
    {
        "title": LINE,
        "summary": LINE,
        "description": TEXT,
        "version": LINE,
        "contact": record("a contact", {"name": LINE, "url": ADDRESS, "email": LINE}),
        "license": record(
            "a license", {"name": LINE, "identifier": LINE, "url": ADDRESS}, required="name"
        ),
    },
    required="title version description",
)
SERVER = record("a server", {"url": words(*HOSTS), "description": TEXT}, required="url")
TAG = record("a tag", {"name": LINE, "description": LINE}, required="name description")
