"""Which language a text is in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire.language import code, guessed, language

SENTENCES = {
    "en": "Iran has told its allies to stand down, officials said on Friday.",
    "de": "Der Präsident hat am Montag erklärt, dass die Truppen nicht aus der Region abgezogen werden.",
    "fr": "Le président a déclaré lundi que les troupes ne seraient pas retirées de la région.",
    "es": "El presidente dijo el lunes que las tropas no se retirarán de la región.",
    "pt": "O presidente disse na segunda-feira que as tropas não serão retiradas da região.",
    "it": "Il presidente ha detto lunedì che le truppe non saranno ritirate dalla regione.",
    "nl": "De president zei maandag dat de troepen niet uit het gebied worden teruggetrokken.",
    "sv": "Presidenten sade på måndagen att trupperna inte ska dras tillbaka från området.",
    "pl": "Prezydent powiedział w poniedziałek, że wojska nie zostaną wycofane z regionu.",
    "tr": "Cumhurbaşkanı pazartesi günü askerlerin bölgeden çekilmeyeceğini ve bu kararı söyledi.",
    "ro": "Președintele a declarat luni că trupele nu vor fi retrase din regiune și că decizia este finală.",
    "hu": "Az elnök hétfőn azt mondta, hogy a csapatokat nem vonják ki a térségből.",
    "id": "Presiden mengatakan pada hari Senin bahwa pasukan tidak akan ditarik dari wilayah itu.",
    "vi": "Tổng thống cho biết hôm thứ Hai rằng quân đội sẽ không được rút khỏi khu vực này.",
    "ru": "Президент заявил в понедельник, что войска не будут выведены из региона.",
    "uk": "Президент заявив у понеділок, що війська не будуть виведені з регіону.",
    "ar": "قال الرئيس يوم الاثنين إن القوات لن تنسحب من المنطقة",
    "fa": "رئیس جمهور روز دوشنبه گفت که نیروها از منطقه خارج نخواهند شد",
    "he": "הנשיא אמר ביום שני כי הכוחות לא ייסוגו מהאזור",
    "el": "Ο πρόεδρος είπε τη Δευτέρα ότι τα στρατεύματα δεν θα αποσυρθούν",
    "hi": "राष्ट्रपति ने सोमवार को कहा कि सैनिकों को क्षेत्र से वापस नहीं बुलाया जाएगा",
    "zh": "总统周一表示，部队不会从该地区撤出",
    "ja": "大統領は月曜日、部隊は地域から撤退しないと述べた",
    "ko": "대통령은 월요일 군대가 철수하지 않을 것이라고 말했다",
    "th": "ประธานาธิบดีกล่าวเมื่อวันจันทร์ว่ากองทหารจะไม่ถอนตัว",
    "ka": "პრეზიდენტმა ორშაბათს განაცხადა",
}


@pytest.mark.parametrize("expected", SENTENCES)
def test_a_sentence_is_enough(expected):
    found = guessed(SENTENCES[expected])

    assert found.language == expected
    assert found.sure


@pytest.mark.parametrize("text", ["", "URGENT", "Paris", "12:30 - 4", "Macron, Erdoğan, Sánchez", "“…”"])
def test_too_little_to_tell_is_english_but_not_surely(text):
    found = guessed(text)

    assert found.language == "en"
    assert not found.sure


def test_english_full_of_foreign_names_is_english():
    text = (
        "Erdoğan and Kılıçdaroğlu said that the talks in Diyarbakır and Şırnak had failed, Anadolu reported."
    )

    assert guessed(text).language == "en"


def test_a_foreign_quotation_does_not_turn_an_english_report():
    text = f"{SENTENCES['en']} “{SENTENCES['ar']}” he wrote, and it was read to all who had come."

    assert guessed(text).language == "en"


def test_the_declared_language_stands_where_the_text_does_not_tell():
    assert language("Paris", "fr-FR") == ("fr", ())
    assert language(SENTENCES["en"], "en_GB") == ("en", ())


def test_the_text_is_believed_against_a_template():
    found, notes = language(SENTENCES["ar"], "en")

    assert found == "ar"
    assert notes[0].what == "language"
    assert "declared en" in notes[0].why


def test_what_is_no_code_declares_nothing():
    assert code("en-GB") == "en"
    assert code("zh_Hans") == "zh"
    assert code("English, mostly") is None
    assert code("") is None
    assert code(None) is None


@given(st.text())
def test_every_text_has_a_language(text):
    assert 2 <= len(guessed(text).language) <= 3


@pytest.mark.parametrize(
    "text",
    [
        "Lt. Gen. Prosper Avril resigned yesterday to allow the first elections to take place.",
        "A truce agreed by local commanders on Saturday night lasted barely a day.",
        "To go or not to go: a rebel to a reporter.",
    ],
)
def test_one_word_again_and_again_is_no_language(text):
    assert guessed(text).language == "en"
