"""Drafts to records: the first offer that makes sense wins, and what lost is known."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from drafting import CIRCUMSTANCES, draft, record, rejection, several

from feeds.article import Comments, Link, Place
from feeds.intake.draft import Circumstances, Draft
from feeds.intake.normalise import explain, normalise

LONG = "Вдоль дорожки поставили двадцать фонарей и десять скамеек, старые липы сохранили."


def test_the_smallest_record() -> None:
    article = record()
    assert article.id == article.url == "https://vestnik.example/2026/11/23/pristan"
    assert article.title == "У старой пристани зажгли фонари"
    assert article.published.isoformat() == "2026-11-23T10:00:00+03:00"
    assert article.body == ""
    assert article.origin is not None
    assert (article.origin.source, article.origin.kind, article.origin.file) == (
        "cms",
        "records",
        "wire.json",
    )
    assert article.origin.fields["title"] == "title#0"
    assert article.origin.fields["id"] == "url"


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("  Фонари \n у  пристани ", "Фонари у пристани"),
        ("<b>Фонари</b> &amp; скамейки", "Фонари & скамейки"),
        ("Фонари &amp;laquo;у пристани&amp;raquo;", "Фонари «у пристани»"),
        ("Фонари\x00\x08 у пристани\ufeff", "Фонари у пристани"),
        ("И\u0306од", "Йод"),
        ("Фонари у пристани — Приморский вестник", "Фонари у пристани"),
        ("Фонари у пристани | приморский вестник", "Фонари у пристани"),
        ("Фонари у пристани - «Приморский вестник»", "Фонари у пристани"),
        ("Фонари у пристани | vestnik.example", "Фонари у пристани"),
        ("Что пишет Приморский вестник", "Что пишет Приморский вестник"),
        ("Приморский вестник", "Приморский вестник"),
        ("Фонари — у пристани", "Фонари — у пристани"),
        ("1 < 2", "1 < 2"),
        ({"rendered": "Фонари &#8212; у пристани"}, "Фонари — у пристани"),
        (2026, "2026"),
    ],
)
def test_titles(said: Any, wanted: str) -> None:
    assert record(title=said).title == wanted


def test_the_sites_name_may_come_from_the_page() -> None:
    assert record(title="Фонари | Life.ru", site="Life.ru").title == "Фонари"
    assert record(title="Фонари | Другое", site="Life.ru").title == "Фонари | Другое"


@pytest.mark.parametrize(
    ("offers", "code", "words"),
    [
        ({"title": None}, "no-title", "no title"),
        ({"title": "<script>x()</script>"}, "no-title", "is empty"),
        ({"title": "т" * 30_000}, "no-title", "longer"),
        ({"url": None}, "no-url", "no address"),
        ({"url": "javascript:alert(1)"}, "no-url", "javascript"),
        ({"published": None}, "no-date", "no date"),
        ({"published": "недавно"}, "bad-date", "'недавно'"),
        ({"published": several("0000-00-00", "скоро")}, "bad-date", "0000-00-00"),
        ({"published": [{}]}, "bad-date", "a list"),
        ({"embargo": "после обеда"}, "bad-embargo", "embargo"),
        ({"expires": "никогда"}, "bad-expires", "expires"),
        ({"only": 5}, "bad-only", "only"),
        ({"except_": {"vk": 1}}, "bad-except", "except"),
        ({"title": None, "url": None, "published": None}, "no-url", "no title"),
    ],
)
def test_what_makes_no_record(offers: dict[str, Any], code: str, words: str) -> None:
    answer = rejection(**offers)
    assert answer.code == code
    assert words in answer.reason
    assert answer.file == "wire.json"


def test_the_address_given_for_the_file_serves_where_the_source_has_none() -> None:
    article = record(url=None, address="https://vestnik.example/p/1#x")
    assert article.url == article.id == "https://vestnik.example/p/1"
    assert (
        record(url="/a?utm_source=x", address="https://vestnik.example/p/1").url
        == "https://vestnik.example/a"
    )
    assert record(url="mailto:x", address="https://vestnik.example/p/1").url == "https://vestnik.example/p/1"


@pytest.mark.parametrize(("said", "wanted"), [(100501, "100501"), ("a\n b", "a b"), ("урна:1", "урна:1")])
def test_ids_stay_as_the_source_has_them(said: Any, wanted: str) -> None:
    assert record(id=said).id == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("23.11.2026 10:00", "2026-11-23T10:00:00+03:00"),
        (1795417200, "2026-11-23T07:00:00+00:00"),
        (1795417200000, "2026-11-23T07:00:00+00:00"),
        (20261123, "2026-11-23T00:00:00+03:00"),
        (datetime(2026, 11, 23, 10), "2026-11-23T10:00:00+03:00"),
        (date(2026, 11, 23), "2026-11-23T00:00:00+03:00"),
        ({"$date": "2026-11-23T07:00:00Z"}, "2026-11-23T07:00:00+00:00"),
        (several(True, "x", "2026-11-23"), "2026-11-23T00:00:00+03:00"),
    ],
)
def test_dates_of_publication(said: Any, wanted: str) -> None:
    assert record(published=said).published.isoformat() == wanted


def test_relative_dates_are_read_against_the_drafts_day() -> None:
    assert (
        record(published="вчера, 10:14", today="2026-11-24").published.isoformat()
        == "2026-11-23T10:14:00+03:00"
    )
    assert rejection(published="вчера, 10:14").code == "bad-date"
    assert rejection(published="вчера, 10:14", today="давно").code == "bad-date"


def test_updated_is_never_before_published() -> None:
    assert record(updated="2026-11-23T09:59:59+03:00").updated is None
    assert str(record(updated="2026-11-23T10:20:00+03:00").updated) == "2026-11-23 10:20:00+03:00"
    assert str(record(updated=several("2025-01-01", "2027-01-01")).updated) == "2027-01-01 00:00:00+03:00"


def test_bodies_of_markup() -> None:
    article = record(html="<p>Раз.</p><script>x()</script><p onclick='x()'>Два &amp; три.</p>")
    assert article.body == "<p>Раз.</p><p>Два &amp; три.</p>"


def test_markup_goes_before_text_and_nothing_goes_to_the_next() -> None:
    assert record(html="<p>Раз.</p>", text="Два.").body == "<p>Раз.</p>"
    assert record(html="<script>x()</script>", text="Два.").body == "<p>Два.</p>"
    assert record(html=several("<!-- -->", "<p>Три.</p>")).body == "<p>Три.</p>"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Раз.\n\nДва.", "<p>Раз.</p><p>Два.</p>"),
        ("Раз.\r\nДва.", "<p>Раз.</p><p>Два.</p>"),
        ("Раз.\nДва.\n\nТри.", "<p>Раз.<br>Два.</p><p>Три.</p>"),
        ("1 < 2 & 3 > 2", "<p>1 &lt; 2 &amp; 3 &gt; 2</p>"),
        ("Раз.\x00\u2028Два.]]>", "<p>Раз.</p><p>Два.]]&gt;</p>"),
        ("Нужно:\n\n• хлеб\n• соль", "<p>Нужно:</p><ul><li>хлеб</li><li>соль</li></ul>"),
        (
            "Вдоль дорожки поставили двадцать фонарей и скамеек,\nстарые липы сохранили.\n\nКонец.",
            "<p>Вдоль дорожки поставили двадцать фонарей и скамеек, старые липы сохранили.</p><p>Конец.</p>",
        ),
    ],
)
def test_bodies_of_text(text: str, wanted: str) -> None:
    assert record(text=text).body == wanted


def test_a_lead_may_repeat_the_text_but_not_the_title() -> None:
    article = record(lead=LONG, html=f"<p>{LONG}</p>")
    assert (article.lead, article.body) == (LONG, f"<p>{LONG}</p>")
    assert record(lead="У старой пристани зажгли фонари").lead is None
    assert record().lead is None


@pytest.mark.parametrize(
    ("said", "text", "wanted"),
    [
        ("ru_RU", "", "ru-RU"),
        ("EN", "", "en"),
        ("zh-hant-tw", "", "zh-Hant-TW"),
        ("Русский", "", "ru"),
        ("ничего подобного", LONG, "ru"),
        ("und", LONG, "ru"),
        (None, LONG, "ru"),
        (None, "Уздоўж дарожкі паставілі дваццаць ліхтароў, старыя ліпы захавалі.", "be"),
        (None, "Уздовж доріжки поставили двадцять ліхтарів, старі липи зберегли.", "uk"),
        (None, "Вдоль дорожки гуляют. «Ліхтар» — так по-украински называется фонарь, объяснили нам.", "ru"),
    ],
)
def test_languages(said: Any, text: str, wanted: str) -> None:
    assert record(language=said, text=text).language == wanted


def test_code_tells_no_language() -> None:
    markup = "<p>Настройка сборки для больших проектов</p><pre>" + "module.exports = {} ;" * 50 + "</pre>"
    assert record(Circumstances(language="en"), html=markup).language == "ru"


def test_the_outlets_language_decides_where_letters_do_not() -> None:
    def of(usual: str | None, text: str) -> str | None:
        return record(Circumstances(language=usual), title="Title", text=text).language

    bulgarian = "По протежение на алеята поставиха двайсет фенера, старите липи бяха запазени."
    assert of("bg", bulgarian) == "bg"
    assert of("ru-RU", LONG) == "ru-RU"
    assert of("en", LONG) == "ru"
    assert of("nb", "Tjue nye lykter ble tent ved den gamle brygga.") == "nb"
    assert of(None, "Tjue nye lykter ble tent ved den gamle brygga.") is None


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("парки, Свет; парки,ПАРКИ", ("парки", "Свет")),
        (["#парки", "  свет ", "", "Парки", 5], ("парки", "свет", "5")),
        ([{"name": "парки"}, {"title": "свет"}], ("парки", "свет")),
        (["Ростов, город"], ("Ростов, город",)),
        ([" ", "т" * 500], ()),
    ],
)
def test_tags(said: Any, wanted: tuple[str, ...]) -> None:
    assert record(tags=said).tags == wanted


def test_sections() -> None:
    assert record(section=[{"name": "Город"}, {"name": "Спорт"}]).section == "Город"
    assert record(Circumstances(section="Разное")).section == "Разное"
    assert record(Circumstances(section="Разное"), section="Город").section == "Город"


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Интервью", "interview"),
        ("LiveBlogPosting", "live"),
        (["NewsArticle", "OpinionNewsArticle"], "opinion"),
        ("message", "message"),
        ("сонет", None),
        (["NewsArticle"], None),
    ],
)
def test_genres(said: Any, wanted: str | None) -> None:
    assert record(genre=said).genre == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [("18+", "adult"), ("12+", "nonadult"), (16, "nonadult"), (True, "adult"), ("?", None)],
)
def test_ratings(said: Any, wanted: str | None) -> None:
    assert record(rating=said).rating == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Приморск", Place(name="Приморск")),
        (
            {"name": "Приморск", "lat": "55,75", "lng": 37.62},
            Place(name="Приморск", latitude=55.75, longitude=37.62),
        ),
        ({"geo": {"latitude": 1, "longitude": 2}}, Place(latitude=1.0, longitude=2.0)),
        ({"name": "Приморск", "latitude": 95, "longitude": 0}, Place(name="Приморск")),
        ({"name": "Приморск", "latitude": "nan", "longitude": 0}, Place(name="Приморск")),
        ({"latitude": 5}, None),
        ([], None),
    ],
)
def test_places(said: Any, wanted: Place | None) -> None:
    assert record(place=said).place == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (0, Comments(count=0)),
        ("15", Comments(count=15)),
        ({"count": "3", "url": "/p#c"}, Comments(count=3, url="https://vestnik.example/p#c")),
        ([{"text": "Да"}, {"text": "Нет"}], Comments(count=2)),
        (-1, None),
        ("много", None),
    ],
)
def test_comments(said: Any, wanted: Comments | None) -> None:
    assert record(comments=said).comments == wanted


def test_related_translations_and_channels() -> None:
    article = record(
        related=[
            "/2",
            "Без адреса",
            {"headline": "Три", "link": "https://other.example/3", "image": {"url": "/3.jpg"}},
            {},
        ],
        translations={"en": "/en/1", "de": {"url": "/de/1", "title": "Laternen"}, "fr": None},
        channels={"vk": "https://vk.example/vestnik"},
    )
    assert article.related == (
        Link(url="https://vestnik.example/2"),
        Link(title="Без адреса"),
        Link(url="https://other.example/3", title="Три", image="https://vestnik.example/3.jpg"),
    )
    assert [(link.language, link.url) for link in article.translations] == [
        ("en", "https://vestnik.example/en/1"),
        ("de", "https://vestnik.example/de/1"),
    ]
    assert article.channels == (Link(url="https://vk.example/vestnik", title="vk"),)


def test_what_restricts_a_story() -> None:
    article = record(
        embargo="2026-11-24 06:00",
        expires="2026-12-01",
        withdrawn="По просьбе героя",
        only="RSS, atom",
        except_=["VK", "vk"],
        free="no",
        rights="<i>© Вестник</i>",
    )
    assert str(article.embargo) == "2026-11-24 06:00:00+03:00"
    assert str(article.expires) == "2026-12-01 00:00:00+03:00"
    assert (article.withdrawn, article.only, article.except_) == (
        "По просьбе героя",
        ("rss", "atom"),
        ("vk",),
    )
    assert (article.free, article.rights) == (False, "© Вестник")
    assert (record(withdrawn=True).withdrawn, record(withdrawn=False).withdrawn) == ("withdrawn", None)


def test_explaining_tells_what_lost_and_why() -> None:
    made = draft(title=several("", "<br>", "Фонари", "Лампы"), tags="а, б")
    made.note("line 7", "a button")
    explanation = explain(made, CIRCUMSTANCES)
    title = next(choice for choice in explanation.choices if choice.field == "title")
    assert (title.value, title.where) == ("Фонари", "title#2")
    assert [(loss.offer.where, loss.reason) for loss in title.losses] == [
        ("title#1", "is empty"),
        ("title#3", "a better offer was taken"),
    ]
    assert [note.said for note in explanation.notes] == ["a button"]
    assert explanation.result == normalise(made, CIRCUMSTANCES)


def test_explaining_a_rejection() -> None:
    explanation = explain(draft(published="завтра", tags="а"), CIRCUMSTANCES)
    assert {choice.field for choice in explanation.choices} >= {"published", "title", "tags"}
    assert explanation.result == normalise(draft(published="завтра", tags="а"), CIRCUMSTANCES)


def test_a_draft_without_anything() -> None:
    answer = normalise(Draft(kind="text"), CIRCUMSTANCES)
    assert "no address" in str(answer)
    assert "no title" in str(answer)
    assert "no date" in str(answer)
