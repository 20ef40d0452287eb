"""Judges documents by all that is known of them: rules, serving, former selves, pages, the site's other feeds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from feeds.checking.comparing.edition_rules import compared
from feeds.checking.comparing.editions import Editions
from feeds.checking.comparing.page import Page
from feeds.checking.comparing.stories import Stories
from feeds.checking.comparing.together import Known, together
from feeds.checking.excerpts import reported, tellable
from feeds.checking.finding import Finding
from feeds.checking.policy import Choice, Policy, chosen
from feeds.checking.reports.report import Verdict
from feeds.checking.serving.observed import Expectation
from feeds.checking.serving.rules import judged
from feeds.errors import UsageError
from feeds.inspection.abreast import abreast
from feeds.inspection.gathering import Gathering, is_address, shown
from feeds.inspection.pages import LINKED, Library, Links
from feeds.inspection.sites import Site, parts, site
from feeds.inspection.specimen import Specimen, Trouble
from feeds.targets import registry
from feeds.targets.check import Examined, examine


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the user wants to know.

    `target`, `url` and `publication` go before what is known of a document otherwise. `against` is its former
    edition, a file, a folder or an address; `page` a page, a folder of pages, or `link` for those that the
    stories link to. `together` holds the documents against one another, `follow` looks at the parts of sitemap
    indexes.
    """

    now: datetime
    target: str | None = None
    url: str | None = None
    publication: str | None = None
    choice: Choice = field(default_factory=Choice)
    against: str | None = None
    page: str | None = None
    together: bool = False
    follow: bool = False


@dataclass(slots=True)
class _Looked:
    """A document that was looked at, and what was found in it so far."""

    specimen: Specimen
    examined: Examined | None
    findings: list[Finding]

    @property
    def stories(self) -> Stories | None:
        if self.examined is None:
            return None
        return Stories(self.examined.document, registry.rules(self.examined.target).shape)


