"""NewsML-G2 items, packages and messages; NewsML 1."""

from __future__ import annotations

import pytest
from reading import answers, record, records, rejection

from feeds.article import Article, Image, Person, Place
from feeds.intake.draft import Rejection

URL = "https://port.example/{stem}"
G2 = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
XHTML = 'xmlns="http://www.w3.org/1999/xhtml"'


def item(
    guid: str = "urn:newsml:wire.example:7",
    *,
    kind: str = "text",
    version: int = 1,
    meta: str = "",
    about: str = "<headline>Ferry resumes</headline>",
    content: str = "<p>Ferry sails.</p>",
    rest: str = "",
) -> str:
    body = f'<inlineXML contenttype="application/xhtml+xml"><html {XHTML}><body>{content}</body></html></inlineXML>'
    return (
        f'<newsItem {G2} guid="{guid}" version="{version}" standard="NewsML-G2" xml:lang="en">'
        '<catalogRef href="http://x.example/catalog.xml"/><rightsInfo><copyrightHolder literal="Wire"/>'
        "<copyrightNotice>© Wire 2026</copyrightNotice><usageTerms>Not for sale</usageTerms></rightsInfo>"
        f'<itemMeta><itemClass qcode="ninat:{kind}"/><provider literal="Wire"/>'
        "<versionCreated>2026-11-22T18:05:00+00:00</versionCreated>"
        f"<firstCreated>2026-11-22T17:40:00+00:00</firstCreated>{meta}</itemMeta>"
        f"<contentMeta><language tag='en'/>{about}</contentMeta>{rest}"
        f"<contentSet>{body if '<' in content and kind == 'text' else content}</contentSet></newsItem>"
    )


ABOUT = (
    "<urgency>4</urgency><located literal='city#1'><name>Oslo</name></located>"
    "<headline role='hld:subHeadline'>From both quays</headline><headline>Ferry resumes</headline>"
    "<by>By Ida Moen, Wire</by><creditline>Wire</creditline><keyword>ferry</keyword>"
    "<subject type='cpnat:abstract' qcode='desk:1'><name>Transport</name></subject>"
    "<subject qcode='medtop:1'><name>shipping</name><name xml:lang='no'>skipsfart</name></subject>"
    "<subject qcode='medtop:2' why='why:ancestor'><name>economy</name></subject><subject qcode='x:1'/>"
    "<genre qcode='genre:i'><name>Interview</name></genre><description role='drol:summary'>Since noon.</description>"
    "<description role='drol:caption'>no lead</description>"
)


def test_a_news_item() -> None:
    position = "<position latitude='59.9' longitude='10.7'/>"
    place = f"<assert literal='city#1'><geoAreaDetails>{position}</geoAreaDetails></assert>"
    links = (
        '<link rel="irel:seeAlso" href="https://f.example/"><title>Fares</title></link>'
        '<link rel="irel:seeAlso" href="https://c.example/1.jpeg"><itemClass qcode="ninat:picture"/>'
        "<title>A quay</title></link>"
    )
    text = "<h1>Ferry resumes</h1><h2>From both quays</h2><p>By Ida Moen, Wire</p><p>Ferry <b>sails</b>.</p>"
    found = record(
        "newsml", item(meta=links, about=ABOUT, content=text, rest=place), file="ferry.xml", url=URL
    )
    assert (found.id, found.url) == ("urn:newsml:wire.example:7", "https://port.example/ferry")
    assert (found.title, found.lead) == ("Ferry resumes", "Since noon.")
    assert found.body == "<p>Ferry <strong>sails</strong>.</p>"
    assert found.published.isoformat() == "2026-11-22T17:40:00+00:00"
    assert found.updated is not None
    assert found.updated.isoformat() == "2026-11-22T18:05:00+00:00"
    assert found.authors == (Person(name="Ida Moen"),)
    assert (found.section, found.tags, found.genre) == ("Transport", ("ferry", "shipping"), "interview")
    assert found.place == Place(name="Oslo", latitude=59.9, longitude=10.7)
    assert found.rights == "© Wire 2026. Not for sale"
    assert [(link.url, link.title) for link in found.related] == [("https://f.example/", "Fares")]
    assert found.images == (
        Image(url="https://c.example/1.jpeg", role="cover", type="image/jpeg", alt="A quay"),
    )


