"""A picture's line taken apart: what it shows, and whose it is."""

from __future__ import annotations

import re
from typing import NamedTuple

_MEDIA = (
    r"фото(?:графия|граф|графии)?|снимок|кадр|видео|иллюстраци[яи]|коллаж|инфографика|изображение|скриншот|"
    r"photo(?:graph|grapher|s)?|picture|image|illustration|graphic|video|screenshot|"
    r"foto(?:grafie|graf)?|bild|crédit photo|photographie"
)
_LABELLED = re.compile(
    rf"(?:^|(?<=[\s.,;(\[/|—–-]))[(\[]?\s*(?:{_MEDIA}|credits?|courtesy|источник)(?:\s+(?:credit|courtesy))?"
    r"(?:\s*[:©/]\s*|\s+(?:by|of|via|par|von)\s+)(?P<who>[^\s:].{1,150}?)[)\]]?\s*$",
    re.IGNORECASE,
)
_MARKED = re.compile(r"(?:©|\(c\)|\(с\))\s*(?P<who>\D.{1,100}?)\s*$", re.IGNORECASE)
_AGENCY = re.compile(
    r"[(\[]\s*(?P<who>(?:[^()\[\]]{0,60}[\s/])?(?:AP|AFP|EPA|DPA|Reuters|Getty(?: Images)?|Shutterstock|Photo|ТАСС|"
    r"РИА Новости|Images)(?:[\s/][^()\[\]]{0,80})?)\s*[)\]]\s*$"
)


class Captioned(NamedTuple):
    """What a picture shows and whose it is, each None where nothing is said of it."""

    caption: str | None
    credit: str | None


def parted(line: str) -> Captioned:
    """The caption and the credit of a line such as «Мост через реку. Фото: Анна Примерова»."""
    for form in (_LABELLED, _MARKED, _AGENCY):
        if match := form.search(line):
            return Captioned(line[: match.start()].rstrip(" \u00a0/|—–-,;([") or None, match["who"].strip())
    return Captioned(line or None, None)
