"""Receipt codes: short, unguessable, without letters that read alike (YT-7K2M-H617)."""

import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_code(prefix: str = "YT") -> str:
    """Thirty to the eighth power: nobody walks through them behind a rate limit."""
    pick = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"{prefix}-{pick[:4]}-{pick[4:]}"