NITF = (
    '<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">'
    "<body><body.head><hedline><hl1>Ferry sails again</hl1></hedline><byline>By <person>Ida Moen</person>"
    "<byttl>Reporter</byttl></byline>"
    "</body.head><body.content><p>Ferry sails.</p></body.content></body></nitf></inlineXML>"
)


@pytest.mark.parametrize(
    "content",
    [
        NITF,
        '<inlineData contenttype="text/plain">Ferry sails.</inlineData>',
        '<inlineData contenttype="text/html">&lt;p&gt;Ferry sails.&lt;/p&gt;</inlineData>',
        "<inlineXML><html><body><p>Ferry sails.</p></body></html></inlineXML>",
        '<remoteContent href="https://c.example/1.nitf"/><inlineXML><p>Ferry sails.</p></inlineXML>',
    ],
    ids=["nitf", "plain", "escaped", "no namespace", "bare"],
)
def test_every_form_of_text(content: str) -> None:
    source = item(content="@").replace("@", content)
    found = record("newsml", source, file="x.xml", url=URL)
    assert (found.title, found.body) == ("Ferry resumes", "<p>Ferry sails.</p>")


def test_the_text_s_own_head_helps_out() -> None:
    source = item(about="", content="@").replace("@", NITF)
    found = record("newsml", source, file="x.xml", url=URL)
    assert found.title == "Ferry sails again"
    assert [person.name for person in found.authors] == ["Ida Moen"]


def test_a_typed_text_is_parted_at_its_blank_and_indented_lines() -> None:
    text = (
        "<p>(Adds the mayor)\n    * Ferry sails\n\n    By Ida Moen\n"
        "    OSLO, Nov 22 (Wire) - The ferry sailed at noon from the\n"
        "two quays of the harbour, the office said on\nSunday.</p>"
    )
    found = record("newsml", item(content=text), file="x.xml", url=URL)
    assert found.body == (
        "<p>(Adds the mayor)</p><p>* Ferry sails</p><p>OSLO, Nov 22 (Wire) - The ferry sailed at noon from the "
        "two quays of the harbour, the office said on Sunday.</p>"
    )
    assert [person.name for person in found.authors] == ["Ida Moen"]
    pretty = "<p>Ferry sails at noon\n            and comes back at night.</p>"
    found = record("newsml", item(content=pretty), file="x.xml", url=URL)
    assert found.body.count("<p>") == 1


def picture(guid: str, url: str) -> str:
    content = (
        f'<remoteContent href="{url}-s.jpg" contenttype="image/jpeg" rendition="rnd:thumbnail" width="120"/>'
        f'<remoteContent href="{url}.jpg" contenttype="image/jpeg" rendition="rnd:highRes" '
        'width="1600" height="900" size="99"/>'
    )
    caption = "<description role='drol:caption'>At the quay</description>"
    about = f"<headline>x</headline><creditline>A. Berg</creditline>{caption}"
    return item(guid, kind="picture", about=about, content=content)


def message(*items: str, package: str = "") -> str:
    header = "<header><sent>2026-11-22T18:05:00Z</sent></header>"
    return f"<newsMessage {G2}>{header}<itemSet>{package}{''.join(items)}</itemSet></newsMessage>"


def test_the_pictures_of_a_message_belong_to_its_only_text() -> None:
    found = record("newsml", message(item(), picture("p1", "https://c.example/1")), file="x.xml", url=URL)
    assert found.images == (
        Image(url="https://c.example/1.jpg", role="cover", type="image/jpeg", width=1600, height=900, length=99,
              caption="At the quay", credit="A. Berg"),
    )  # fmt: skip


