"""URIs and IRIs: what is wrong with a text as one, and what its canonical form is."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_FORBIDDEN = re.compile(r"[\x00-\x20\"<>\\^`{|}\x7f]")
_TAG = re.compile(
    r"[Tt][Aa][Gg]:(?:[A-Za-z0-9._-]+@)?[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?,\d{4}(?:-\d{2}(?:-\d{2})?)?:"
    r"[A-Za-z0-9;/?:@&=+$.\-_!~*'()%,]*(?:#[A-Za-z0-9;/?:@&=+$.\-_!~*'()%,]*)?"
)
_URN = re.compile(
    r"urn:[a-z0-9][a-z0-9-]{1,31}:(?:[a-z0-9()+,\-.:=@;$_!*'/~&?#]|%[0-9a-f]{2})+", re.IGNORECASE
)
_UUID = re.compile(r"urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_HOST = re.compile(r"(?:[^/?#]*@)?(?:\[[0-9A-Fa-f:.]+\]|[^/?#\[\]@:]+)(?::\d*)?")
_HIERARCHIC = frozenset({"http", "https", "ftp", "ftps"})

_RUN = r"[\w~/,;=:@!$&'()*+-]++|%[89A-F][0-9A-F]"
PLAIN = re.compile(
    r"(?P<site>(?P<scheme>https?)://(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+))"
    rf"(?P<path>/(?:{_RUN}|\.(?!\.?(?:[/?]|\Z)))*+)(?P<query>\?(?:{_RUN}|[.?])*+)?",
    re.ASCII,
)
"""An http(s) address as most are: nothing is wrong with it, and it is its own canonical form."""

SCHEMES = frozenset(
    "aaa aaas about acap acct acr adiumxtra afp aim app apt attachment aw barion bb beshare bitcoin blob bolo "
    "callto cap chrome cid coap coaps com-eventbrite-attendee content crid cvs dab data dav dav+http dict did "
    "dlna-playcontainer dlna-playsingle dns dntp dtn dvb ed2k ethereum example facetime fax feed feedready file "
    "filesystem finger fish ftp ftps gemini geo gg git gitoid gizmoproject go gopher gtalk h323 ham hcp http https "
    "iax icap icon im imap info iotdisco ipfs ipn ipns ipp ipps irc irc6 ircs iris iris.beep iris.lwz iris.xpc "
    "iris.xpcs isostore itms itms-apps jabber jar jms keyparc lastfm ldap ldaps lvlt magnet mailserver mailto maps "
    "market matrix message mid mms modem mongodb ms-help msnim msrp msrps mtqp mumble mupdate mvn news nfs ni nih "
    "nntp notes oid opaquelocktoken openid pack palm paparazzi payto pkcs11 platform pop pres prospero proxy psyc "
    "query redis rediss reload res resource rmi rsync rtmfp rtmp rtsp rtsps secondlife service session sftp sgn "
    "shttp sieve simpleledger sip sips skype smb sms snews snmp soap.beep soap.beeps soldat spotify ssh steam stun "
    "stuns submit svn swh tag teamspeak tel telnet tftp tg things thismessage tip tn3270 tool turn turns tv udp "
    "unreal urn ut2004 vemmi ventrilo view-source vnc wais webcal wpid ws wss wtai wyciwyg xcon xfire "
    "xmlrpc.beep xmlrpc.beeps xmpp xri ymsgr z39.50 z39.50r z39.50s".split()
)
"""Schemes that IANA has registered, as far as feeds may meet them."""

PORTS = {"http": 80, "https": 443, "ftp": 21, "ftps": 990, "ws": 80, "wss": 443, "gopher": 70, "telnet": 23}


def scheme(text: str) -> str | None:
    """The scheme in lower case; None where there is none."""
    match = _SCHEME.match(text)
    return match[1].lower() if match else None


@lru_cache(maxsize=512)
def reference(text: str) -> str | None:
    """A URI or IRI, absolute or relative: what is wrong with it, in words that follow its name."""
    if bad := _FORBIDDEN.search(text):
        return f"is no address: it holds {_named(bad[0])}: {text[:80]!r}"
    kind = scheme(text)
    if kind == "tag" and not _TAG.fullmatch(text):
        return f"is no tag: address (tag:host,2026-11-23:name): {text[:80]!r}"
    if kind == "urn":
        return _urn(text)
    if kind in _HIERARCHIC:
        return _hierarchic(text, kind)
    return _bracketed(text)


def absolute(text: str) -> str | None:
    """A URI or IRI with a scheme, whichever it is."""
    if not text:
        return "is empty"
    fault = reference(text)
    if fault:
        return fault
    kind = scheme(text)
    if kind is None:
        return f"is relative: {text[:80]!r}"
    return None if len(text) > len(kind) + 1 else f"is no address: {text[:80]!r}"


def web(text: str) -> str | None:
    """An http or https address with a host."""
    fault = absolute(text)
    if fault:
        return fault
    return None if scheme(text) in {"http", "https"} else f"is no http(s) address: {text[:80]!r}"


def plain(text: str) -> str | None:
    """An IRI's letters beyond ASCII, which a URI writes as %D0%B0 or xn--; None where there are none."""
    if text.isascii():
        return None
    stray = next(letter for letter in text if letter > "\x7f")
    return f"has letters that are not ASCII, as {stray!r}: {text[:80]!r}"


