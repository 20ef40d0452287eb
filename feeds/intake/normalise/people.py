"""Bylines to persons: «Текст: Анна Примерова, специальный корреспондент» is Анна Примерова."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from feeds.article import Person
from feeds.intake.normalise.choice import Known, Sifted, Unfit
from feeds.intake.normalise.coerce import line, raw_text, several, some_line
from feeds.intake.normalise.parts import Parts, address, anything, short

LONGEST_NAME = 100

# Most bylines are a name and nothing else.
_PLAIN_NAME = re.compile(r"[A-ZА-ЯЁ][a-zа-яё]{3,30}(?: [A-ZА-ЯЁ][a-zа-яё]{3,30}){1,2}")
_LABEL = re.compile(
    r"(?:(?:автор(?:ы)?(?:\s+(?:текста|материала|статьи))?|текст|материал\s+подготовил[аи]?|подготовил[аи]?|"
    r"записал[аи]?|беседовал[аи]?|корреспондент(?:ы)?|корр\.|author(?:s)?|text|story|words|reported)"
    r"\s*(?::|by\b|—|–)|(?:story\s+|written\s+|words\s+)?by\b(?:\s*:)?|"
    r"(?:view|see|read|show) (?:all|more)(?: (?:posts|articles|stories|news))? (?:by|from|of)\b|"
    r"(?:posts|articles|more|all posts) by\b|posted by\b|published by\b|photo of\b|about\b(?=\s+[A-Z]\w+ [A-Z])|and\b|"
    r"(?-i:Von|Par|Por|Door|Av|Af|Di)(?=\s+\S+\s+\S))\s*",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*[;|•·\n]\s*|\s*,\s+|\s+&\s+")
_AND = re.compile(r"\s+(?:and|и|і|та|und|et|y|og|och|en|e)\s+")
_SUFFIX = re.compile(
    r"(?:jr|sr|ii|iii|iv|phd|ph\.d|md|m\.d|mba|esq|к\. ?\w\. ?н|д\. ?\w\. ?н)\.?", re.IGNORECASE
)
_KEPT_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_HANDLE = re.compile(r"(?:^|\s)@\w{2,}")
_ADDRESS = re.compile(r"(?:https?:)?//\S+|www\.\S+", re.IGNORECASE)

# Words that name a job or a desk; a part of a byline that has one is no person.
_JOB_WORDS = (
    "корреспондент корреспондентка корр спецкор собкор редактор редакторка шеф-редактор главред автор",
    "обозреватель обозревательница журналист журналистка аналитик фотограф фотокорреспондент колумнист",
    "колумнистка ведущий ведущая репортёр репортер продюсер эксперт политолог экономист публицист",
    "correspondent reporter editor writer journalist columnist contributor producer photographer author",
    "analyst critic anchor host intern fellow blogger bureau staff",
    "специальный старший главный ведущий собственный политический корреспонденты редакторы",
    "senior chief deputy managing political foreign special general",
)
_JOBS = frozenset(job for jobs in _JOB_WORDS for job in jobs.split())
_OTHERS = re.compile(
    r"(?:фото|видео|иллюстрация|инфографика|photo|image|picture|video|illustration|credit)\w*\s*(?::|by\b).*",
    re.IGNORECASE,
)
_JOB_SEPARATOR = re.compile(r"\s+[—–|/]\s+|\s*\(|\s-\s")

_PERSON = Parts(
    name=("name title display_name displayName fullName full_name byline label", anything),
    first=("first_name firstName givenName given_name first", anything),
    last=("last_name lastName familyName family_name last", anything),
    url=("url link href @id website profile", address),
    email=("email mail", short),
)


def authors(value: Any, known: Known) -> tuple[Person, ...] | Sifted | Unfit:
    """The persons of a byline; the outlet's own name stays only where it stands alone."""
    dropped: list[str] = []
    people = [person for item in several(value)[:50] for person in _people(item, known, dropped)]
    unique = list({person.name.casefold(): person for person in reversed(people)}.values())[::-1]
    outside = [person for person in unique if person.name.casefold() not in _own_names(known)]
    if outside and len(outside) < len(unique):
        dropped.append("the outlet's own name beside its authors'")
    result = tuple(outside or unique)
    if not result:
        return Unfit("names nobody")
    return Sifted(result, tuple(dropped)) if dropped else result


