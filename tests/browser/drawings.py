"""Pictures for stories whose outlet is invented: a harbour in the colours that an address gives."""

from __future__ import annotations

import hashlib


def drawn(url: str) -> str:
    """An SVG, the same one for the same address."""
    seed = hashlib.blake2b(url.encode(), digest_size=8).digest()
    hue, sun, hill = seed[0] * 360 // 256, 200 + seed[1] * 3, 420 + seed[2] // 3
    sea = (hue + 40) % 360
    waves = "".join(
        f'<path d="M0 {y}q100 -18 200 0t200 0t200 0t200 0t200 0t200 0v12h-1200z" fill="hsl({sea} 35% {30 + n * 4}%)"/>'
        for n, y in enumerate(range(520, 680, 34))
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 675" width="1200" height="675">'
        f'<rect width="1200" height="675" fill="hsl({hue} 45% 78%)"/><rect y="230" width="1200" height="300" '
        f'fill="hsl({(hue + 20) % 360} 50% 86%)" opacity=".7"/><circle cx="{sun}" cy="190" r="70" fill="#fff8e1"/>'
        f'<path d="M0 {hill}L260 {hill - 160}L480 {hill}L760 {hill - 230}L1200 {hill - 20}V675H0Z" '
        f'fill="hsl({(hue + 200) % 360} 22% 45%)"/><rect y="500" width="1200" height="175" fill="hsl({sea} 38% 38%)"/>'
        f"{waves}</svg>"
    )
