"""NITF as its document type and as its namespace have it."""

from __future__ import annotations

import pytest
from reading import record, records, rejection

from feeds.article import Image, Person, Place

URL = "https://port.example/{stem}"

DTD = """<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE nitf SYSTEM "nitf-3-2.dtd">
<nitf baselang="en-GB" change.date="October 10, 2003">
 <head>
  <title>Ferry resumes &mdash; update</title>
  <tobject tobject.type="Transport"><tobject.property tobject.property.type="Interview"/>
   <tobject.subject tobject.subject.refnum="04015000" tobject.subject.type="Economy" tobject.subject.detail="shipping"/>
  </tobject>
  <docdata management-status="usable">
   <doc-id id-string="wire.1234"/><urgency ed-urg="4"/>
   <date.issue norm="20261122T174000+0100"/><date.release norm="20261122T174000+0100"/>
   <date.expire norm="20261201T000000Z"/>
   <doc.copyright year="2026" holder="Wire"/>
   <key-list><keyword key="ferry"/><keyword key="storm"/></key-list>
   <evloc city="Bergen"/>
  </docdata>
 </head>
 <body>
  <body.head>
   <hedline><hl1>Ferry resumes after the storm</hl1><hl2>Crossings from both quays restarted at noon</hl2></hedline>
   <byline>By <person>IDA MOEN</person><byttl>Wire Reporter</byttl></byline>
   <distributor>Wire</distributor>
   <dateline><location><city>OSLO</city></location><story.date norm="20261122"/></dateline>
  </body.head>
  <body.content>
   <p>Ferry resumes after the storm</p>
   <block><p><person>Ida</person> &amp; <org idsrc="x">co</org> sailed <em class="bold">early</em>,
    <num><frac><numer>1</numer><frac-sep/><denom>2</denom></frac></num> full.</p>
   <hl2>Fares</hl2>
   <media media-type="image">
    <media-reference source="i/small.jpg" mime-type="image/jpeg" width="200" height="100"/>
    <media-reference source="i/large.jpg" mime-type="image/jpeg" width="1600" height="900" alternate-text="A ferry"/>
    <media-caption>At the quay</media-caption><media-producer>A. Berg</media-producer>
   </media>
   <ul><li>one</li></ul><bq><block><p>We sail.</p></block><credit>The captain</credit></bq>
   <table><tr><th>Day</th><th>Trips</th></tr><tr><td>Sunday</td><td>12</td></tr></table>
   <note noteclass="editorsnote"><body.content><p>not for print</p></body.content></note>
   <p>More at <a href="https://f.example/">the site</a>.</p></block>
   <p>ends</p>
  </body.content>
  <body.end><tagline>x</tagline></body.end>
 </body>
</nitf>"""

BODY = (
    "<p>Ida &amp; co sailed <strong>early</strong>, 1/2 full.</p><h3>Fares</h3>"
    '<figure><img src="https://port.example/i/large.jpg" alt="A ferry" width="1600" height="900">'
    "<figcaption>At the quay © A. Berg</figcaption></figure>"
    "<ul><li>one</li></ul><blockquote><p>We sail.</p><p>The captain</p></blockquote>"
    "<table><tr><th>Day</th><th>Trips</th></tr><tr><td>Sunday</td><td>12</td></tr></table>"
    '<p>More at <a href="https://f.example/">the site</a>.</p>'
)


def test_a_document_of_the_document_type() -> None:
    found = record("nitf", DTD.encode("iso-8859-1"), file="ferry.xml", url=URL)
    assert (found.id, found.url) == ("wire.1234", "https://port.example/ferry")
    assert found.title == "Ferry resumes after the storm"
    assert found.lead == "Crossings from both quays restarted at noon"
    assert found.body == BODY
    assert found.published.isoformat() == "2026-11-22T17:40:00+01:00"
    assert found.expires is not None
    assert found.embargo is None
    assert found.authors == (Person(name="Ida Moen"),)
    assert (found.language, found.section, found.genre) == ("en-GB", "Transport", "interview")
    assert found.tags == ("ferry", "storm", "shipping")
    assert found.place == Place(name="Oslo")
    assert found.rights == "© 2026 Wire"
    assert found.images == (
        Image(url="https://port.example/i/large.jpg", role="cover", type="image/jpeg", width=1600, height=900,
              alt="A ferry", caption="At the quay", credit="A. Berg"),
    )  # fmt: skip


