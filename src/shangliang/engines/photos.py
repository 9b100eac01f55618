"""Photos on their way in: refused when too big, turned upright, made smaller, metadata stripped.

A phone writes place, time and device into a photo. What is kept is the picture alone: it is
drawn anew, so nothing that stood beside it can stay.
"""

import io

from PIL import Image, ImageOps, UnidentifiedImageError

# A phone's photo has 3-12 MB. What is bigger is a film or a mistake.
MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 1600
QUALITY = 82
FORMATS = ("JPEG", "PNG", "WEBP")


class PhotoRefused(ValueError):
    """``str()`` is the sentence for the user."""


def refuse_size(size: int) -> None:
    """Ask before a byte is read."""
    if size > MOST_BYTES:
        raise PhotoRefused(
            f"照片有 {size / 1024 / 1024:.0f} MB，最大 {MOST_BYTES // 1024 // 1024} MB。"
            "请在手机上选“较小”再传，或截图后传。"
        )


def clean(data: bytes) -> bytes:
    """JPEG bytes of the picture alone, at most 1600 px a side. Raises :class:`PhotoRefused`."""
    refuse_size(len(data))
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as found:
            if found.width * found.height > MOST_PIXELS:
                raise PhotoRefused("照片的像素太多，请缩小后再传。")
            picture = ImageOps.exif_transpose(found).convert("RGB")
    except PhotoRefused:
        raise
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise PhotoRefused("这不是能打开的照片，请传 JPG、PNG 或 WebP。") from error
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    plain = Image.new("RGB", picture.size)
    plain.paste(picture)
    out = io.BytesIO()
    plain.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()
