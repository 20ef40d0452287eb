"""Licences of Creative Commons, in either of the vocabularies that feeds use for them."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.checking import uris
from feeds.checking.document import View
from feeds.checking.engine import Context
from feeds.checking.extensions.module import BOTH, READ, extension, names, row
from feeds.checking.namespaces import clark
from feeds.checking.rule import Change, Problem
from feeds.checking.structure import Attribute, Vocabulary

_LICENCE = "<creativeCommons:license>https://creativecommons.org/licenses/by/4.0/</creativeCommons:license>"
_RDF_LICENCE = '<cc:license rdf:resource="https://creativecommons.org/licenses/by/4.0/"/>'

CC = extension(
    "cc",
    "licences of Creative Commons",
    "CC",
    "https://www.rssboard.org/creative-commons",
    channel=_RDF_LICENCE,
    item=_LICENCE,
    prefixes=("cc", "creativeCommons"),
    others=("rdf",),
)
OTHER = "http://cyber.law.harvard.edu/rss/creativeCommonsRssModule.html"
"""The same module, as its page moved."""

CC.vocabularies += (Vocabulary(uri=OTHER),)
row(CC, "creativeCommons:license", BOTH, uris.absolute, "CC002", many=True)
row(CC, "cc:license", BOTH, many=True, attributes=(Attribute(name="rdf:resource"),), opaque=True)
names(CC, "License Work", BOTH, opaque=True)
CC.facts(
    "CC002",
    "cc-address",
    "error",
    on="item",
    summary="A licence is the absolute address of its text.",
    hint="Write the address of the licence, as https://creativecommons.org/licenses/by/4.0/.",
    bad=Change(_LICENCE, "<creativeCommons:license>CC BY</creativeCommons:license>"),
    read=READ,
)


@CC.rule(
    "CC003",
    "cc-resource",
    "error",
    on="channel/cc:license, item/cc:license",
    summary="cc:license names the licence in rdf:resource.",
    hint='Write <cc:license rdf:resource="https://creativecommons.org/licenses/by/4.0/"/>.',
    read=READ,
    bad=Change(_RDF_LICENCE, "<cc:license>CC BY</cc:license>"),
)
def resource(view: View, context: Context) -> Iterator[Problem]:
    """No licence, or one without an address."""
    stated = view.element.get(clark("rdf:resource"))
    if stated is None:
        yield Problem(view, "cc:license has no rdf:resource, which names the licence")
    elif fault := uris.absolute(stated.strip()):
        yield Problem(view, f"the address of cc:license {fault}")
