"""What becomes of each element of HTML in the canonical body: tables of data."""

from __future__ import annotations

INLINE_OF: dict[str, str] = {
    "strong": "strong", "b": "strong",
    "em": "em", "i": "em", "cite": "em", "dfn": "em", "var": "em",
    "s": "s", "strike": "s", "del": "s",
    "code": "code", "kbd": "code", "samp": "code", "tt": "code",
    "sub": "sub", "sup": "sup",
}  # fmt: skip
"""Formatting, and the canonical element for it."""

HEADING_OF: dict[str, str] = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}
"""Headings: a body has three levels, its first one belongs to the page."""

DROPPED: frozenset[str] = frozenset(
    "applet area base basefont bgsound button canvas datalist dialog frame frameset head input keygen "
    "link map marquee math menuitem meta meter nav noframes object optgroup option param portal "
    "progress rp script select slot source style svg template textarea title track".split()
)
"""Elements that go with all that is in them."""

CONTAINERS: frozenset[str] = frozenset(
    "address amp-story article aside body center dd details dir div dl dt fieldset footer form header "
    "hgroup html legend main menu section summary".split()
)
"""Elements that only set apart what is in them."""

IMAGES: frozenset[str] = frozenset({"img", "amp-img", "amp-anim", "image"})
PLAYERS: frozenset[str] = frozenset({"iframe", "amp-iframe", "embed"})
FILES: dict[str, str] = {"video": "video", "amp-video": "video", "audio": "audio", "amp-audio": "audio"}
"""Elements that show something by themselves."""

GALLERY_WORDS: frozenset[str] = frozenset(
    {"gallery", "slider", "slideshow", "carousel", "swiper", "fotorama", "photogallery"}
)
"""Words of a class that make an element with several pictures a gallery."""

FIGURE_WORDS: frozenset[str] = frozenset(
    "caption figure illustration image img inset media photo photoblock pic picture thumb".split()
)
"""Words of a class that make an element with one picture and little text a figure."""

CAPTION_WORDS: frozenset[str] = frozenset(
    "caption captions figcaption imagecaption legend photocaption sign".split()
)
"""Words of a class by which the line under a picture is known."""
