"""QR codes as pictures that need no file."""

from functools import lru_cache

import segno


@lru_cache(maxsize=32)
def qr_image(address: str) -> str:
    """An SVG as a data address, black on white also in dark mode, because cameras want it so."""
    code = segno.make(address, error="m", micro=False)
    return str(code.svg_data_uri(border=2, dark="#0D161D", light="#FFFFFF", omitsize=True))
