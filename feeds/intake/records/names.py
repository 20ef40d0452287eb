"""What exports call the fields of a record: a table, best name first."""

from __future__ import annotations

from typing import NamedTuple

# A name is compared without capitals, underscores and hyphens. The first of each line is the record's own.
# `body` is markup or text, whichever it turns out to be; `cover` goes before `images`; `paid` is not `free`.
_NAMES = {
    "id": "id guid uuid articleid postid newsid storyid contentid",
    "url": "url link canonical canonicalurl permalink weburl webpage pageurl articleurl href"
    " mainentityofpage",
    "title": "title headline name heading posttitle",
    "short_title": "shorttitle shortheadline titleshort alternativeheadline",
    "kicker": "kicker overline eyebrow strapline",
    "lead": "lead lede standfirst dek deck subtitle subheadline subhead intro summary excerpt description"
    " anons announce annotation teaser abstract previewtext postexcerpt",
    "html": "html contenthtml bodyhtml htmlbody bodyxhtml",
    "body": "body content articlebody text fulltext contenttext bodytext story paragraphs postcontent",
    "published": "published publishedat datepublished pubdate publicationdate publishdate publishedon"
    " publishedtime firstpublished firstpublishedat datetime date issued timestamp time posted postedat"
    " createdat datecreated created postdate",
    "updated": "updated updatedat datemodified modifiedat modified lastmodified lastmod dateupdated"
    " updateddate modificationdate changed changedat lastmodifiedat versioncreated postmodified",
    "language": "language lang inlanguage locale",
    "authors": "authors author byline bylines creator creators writer writers authorname reporters"
    " primaryauthor",
    "section": "section category categories rubric rubrics articlesection sectionname categoryname"
    " topic topics",
    "tags": "tags keywords labels hashtags tag",
    "place": "place location contentlocation city geo",
    "genre": "genre articletype type kind @type",
    "cover": "cover coverimage mainimage leadimage featuredimage featureimage titleimage primaryimage image"
    " imageurl photo picture banner bannerimage thumbnailurl thumbnail",
    "images": "images photos pictures gallery media",
    "videos": "videos video",
    "related": "related relatedarticles relatedstories relatedlinks seealso readalso",
    "translations": "translations alternates",
    "channels": "channels",
    "comments": "comments commentcount commentscount commcount",
    "rating": "rating agerating agelimit agerestriction contentrating adult isadult",
    "rights": "rights copyright copyrightnotice license",
    "free": "free isfree isaccessibleforfree",
    "paid": "paid ispaid paywall haspaywall premium ispremium subscribersonly",
    "embargo": "embargo embargoeduntil embargoed embargountil notbefore publishafter",
    "expires": "expires expiresat expiry expirydate expirationdate validuntil unpublishat unpublishdate notafter",
    "withdrawn": "withdrawn retracted withdrawal killed",
    "only": "only onlytargets",
    "except": "except exclude excluded excludetargets",
    "site": "site sitename publisher publishername source sourcename outlet",
    "status": "status poststatus workflowstate",
    "draft": "draft isdraft",
    "out": "ispublished",
    "slug": "slug urlslug postslug postname basename",
}


class Name(NamedTuple):
    """A field that a name stands for, and how good a name of it that is (0: the best)."""

    field: str
    rank: int


_FOLD = str.maketrans("", "", "_- .")


def fold(name: str) -> str:
    """A name as the table has it."""
    return name.lower().translate(_FOLD)


NAMES: dict[str, Name] = {
    name: Name(field, rank) for field, names in _NAMES.items() for rank, name in enumerate(names.split())
}

ENVELOPES = (
    *("items", "articles", "entries", "posts", "stories", "news", "records", "results", "documents", "docs"),
    *("rows", "list", "hits", "data", "response", "payload", "feed", "db"),
    *("article", "post", "story", "item", "record", "_source"),
)
"""Under which an export keeps its records, the likeliest first."""

NOT_OUT = frozenset(
    {
        *("draft", "auto-draft", "pending", "private", "trash", "hidden", "unpublished", "review", "deleted"),
        *("future", "scheduled"),
        *("черновик", "скрыто", "удалено", "на проверке"),
    }
)
"""Words for the state of a story that its newsroom has not published."""