def unregistered(text: str) -> str | None:
    """A scheme that nobody has registered."""
    if text.startswith(("https:", "http:")):
        return None
    kind = scheme(text)
    return None if kind is None or kind in SCHEMES else f"has a scheme that is not registered: {kind[:40]}:"


def _named(character: str) -> str:
    return {" ": "a space", "\n": "a line break", "\t": "a tab"}.get(character, repr(character))


def _urn(text: str) -> str | None:
    if text[:9].lower() == "urn:uuid:" and not _UUID.fullmatch(text):
        return f"is no urn:uuid: it wants 32 hexadecimal digits in five groups: {text[:80]!r}"
    return None if _URN.fullmatch(text) else f"is no urn: (urn:namespace:name): {text[:80]!r}"


def _hierarchic(text: str, kind: str) -> str | None:
    rest = text[len(kind) + 1 :]
    if not rest.startswith("//"):
        return f"is no address: // is missing after {kind}: {text[:80]!r}"
    if rest[2:3] in {"", "/", "?", "#"}:
        return f"names no host: {text[:80]!r}"
    authority = re.split(r"[/?#]", rest[2:], maxsplit=1)[0]
    if not _HOST.fullmatch(authority):
        return f"is no address, its host is wrong: {text[:80]!r}"
    return _bracketed(rest[2 + len(authority) :])


def _bracketed(text: str) -> str | None:
    path = text.partition("?")[0].partition("#")[0]
    return f"is no address: it holds brackets: {text[:80]!r}" if "[" in path or "]" in path else None


@lru_cache(maxsize=512)
def canonical(text: str) -> str | None:
    """The form in which equal URIs are equal letter by letter; None where the text is none.

    Scheme and host in lower case, no default port, no empty path, no dot segments, no escape that is
    not needed and those that are in capitals.
    """
    if PLAIN.fullmatch(text):
        return text
    kind = scheme(text)
    if kind is None or reference(text):
        return None
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return None
    if not parts.netloc:
        return kind + _escapes(text[len(kind) :])
    host = (parts.hostname or "").rstrip(".")
    host = f"[{host}]" if ":" in host else host
    user = f"{parts.netloc.rpartition('@')[0]}@" if "@" in parts.netloc.strip(":@") else ""
    shown = f":{port}" if port is not None and port != PORTS.get(kind) else ""
    path = _escapes(_undotted(parts.path)) or "/"
    # The mark of an empty query or fragment is part of the address.
    tail = text[text.index("//") + 2 :]
    query = f"?{_escapes(parts.query)}" if "?" in tail.partition("#")[0] else ""
    fragment = f"#{_escapes(parts.fragment)}" if "#" in tail else ""
    return f"{kind}://{user}{host}{shown}{path}{query}{fragment}"


def _undotted(path: str) -> str:
    """A path without . and .. in it."""
    if "/." not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")
    for number, segment in enumerate(segments):
        last = number == len(segments) - 1
        if segment == "..":
            if len(kept) > 1:
                kept.pop()
        elif segment != ".":
            kept.append(segment)
        if segment in {".", ".."} and last:
            kept.append("")
    return "/".join(kept)


def _escapes(text: str) -> str:
    return re.sub(r"%([0-9A-Fa-f]{2})", _escape, text) if "%" in text else text


def _escape(match: re.Match[str]) -> str:
    letter = chr(int(match[1], 16))
    return letter if letter.isascii() and (letter.isalnum() or letter in "-._~") else match[0].upper()