def nitf(head: str = "", body: str = "<p>Раз.</p>", title: str = "Паром пошёл") -> str:
    return (
        f'<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><title>{title}</title><docdata>'
        f'<doc-id id-string="7"/><date.issue norm="20261122T174000Z"/>{head}</docdata></head>'
        f"<body><body.head/><body.content>{body}</body.content></body></nitf>"
    )


def test_the_namespace_form() -> None:
    found = record("nitf", nitf(), file="x.xml", url=URL)
    assert (found.title, found.body, found.language) == ("Паром пошёл", "<p>Раз.</p>", "ru")


def test_several_documents_in_a_file_and_their_versions() -> None:
    old = nitf('<du-key key="7" version="2"/>', "<p>Старое.</p>")
    new = nitf('<du-key key="7" version="10"/>', "<p>Новое.</p>")
    found = records("nitf", f"<wire>{new}{old}</wire>", file="x.xml", url=URL)
    assert [article.body for article in found] == ["<p>Новое.</p>"]


def test_the_version_behind_an_id_is_no_part_of_it() -> None:
    source = nitf('<du-key key="fact-9" version="48"/>').replace('id-string="7"', 'id-string="fact-9_47"')
    assert record("nitf", source, file="x.xml", url=URL).id == "fact-9"


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ('<date.release norm="20261123T060000Z"/>', "embargo", "2026-11-23T06:00:00+00:00"),
        ('<date.release norm="20261122T174000Z"/>', "embargo", None),
        ('<date.release norm="YYYYMMDDT000000Z"/>', "embargo", None),
        ('<date.expire norm="20261201T000000Z"/>', "expires", "2026-12-01T00:00:00+00:00"),
    ],
)
def test_when_it_may_go_out_and_must_be_gone(head: str, field: str, value: str | None) -> None:
    stated = getattr(record("nitf", nitf(head), file="x.xml", url=URL), field)
    assert (stated and stated.isoformat()) == value


def test_a_document_that_was_taken_back() -> None:
    source = nitf('<ed-msg info="Wrong quay"/>').replace(
        "<docdata>", '<docdata management-status="canceled">'
    )
    assert record("nitf", source, file="x.xml", url=URL).withdrawn == "canceled: Wrong quay"


def test_an_embargo_without_an_end_is_no_story_yet() -> None:
    source = nitf().replace("<docdata>", '<docdata management-status="embargoed">')
    assert rejection("nitf", source, file="x.xml", url=URL).code == "bad-embargo"


def test_lines_that_were_broken_at_a_width_are_joined() -> None:
    wrapped = (
        "<p>   The ferry sailed at noon from both of the quays after two days<br/>of storm, and the harbour office "
        "said that it would go on<br/>as before until the spring.</p>"
        "<p>   Fares stay as they are, the office said, and so do the hours at<br/>which tickets are sold.</p>"
    )
    found = record("nitf", nitf(body=wrapped), file="x.xml", url=URL)
    assert "<br>" not in found.body
    assert "two days of storm" in found.body
    poem = "<p>Раз,<br/>два,<br/>три.</p>"
    assert record("nitf", nitf(body=poem), file="x.xml", url=URL).body == "<p>Раз,<br>два,<br>три.</p>"


def test_media_without_an_address_are_left_out() -> None:
    body = '<p>Раз.</p><media media-type="image"><media-reference source="iJIJyyF0tiE"/></media>'
    found = record("nitf", nitf(body=body), file="x.xml", url=URL)
    assert (found.body, found.images) == ("<p>Раз.</p>", ())


def test_a_film_in_the_text() -> None:
    body = '<p>Раз.</p><media media-type="video"><media-reference source="https://c.example/v.mp4"/></media>'
    found = record("nitf", nitf(body=body), file="x.xml", url=URL)
    assert found.body == '<p>Раз.</p><figure><video src="https://c.example/v.mp4"></video></figure>'
    assert [video.url for video in found.videos] == ["https://c.example/v.mp4"]


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ('<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"/>', "no-nitf"),
        ("<rss/>", "no-nitf"),
        ("<x/>", "no-nitf"),
        ("<nitf><body></nitf>", "broken-xml"),
        (nitf(body=""), "no-story"),
        ("", "empty"),
    ],
)
def test_what_is_no_nitf(source: str, code: str) -> None:
    assert rejection("nitf", source, file="x.xml", url=URL).code == code
