"""The short code with which one joins a workshop: three letters and three digits, easy to read aloud and to type."""

import hmac
from hashlib import sha256
from typing import Final

LETTERS: Final = "BCDFGHJKLMNPRSTVXZ"  # no vowels, so that no word appears; none that is taken for another
DIGITS: Final = "0123456789"
SPACE: Final = len(LETTERS) ** 3 * len(DIGITS) ** 3  # 5.8 million
KEY_LENGTH: Final = 12  # characters of the key that a QR code carries beside the code


def join_code(secret: bytes, workshop_id: str, number: int) -> str:
    """The code of a workshop, such as KTM482. It is worked out from the server's secret and stored nowhere."""
    rest = int.from_bytes(_digest(secret, workshop_id, number)) % SPACE
    letters = ""
    for _ in range(3):
        rest, place = divmod(rest, len(LETTERS))
        letters += LETTERS[place]
    return letters + f"{rest:03}"


def join_key(secret: bytes, workshop_id: str, number: int) -> str:
    """What a QR code carries so that it is told from a guess."""
    return _digest(secret, f"{workshop_id}/key", number).hex()[:KEY_LENGTH]


def _digest(secret: bytes, workshop_id: str, number: int) -> bytes:
    return hmac.new(secret, f"{workshop_id}/{number}".encode(), sha256).digest()


def typed_code(text: str) -> str:
    """What somebody typed, as codes are written: ktm-482 is KTM482. Anything else stays wrong."""
    return "".join(char for char in text.upper() if char.isalnum())[:20]


def spoken_code(code: str) -> str:
    """KTM 482."""
    return f"{code[:3]} {code[3:]}"