def _own_names(known: Known) -> set[str]:
    names = (known.circumstances.site, some_line(known.taken.get("site")))
    return {name.casefold() for name in names if name}


def _people(item: Any, known: Known, dropped: list[str]) -> Iterator[Person]:
    if not isinstance(item, Mapping):
        yield from _named(raw_text(item) or "", dropped)
        return
    parts = _PERSON.of(item, known.base)
    whole = parts.get("name") or " ".join(parts[name] for name in ("first", "last") if name in parts)
    people = list(_named(whole, dropped))
    if len(people) != 1:
        yield from people
        return
    mail = parts.get("email", "")
    yield Person(
        name=people[0].name,
        url=parts.get("url"),
        email=mail if _MAIL.fullmatch(mail) else people[0].email,
    )


def is_plain(text: str) -> bool:
    """Whether a text is a person's name and nothing else, as far as its form tells."""
    return bool(_PLAIN_NAME.fullmatch(text)) and _JOBS.isdisjoint(text.casefold().split())


def _named(text: str, dropped: list[str]) -> Iterator[Person]:
    """The persons that a text names."""
    if is_plain(text):
        yield Person(name=text)
        return
    plain = line(text)
    if isinstance(plain, Unfit):
        return
    mail = _MAIL.search(plain)
    names = _final(_HANDLE.sub(" ", _MAIL.sub(" ", _ADDRESS.sub(" ", plain))), dropped)
    for name in names:
        yield Person(name=name, email=mail[0] if mail and len(names) == 1 else None)


def _final(text: str, dropped: list[str], depth: int = 6) -> list[str]:
    """The names in a text, taken apart until nothing is left to take off them."""
    names = list(_names(text, dropped))
    if names == [text] or not depth:
        return names if depth else []
    return [final for name in names for final in _final(name, dropped, depth - 1)]


def _names(text: str, dropped: list[str]) -> Iterator[str]:
    text = text.strip().strip("()") if text.strip().startswith("(") else text
    for part in _with_suffixes(_parts(_LABEL.sub("", text, count=1) if _LABEL.match(text) else text)):
        name = "" if _OTHERS.fullmatch(part) else _without_job(_trimmed(_JOB_SEPARATOR.split(part)[0]))
        if 1 < len(name) <= LONGEST_NAME and any(c.isalpha() for c in name):
            yield name
        elif part.strip():
            dropped.append(f"{part.strip()[:60]!r} is no name")


def _trimmed(name: str) -> str:
    """The name without signs around it; the full stop of an initial or of «Jr.» stays."""
    name = name.strip(" ,:;—–-|\"'()[]«»\u00a0").lstrip(".")
    return name.rstrip(".") if len(name.split(" ")[-1]) > 4 else name


def _parts(text: str) -> Iterator[str]:
    for part in _SPLIT.split(text):
        both = _AND.split(part)
        counts = [len(half.split()) for half in both]
        # «Иван и Мария Петровы» share a surname: cut apart, Иван would be nobody.
        yield from both if min(counts) > 1 or len(set(counts)) == 1 else [part]


def _with_suffixes(parts: Iterable[str]) -> Iterator[str]:
    """The parts, «Jr.» put back behind its name, degrees left out."""
    held: str | None = None
    for part in parts:
        if held is not None and _SUFFIX.fullmatch(part):
            held = f"{held}, {part}" if _KEPT_SUFFIX.fullmatch(part) else held
            continue
        if held is not None:
            yield held
        held = part
    if held is not None:
        yield held


def _without_job(name: str) -> str:
    """The name without the words of a job before or after it; nothing where there are only such words."""
    words = name.split()
    jobs = [n for n, said in enumerate(words) if said.strip(".,").casefold() in _JOBS]
    if not jobs:
        return name
    before, after = words[: jobs[0]], words[jobs[-1] + 1 :]
    # «специальный корреспондент Анна Примерова»: a name begins with capitals, the rest of a job does not.
    for half in (after, before):
        if len(half) > 1 and all(said[0].isupper() for said in half):
            return " ".join(half)
    return ""