class Inspection:
    """Looks at documents, one after the other."""

    def __init__(self, wishes: Wishes, gathering: Gathering, policy: Policy) -> None:
        self.wishes = wishes
        self._gathering = gathering
        self._policy = policy
        self._links = Links(gathering.fetcher)
        self._library: Library | None = None
        if wishes.page is not None and wishes.page != LINKED:
            self._library = Library(Path(wishes.page))

    def verdicts(self, names: Sequence[str], sites: Iterable[str] = ()) -> Iterator[Verdict | Trouble]:
        """What was found in each document that the names stand for, and in the feeds of sites.

        Raises:
            UsageError: the wishes do not go with what is there.
        """
        looked = self._all(names, sites)
        if not self.wishes.together:
            for one in looked:
                yield one if isinstance(one, Trouble) else self._verdict(one)
            return
        held = list(looked)
        documents = [one for one in held if isinstance(one, _Looked)]
        found = together(
            [Known(one.specimen.name, stories) for one in documents if (stories := one.stories) is not None]
        )
        for one in held:
            if isinstance(one, _Looked):
                one.findings += found.get(one.specimen.name, [])
            yield one if isinstance(one, Trouble) else self._verdict(one)

    def _all(self, names: Sequence[str], sites: Iterable[str]) -> Iterator[_Looked | Trouble]:
        root = Path(names[0]) if len(names) == 1 and not is_address(names[0]) else None
        several = len(names) > 1
        for specimen in self._gathering.all(names):
            if isinstance(specimen, Trouble):
                yield specimen
            else:
                yield from self._with_parts(self._looked(specimen, root, several=several))
        for url in sites:
            yield from self._of_site(site(self._gathering.fetcher, url))

    def _of_site(self, found: Site) -> Iterator[_Looked]:
        """A page's verdict, and the feeds that it announces."""
        page = Specimen(name=shown(found.page), content=None, url=found.page, serving=found.failed)
        if found.failed is not None:
            yield _Looked(page, None, self._of_serving(page, None))
            return
        addresses = [hint.address for hint in found.hints]
        looked = [self._looked(one) for one in abreast(self._gathering.address, addresses)]
        formats = {
            hint.address: registry.target(one.examined.target).media_type if one.examined else None
            for hint, one in zip(found.hints, looked, strict=True)
        }
        yield _Looked(page, None, found.findings(formats))
        for one in looked:
            yield from self._with_parts(one)

    def _with_parts(self, looked: _Looked) -> Iterator[_Looked]:
        """A document and, where it is an index whose parts are wanted, those."""
        yield looked
        if self.wishes.follow and looked.examined is not None:
            addresses = filter(is_address, parts(looked.examined))
            for one in abreast(partial(self._gathering.address, lightly=True), addresses):
                yield self._looked(one)

    # ---- one document

    def _looked(self, specimen: Specimen, root: Path | None = None, *, several: bool = False) -> _Looked:
        if specimen.content is None:
            return _Looked(specimen, None, self._of_serving(specimen, None))
        examined = self._examined(specimen, {})
        looked = _Looked(specimen, examined, examined.findings)
        if self.wishes.page is not None:
            looked = self._beside_pages(looked)
        if self.wishes.against is not None:
            former = self._former(specimen, root, several=several)
            looked.findings += self._beside(looked, former) if former else []
        looked.findings += self._of_serving(specimen, examined)
        looked.findings.sort(key=lambda finding: (finding.line, finding.column))
        return looked

    def _examined(self, specimen: Specimen, pages: dict[str, Page]) -> Examined:
        assert specimen.content is not None
        wishes = self.wishes
        outlet = specimen.outlet.name if specimen.outlet else None
        return examine(
            specimen.content,
            wishes.target or specimen.target,
            now=wishes.now,
            url=wishes.url or specimen.url,
            publication=wishes.publication or outlet,
            pages=pages,
        )

    def _beside_pages(self, looked: _Looked) -> _Looked:
        """The document once more, its stories beside their pages."""
        stories = looked.stories
        assert stories is not None
        pages = (self._library or self._links).pages(stories.all)
        examined = self._examined(looked.specimen, pages)
        dead = [] if self._library else self._links.findings
        return _Looked(looked.specimen, examined, [*examined.findings, *dead])

    def _beside(self, looked: _Looked, former: Specimen) -> list[Finding]:
        """What became of a former edition."""
        assert looked.examined is not None
        if former.content is None:
            raise UsageError(f"{former.name} gave no document to compare with")
        old = _Looked(former, examine(former.content, looked.examined.target, now=self.wishes.now), [])
        before, after = old.stories, looked.stories
        assert before is not None
        assert after is not None
        window = registry.target(looked.examined.target).window
        return compared(Editions(old=before, new=after, now=self.wishes.now, window=window))

    def _former(self, specimen: Specimen, root: Path | None, *, several: bool) -> Specimen | None:
        """The former edition of a document; None where a folder of them has none of its name.

        Raises:
            UsageError: one file is to be the former edition of several documents, or cannot be read.
        """
        against = self.wishes.against
        assert against is not None
        if is_address(against):
            return self._gathering.address(against, lightly=True)
        place = Path(against)
        if place.is_dir():
            own = Path(specimen.name)
            own = own.relative_to(root) if root is not None and root.is_dir() else Path(own.name)
            if not (place / own).is_file():
                return None
            place /= own
        elif several or (root is not None and root.is_dir()):
            hint = "Name a folder with a former edition of each, by the same names."
            raise UsageError(f"{against} cannot be the former edition of several documents", hint=hint)
        found = self._gathering.file(str(place))
        if isinstance(found, Trouble):
            raise UsageError(f"{found.name}: {found.reason}")
        return found

    def _of_serving(self, specimen: Specimen, examined: Examined | None) -> list[Finding]:
        if specimen.serving is None:
            return []
        target = registry.target(examined.target if examined else self.wishes.target or "rss")
        expectation = Expectation(
            media_type=target.media_type,
            robots=target.robots,
            obeyed=target.obedient,
            document=examined.document if examined else None,
        )
        return judged(specimen.serving, expectation)

    def _verdict(self, looked: _Looked) -> Verdict:
        specimen = looked.specimen
        findings = looked.findings
        if specimen.feed is not None:
            findings = self._policy.applied(findings, specimen.feed)
        findings = chosen(findings, self.wishes.choice)
        target = looked.examined.target if looked.examined else None
        return Verdict(
            tellable(specimen.name),
            reported(specimen.content or b"", findings),
            target,
            registry.target(target).title if target else "",
            specimen.url,
        )