def test_a_package_says_which_pictures_belong_to_which_text() -> None:
    package = (
        f'<packageItem {G2} guid="pk"><itemMeta><itemClass qcode="ninat:composite"/></itemMeta><groupSet root="r">'
        '<group id="r"><itemRef residref="t1"/><itemRef residref="p1"/></group></groupSet></packageItem>'
    )
    linked = '<link rel="irel:seeAlso" residref="p2"/>'
    source = message(
        item("t1"), item("t2", meta=linked), item("t3"),
        picture("p1", "https://c.example/1"), picture("p2", "https://c.example/2"), package=package,
    )  # fmt: skip
    found = records("newsml", source, file="x.xml", url="https://port.example/{id}")
    shown = {article.id: [image.url for image in article.images] for article in found}
    assert shown == {"t1": ["https://c.example/1.jpg"], "t2": ["https://c.example/2.jpg"], "t3": []}


def test_films_and_sounds_beside_a_text() -> None:
    film = item(
        "v",
        kind="video",
        content='<remoteContent href="https://c.example/v.mp4" contenttype="video/mp4" duration="63"/>',
    )
    sound = item(
        "a", kind="audio", content='<remoteContent href="https://c.example/a.mp3" contenttype="audio/mpeg"/>'
    )
    found = record("newsml", message(item(), film, sound), file="x.xml", url=URL)
    assert [(video.url, video.duration) for video in found.videos] == [("https://c.example/v.mp4", 63)]
    assert found.body.endswith(
        '<figure><audio src="https://c.example/a.mp3" type="audio/mpeg"></audio></figure>'
    )


def test_the_newest_version_wins() -> None:
    older = item(version=2, about="<headline>Old</headline>")
    newer = item(version=11, about="<headline>New</headline>")
    assert [a.title for a in records("newsml", message(newer, older), file="x.xml", url=URL)] == ["New"]


@pytest.mark.parametrize("status", ["stat:canceled", "stat:withheld", "other:withheld"])
def test_an_item_that_was_taken_back(status: str) -> None:
    meta = f'<pubStatus qcode="{status}"/><edNote>Wrong quay</edNote>'
    source = item(meta=meta, about="<slugline>FERRY</slugline>", content="<p></p>")
    found = record("newsml", source, file="x.xml", url=URL)
    assert found.withdrawn == f"{status.partition(':')[2]}: Wrong quay"
    assert found.title == "FERRY"


def test_embargoes() -> None:
    source = item(meta="<embargoed>2026-11-23T06:00:00+01:00</embargoed>")
    found = record("newsml", source, file="x.xml", url=URL)
    assert found.embargo is not None
    assert found.embargo.isoformat() == "2026-11-23T06:00:00+01:00"
    assert rejection("newsml", item(meta="<embargoed/>"), file="x.xml", url=URL).code == "embargoed"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (picture("p", "https://c.example/1"), "a picture"),
        (f"<conceptItem {G2}/>", "a concept"),
        (f"<planningItem {G2}/>", "a plan"),
        (
            f'<packageItem {G2}><groupSet><group><itemRef residref="x"/></group></groupSet></packageItem>',
            "not in the file",
        ),
        (message(), "no item"),
        (
            item(content="<remoteContent href='x'/>")
            .replace("<inlineXML", "<x")
            .replace("</inlineXML", "</x"),
            "elsewhere",
        ),
        (
            item(content="@").replace(
                "@", "<inlineXML><sports-content><a>x</a></sports-content></inlineXML>"
            ),
            "data",
        ),
        ("<rss/>", "no NewsML"),
        ("<newsItem>", "broken XML"),
    ],
)
def test_what_is_no_text_says_what_it_is(source: str, said: str) -> None:
    answer = rejection("newsml", source, file="x.xml", url=URL)
    assert said in answer.reason


