import pytest
from hypothesis import given
from hypothesis import strategies as st

from discovery.analysis.fold import fold
from discovery.analysis.han import han_forms

SAME_WORD = {
    "case": ("Laskar", "laskar"),
    "accent, composed": ("Café", "cafe"),
    "accent, decomposed": ("Cafe\u0301", "cafe"),
    "romanised Arabic with ayn, hamza and dots": ("ʿAbd al-Raḥmān", "abd al-rahman"),
    "ayn as a quotation mark": ("Qur‘an", "quran"),
    "typewriter apostrophe": ("Qur'an", "quran"),
    "romanised Cyrillic with ligature ties": ("T︠S︡iolkovskiĭ", "tsiolkovskii"),
    "German sharp s": ("Straße", "strasse"),
    "Polish, Danish and French letters": ("Łódź Ørsted œuvre Ærø", "lodz orsted oeuvre aero"),
    "Turkish dotted capital i": ("İSTANBUL", "istanbul"),
    "Turkish dotless i": ("ışık", "isik"),
    "Arabic with vowels": ("العَرَبِيَّة", "العربيه"),
    "Arabic hamza forms": ("أإآٱ", "اااا"),
    "Arabic alef maqsura": ("موسى", "موسي"),
    "Arabic tatweel": ("كتـــاب", "كتاب"),
    "Persian letters": ("کتاب فارسی", "كتاب فارسي"),
    "Arabic-Indic and Persian digits": ("٢٠١٩ ۱۳۹۸", "2019 1398"),
    "Hebrew points": ("שָׁלוֹם", "שלום"),
    "half-width kana": ("ﾄｳｷｮｳ", "トウキョウ"),
    "half-width voiced kana": ("ｶﾞｲﾄﾞ", "ガイド"),
    "full-width Latin": ("ＡＢＣ１", "abc1"),
    "Chinese, traditional": ("圖書館學", "图书馆学"),
    "Chinese, two characters that became one": ("發現頭髮", "发现头发"),
    "Japanese forms of Han characters": ("図書館 駅 辺", "图书馆 驿 边"),
    "a Japanese form that stands for several": ("弁", "弁"),
    "a compatibility ideograph": ("\uf9d8", "律"),
    "Hangul in parts": ("한글", "한글"),
    "soft hyphen and joiners": ("kata\u00adlog می\u200cخواهم", "katalog ميخواهم"),
    "final sigma": ("Σίσυφος", "σισυφοσ"),
    "Russian yo": ("Ёлка", "елка"),
    "ligature": ("ﬁlm", "film"),
    "fraction": ("½", "1 2"),
}


@pytest.mark.parametrize(("written", "folded"), SAME_WORD.values(), ids=SAME_WORD.keys())
def test_fold_brings_spellings_of_one_word_together(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_fold_keeps_the_marks_that_are_letters() -> None:
    assert [fold(word) for word in ("ガキ", "किताब", "ภาษาไทย")] == ["ガキ", "किताब", "ภาษาไทย"]


@given(st.text())
def test_fold_of_a_folded_text_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_fold_of_every_han_form_stays_one_character() -> None:
    forms = han_forms()
    assert len(forms) > 3_000
    assert {form for form in forms.values() if len(form) != 1 or fold(form) != form} == set()
