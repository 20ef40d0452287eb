"""Dumps of pages: the story is found, and every line that is not text is known for what it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.article import Article
from feeds.intake.draft import Circumstances, Draft, Rejection
from feeds.intake.normalise import explain
from feeds.intake.normalise.choice import Choice
from feeds.intake.read import drafts, read

CIRCUMSTANCES = Circumstances(
    timezone="Europe/Moscow", url="https://vestnik.example/p/{stem}", site="Приморский вестник"
)

FIRST = "Вдоль дорожки у старой пристани поставили двадцать фонарей, рассказали в дирекции парка."
SECOND = "Работы заняли четыре месяца и закончились раньше срока, а старые липы удалось сохранить."
THIRD = "Весной у пристани откроют прокат велосипедов и лодок, обещают в мэрии города."

PAGE = f""" date 2026-11-23 Погода
«Берёзовая роща»
Дороги города

Издаётся при финансовой поддержке городского комитета по печати

Город
23 ноября, 10:14

У старой пристани зажгли фонари

{FIRST}

«Ждали три года», — сказала Анна.

Паромы перешли на зимнее расписание
Паромы перешли на зимнее расписание

Видео © Пресс-служба парка

{SECOND}

Что дальше

{THIRD}

Дворы, парки и дороги — всё это в разделе «Город» на vestnik.example.

Каток на площади зальют в декабре?
Каток на площади зальют в декабре?
BannerImage

Обложка © Пресс-служба парка