def test_no_catalog_is_ever_fetched_and_no_entity_expanded() -> None:
    source = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + item(
        content="<p>Ferry &e; sails.</p>"
    )
    assert record("newsml", source, file="x.xml", url=URL).body == "<p>Ferry &amp;e; sails.</p>"


VERSION1 = """<NewsML><NewsItem xml:lang="fr"><Identification><NewsIdentifier><ProviderId>wire.example</ProviderId>
<DateId>20261122</DateId><NewsItemId>7</NewsItemId><RevisionId PreviousRevision="0" Update="N">{revision}</RevisionId>
<PublicIdentifier>urn:newsml:wire.example:20261122:7:{revision}</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20261122T174000Z</FirstCreated>
<ThisRevisionCreated>20261122T180500Z</ThisRevisionCreated><Status FormalName="{status}"/><Urgency FormalName="4"/></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Le bac repart</HeadLine><SubHeadLine>Depuis midi</SubHeadLine><ByLine>Par Ida Moen</ByLine>
<DateLine>BERGEN, 22 nov 2026 (AFP)</DateLine><CopyrightLine>© Wire</CopyrightLine></NewsLines>
<DescriptiveMetadata><Language FormalName="fr"/><Property FormalName="Keyword" Value="bac"/></DescriptiveMetadata>
<NewsComponent><Role FormalName="StyleSheet"/><ContentItem><MimeType FormalName="text/css"/><DataContent>.a {{margin: 0 auto 0 auto 0 auto}}</DataContent></ContentItem></NewsComponent>
<NewsComponent><Role FormalName="Main"/><ContentItem><MediaType FormalName="Text"/><DataContent>{content}</DataContent></ContentItem></NewsComponent>
<NewsComponent><ContentItem Href="https://c.example/1.jpg"><MediaType FormalName="Photo"/><Characteristics><Property FormalName="Width" Value="800"/></Characteristics></ContentItem></NewsComponent>
</NewsComponent></NewsItem></NewsML>"""


@pytest.mark.parametrize(
    "content",
    ["<nitf><body><body.content><p>Le bac repart.</p></body.content></body></nitf>", "<p>Le bac repart.</p>",
     "<![CDATA[<P>Le bac repart.</P>]]>", "Le bac repart."],
)  # fmt: skip
def test_newsml_1(content: str) -> None:
    found = record(
        "newsml", VERSION1.format(revision=2, status="Usable", content=content), file="x.xml", url=URL
    )
    assert (found.id, found.title, found.lead) == (
        "urn:newsml:wire.example:20261122:7",
        "Le bac repart",
        "Depuis midi",
    )
    assert found.body == "<p>Le bac repart.</p>"
    assert found.published.isoformat() == "2026-11-22T17:40:00+00:00"
    assert [person.name for person in found.authors] == ["Ida Moen"]
    assert (found.language, found.tags, found.rights) == ("fr", ("bac",), "© Wire")
    assert found.place == Place(name="Bergen")
    assert [(image.url, image.width) for image in found.images] == [("https://c.example/1.jpg", 800)]


def test_newsml_1_taken_back_or_held() -> None:
    source = VERSION1.format(revision=3, status="Canceled", content="")
    assert record("newsml", source, file="x.xml", url=URL).withdrawn == "canceled"
    source = VERSION1.format(revision=3, status="Embargoed", content="<p>Раз.</p>")
    assert rejection("newsml", source, file="x.xml", url=URL).code == "bad-embargo"


def test_hostile_messages_are_bounded() -> None:
    many = message(*(item(f"t{n}", meta='<link residref="p"/>' * 20) for n in range(300)))
    for source in (many, "<newsMessage>" * 300, message(item(content="<p>" * 200 + "</p>" * 200))):
        for answer in answers("newsml", source, file="x.xml", url="https://port.example/{id}"):
            assert isinstance(answer, Article | Rejection)