Анна Примерова
  • Новости
  • парки
  • Свет
    • Подписаться на «Вестник»
    • yanews
    • Google Новости
    • vk
    Комментарий
    7
    avatar"""


def story(text: str, circumstances: Circumstances = CIRCUMSTANCES) -> Article:
    [answer] = read("text", text.encode(), file="dumps/fonari.txt", circumstances=circumstances)
    assert isinstance(answer, Article), answer
    return answer


def notes(text: str) -> dict[str, str]:
    [draft] = drafts("text", text.encode(), file="fonari.txt", circumstances=CIRCUMSTANCES)
    assert isinstance(draft, Draft)
    return {note.where: note.said for note in draft.notes}


def body(*paragraphs: str) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def page(
    *lines: str, date: str = "23 ноября 2026, 10:14", title: str = "У старой пристани зажгли фонари"
) -> str:
    return "\n\n".join([date, title, *lines])


def test_a_whole_page() -> None:
    article = story(PAGE)
    assert article.url == "https://vestnik.example/p/fonari"
    assert article.title == "У старой пристани зажгли фонари"
    assert article.published.isoformat() == "2026-11-23T10:14:00+03:00"
    assert article.section == "Город"
    assert article.lead is None
    assert article.body == body(FIRST, "«Ждали три года», — сказала Анна.", SECOND, "Что дальше", THIRD)
    assert [person.name for person in article.authors] == ["Анна Примерова"]
    assert article.tags == ("Новости", "парки", "Свет")
    assert [link.title for link in article.related] == [
        "Паромы перешли на зимнее расписание",
        "Каток на площади зальют в декабре?",
    ]
    assert [link.title for link in article.channels] == ["Яндекс Новости", "Google Новости", "ВКонтакте"]
    assert article.comments is not None
    assert article.comments.count == 7
    assert article.images == ()
    assert article.language == "ru"


def test_every_line_that_is_no_text_is_told_of() -> None:
    said = notes(PAGE)
    assert "credit" in said["line 19"]
    assert "about itself" in said["line 27"]
    assert "said twice" in said["line 16"]
    assert '"avatar"' in said[f"line {len(PAGE.splitlines())}"]


def test_where_each_field_stood() -> None:
    origin = story(PAGE).origin
    assert origin is not None
    fields = origin.fields
    assert (fields["title"], fields["published"], fields["authors"]) == ("line 10", "line 8", "line 35")


def test_the_day_of_the_dump_gives_the_year() -> None:
    assert (
        story(PAGE.replace("2026-11-23", "2021-01-05")).published.isoformat() == "2020-11-23T10:14:00+03:00"
    )
    assert story(PAGE.replace("23 ноября, 10:14", "вчера в 10:14")).published.day == 22


def test_the_day_of_the_dump_stands_in_for_a_date() -> None:
    article = story(PAGE.replace("23 ноября, 10:14", "Прогулки"))
    assert article.published.isoformat() == "2026-11-23T00:00:00+03:00"
    assert article.title == "У старой пристани зажгли фонари"


def test_no_date_at_all() -> None:
    [answer] = read("text", f"Фонари\n\n{FIRST}".encode(), file="a.txt", circumstances=CIRCUMSTANCES)
    assert isinstance(answer, Rejection)
    assert answer.code == "no-date"


def test_a_title_on_the_dumps_first_line() -> None:
    head = " date 2026-11-23 Фонари у пристани | Вестник\nГород\nСпорт"
    text = f"{head}\n\nФонари у пристани\n\n23.11.2026 10:14\n\n{FIRST}"
    article = story(text)
    assert (article.title, article.body) == ("Фонари у пристани", body(FIRST))
    assert article.published.isoformat() == "2026-11-23T10:14:00+03:00"


def test_another_date_on_the_page_is_not_the_storys() -> None:
    head = " date 2026-11-22 Погода\nвторник, 24 ноября 2026, 00:03"
    text = f"{head}\n\nФонари у пристани зажгли\n\n22.11.2026 23:32\n\n{FIRST}"
    assert story(text).published.isoformat() == "2026-11-22T23:32:00+03:00"


def test_a_line_below_the_headline_is_the_lead() -> None:
    article = story(page("Двадцать огней и десять скамеек", FIRST))
    assert (article.lead, article.body) == ("Двадцать огней и десять скамеек", body(FIRST))


@pytest.mark.parametrize("line", ["архив", "Приморск", "Рейтер"])
def test_a_short_line_below_the_headline_is_neither_lead_nor_text(line: str) -> None:
    article = story(page(line, FIRST))
    assert (article.lead, article.body, article.authors) == (None, body(FIRST), ())


@pytest.mark.parametrize(
    "lines",
    [
        ("Анна Примерова", FIRST, SECOND),
        (FIRST, SECOND, "Анна Примерова"),
        (FIRST, SECOND, "Автор: Анна Примерова"),
        (FIRST, SECOND, "Текст: Анна Примерова", "Иван Петров"),
        (FIRST, SECOND, "Авторы:", "Анна Примерова", "Парки Пристань Фонари Скамейки"),
        ("By Anna Primerova", FIRST, SECOND),
    ],
)
def test_bylines(lines: tuple[str, ...]) -> None:
    article = story(page(*lines))
    assert [person.name for person in article.authors] in (["Анна Примерова"], ["Anna Primerova"])
    assert article.body == body(FIRST, SECOND)


def test_names_behind_other_lines_are_nobodys() -> None:
    assert story(page(FIRST, "Пристань и парк", "Анна Примерова")).authors == ()


@pytest.mark.parametrize(
    "line",
    [
        "Подписывайтесь на наш телеграм-канал",
        "Больше новостей — в нашем Telegram-канале",
        "Следите за новостями в нашем канале в MAX!",
        "Subscribe to our newsletter",
        "Поделиться",
        "Реклама",
        "Фото: Иван Петров",
        "Фото © Иван Петров / Вестник",
        "© Вестник",
        "16+",
        "Просмотров: 1 237",
        "Выйти из полноэкранного режима",
        "Реклама. ООО «Пример». erid 2Vtzq",
    ],
)
def test_furniture_is_no_text_wherever_it_stands(line: str) -> None:
    for lines in ((line, FIRST, SECOND), (FIRST, line, SECOND), (FIRST, SECOND, line)):
        article = story(page(*lines))
        assert article.body == body(FIRST, SECOND)
        assert article.related == ()


@pytest.mark.parametrize(
    "line",
    [
        "Подписаться под обращением успели тысяча двести человек, сообщили организаторы.",
        "Видео: как это было и чем всё закончилось, расскажут очевидцы.",
        "Все документы опубликованы на сайте мэрии.",
        "Поделиться воспоминаниями о пристани может любой житель города.",
        "Реклама на набережной запрещена.",
        "— Три трона стоят, — сказал он.",
        "Читайте книги!",
        "Автор проекта — местный архитектор.",
        "Комментарий мэра короток: работы продолжатся.",
        "Будет светло.",
    ],
)
def test_sentences_are_text_whatever_they_begin_with(line: str) -> None:
    assert story(page(FIRST, line, SECOND)).body == body(FIRST, line, SECOND)
    assert story(page(FIRST, SECOND, line)).body == body(FIRST, SECOND, line)


@pytest.mark.parametrize(
    "line",
    [
        "Читайте также: Паромы перешли на зимнее расписание",
        "Читайте ещё — «Паромы перешли на зимнее расписание»",
        "По теме: Паромы перешли на зимнее расписание",
        "Read also: Паромы перешли на зимнее расписание",
        "Читайте также:\nПаромы перешли на зимнее расписание",
        "Паромы перешли на зимнее расписание\nПаромы перешли на зимнее расписание",
    ],
)
def test_other_stories_are_related_not_text(line: str) -> None:
    article = story(page(FIRST, line, SECOND))
    assert article.body == body(FIRST, SECOND)
    assert [link.title for link in article.related] == ["Паромы перешли на зимнее расписание"]


def test_captions_of_pictures_are_no_text() -> None:
    caption = "Фонари у пристани вечером"
    for lines in (
        (caption, "Фото: Иван Петров"),
        (caption, "Фото: Иван Петров", caption, "Фото: Иван Петров"),
        (caption, "Фото: Иван Петров", caption),
    ):
        article = story(page(FIRST, *lines, SECOND))
        assert (article.body, article.related) == (body(FIRST, SECOND), ())


def test_a_paragraph_said_twice_is_kept_once() -> None:
    assert story(page(FIRST, f"{SECOND}\n{SECOND}")).body == body(FIRST, SECOND)


def test_pictures_whose_address_is_there() -> None:
    article = story(page("https://vestnik.example/img/1.jpg", FIRST, SECOND, "Обложка © Пресс-служба парка"))
    assert [(image.url, image.credit) for image in article.images] == [
        ("https://vestnik.example/img/1.jpg", "Пресс-служба парка")
    ]


def test_lists_inside_the_text_and_keywords_below_it() -> None:
    article = story(page(FIRST, "• хлеб\n• соль", SECOND, "• парки\n• свет"))
    assert article.body == f"<p>{FIRST}</p><ul><li>хлеб</li><li>соль</li></ul><p>{SECOND}</p>"
    assert article.tags == ("парки", "свет")
    assert story(page(FIRST, "Теги: парки, Свет")).tags == ("парки", "Свет")


@pytest.mark.parametrize(
    ("line", "count"),
    [("7", 7), ("0", 0), ("²", None), ("١٢", None), ("④", None), ("9" * 5000, None), ("1234567", None)],
)
def test_the_number_below_a_label_counts_the_comments(line: str, count: int | None) -> None:
    comments = story(page(FIRST, SECOND, "Комментарии", line)).comments
    assert (comments.count if comments else None) == count


def test_the_story_ends_where_the_page_goes_on() -> None:
    menu = "\n\n".join(f"Заголовок другой новости {n}" for n in range(6))
    for end in ("Самое читаемое", "Актуально", "Что ещё почитать", ""):
        article = story(page(FIRST, SECOND, end, menu, THIRD))
        assert article.body == body(FIRST, SECOND)


def test_lines_broken_at_a_width_are_whole_again() -> None:
    words = f"{FIRST} {SECOND}".split()
    lines, current = [], ""
    for word in words:
        if len(f"{current} {word}") > 64:
            lines.append(current)
            current = word
        else:
            current = f"{current} {word}".strip()
    assert story(page("\n".join([*lines, current]), THIRD)).body == body(f"{FIRST} {SECOND}", THIRD)


def test_an_english_page() -> None:
    text = page(
        "Twenty lamps were lit along the old pier on Monday, the park's directorate said in a statement.",
        "The work took four months.",
        "Read more: Ferries switch to the winter timetable",
        "Sign up for our newsletter",
        "Most read",
        "Another headline that has nothing to do with it",
        date="Nov. 23, 2026 10:14 a.m. ET",
        title="Lamps lit at the old pier",
    )
    article = story(text)
    assert article.published.isoformat() == "2026-11-23T10:14:00-05:00"
    assert article.body.count("<p>") == 2
    assert [link.title for link in article.related] == ["Ferries switch to the winter timetable"]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "empty"), (b"\n \n", "empty"), (b"%PDF-1.7", "not-text"), (b"a" * (4 * 2**20 + 1), "too-large")],
)
def test_what_is_no_dump(data: bytes, code: str) -> None:
    [answer] = read("text", data, file="a.txt", circumstances=CIRCUMSTANCES)
    assert isinstance(answer, Rejection)
    assert (answer.code, answer.file) == (code, "a.txt")


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-16"])
def test_dumps_in_other_encodings(encoding: str) -> None:
    plain = PAGE.replace("©", "(c)").replace("«", '"').replace("»", '"').replace("—", "-").replace("•", "*")
    [answer] = read("text", plain.encode(encoding), file="a.txt", circumstances=CIRCUMSTANCES)
    assert isinstance(answer, Article)
    assert answer.title == "У старой пристани зажгли фонари"


LINES = st.lists(
    st.sampled_from(
        [
            *PAGE.split("\n"),
            "Теги:",
            "Авторы:",
            "•",
            "- x",
            "Читайте также:",
            "© 2026 Вестник",
            "Комментарии",
            "²",
        ]
    )
    | st.text(max_size=30),
    max_size=25,
)


@given(LINES)
def test_no_lines_make_it_raise_and_every_choice_is_explained(lines: list[str]) -> None:
    data = "\n".join(lines).encode("utf-8", "surrogatepass")
    for draft in drafts("text", data, file="a.txt", circumstances=CIRCUMSTANCES):
        if isinstance(draft, Draft):
            explanation = explain(draft, CIRCUMSTANCES)
            assert all(isinstance(choice, Choice) for choice in explanation.choices)


@given(st.lists(st.sampled_from([FIRST, SECOND, THIRD]), min_size=1, max_size=6))
def test_paragraphs_that_are_told_apart_are_all_kept_in_order(paragraphs: list[str]) -> None:
    numbered = [f"{n}-й абзац. {text}" for n, text in enumerate(paragraphs, 1)]
    assert story(page(*numbered)).body == body(*numbered)
