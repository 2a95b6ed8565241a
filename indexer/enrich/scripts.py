"""Languages that their writing gives away, without statistics and in microseconds."""

from collections.abc import Callable

# First and last code point of a block, and the script's name. Latin is no block here: it gives nothing away.
_BLOCKS: tuple[tuple[int, int, str], ...] = (
    (0x0370, 0x03FF, "greek"), (0x0400, 0x052F, "cyrillic"), (0x0530, 0x058F, "armenian"),
    (0x0590, 0x05FF, "hebrew"), (0x0600, 0x06FF, "arabic"), (0x0750, 0x077F, "arabic"),
    (0x0900, 0x097F, "devanagari"), (0x0980, 0x09FF, "bengali"), (0x0B80, 0x0BFF, "tamil"),
    (0x0E00, 0x0E7F, "thai"), (0x0E80, 0x0EFF, "lao"), (0x0F00, 0x0FFF, "tibetan"), (0x1000, 0x109F, "burmese"),
    (0x10A0, 0x10FF, "georgian"), (0x1100, 0x11FF, "hangul"), (0x1200, 0x137F, "ethiopic"), (0x1780, 0x17FF, "khmer"),
    (0x1A00, 0x1A1F, "lontara"), (0x1B00, 0x1B7F, "balinese"), (0x1B80, 0x1BBF, "sundanese"),
    (0x1BC0, 0x1BFF, "batak"), (0x1F00, 0x1FFF, "greek"), (0x3040, 0x30FF, "kana"), (0x31F0, 0x31FF, "kana"),
    (0x3400, 0x9FFF, "han"), (0xA980, 0xA9DF, "javanese"), (0xAC00, 0xD7AF, "hangul"), (0xF900, 0xFAFF, "han"),
    (0xFB50, 0xFEFC, "arabic"), (0xFF66, 0xFF9F, "kana"),
)  # fmt: skip
_ONE_LANGUAGE = {
    "greek": "el", "armenian": "hy", "bengali": "bn", "tamil": "ta", "thai": "th", "lao": "lo", "tibetan": "bo",
    "burmese": "my", "georgian": "ka", "hangul": "ko", "ethiopic": "am", "khmer": "km", "lontara": "bug",
    "balinese": "ban", "sundanese": "su", "batak": "btk", "kana": "ja", "javanese": "jv",
}  # fmt: skip
# Letters that one language of a shared script has and its neighbours don't, most telling first.
_TELLING: dict[str, tuple[tuple[str, str], ...]] = {
    "arabic": (("ڠڽۏݢڤ", "ms"), ("ٹڈڑےںھ", "ur"), ("پچژگ", "fa")),
    "cyrillic": (("іїєґ", "uk"), ("ђћџљњј", "sr"), ("ыэё", "ru")),
    "hebrew": (("ײװױ", "yi"),),
    # Characters as Japan simplified them in 1946, and China neither before nor after; and those that China alone did.
    "han": (
        ("図広戦対伝訳読続絵経覚総験拡観権検険剣県圏栄営仮塩沢釈駅顕鉄薬楽歴変単労実発辺蔵恵囲関両帰様", "ja"),
        ("们这说习书东车门马见贝语论记业义汉华话讲议设计济战图馆龙鸟鱼飞丛亚乡应开术园师选编译词诗经", "zh"),
    ),
}
# Yiddish writes "e" with ayin: one letter in ten, in Hebrew one in thirty.
_AYIN, _YIDDISH_SHARE, _ENOUGH_HEBREW = "ע", 0.07, 12
# Languages that share a script: the first is the likeliest, unless the partner's own records say otherwise.
_SHARED: dict[str, tuple[str, ...]] = {
    "arabic": ("ar", "fa", "ur", "ota", "ms"),
    "cyrillic": ("ru", "uk", "bg", "sr", "mk", "be"),
    "hebrew": ("he", "yi"),
    "devanagari": ("hi", "ne", "mr", "sa"),
}


def language_of_script(
    text: str, count: Callable[[str], int], han: Callable[[], str | None] = lambda: None
) -> str | None:
    """The language that the writing of `text` tells; None when it is Latin, or too little of it is not.

    `count` says how many of the partner's coded records are in a language: between languages that share a script it
    decides where no letter does. Of Han characters `han` does: neither language is the likelier by itself.
    """
    if text.isascii():
        return None
    scripts: dict[str, int] = {}
    for character in text:
        if character > "\u036f" and character.isalpha():
            script = _script(ord(character))
            scripts[script] = scripts.get(script, 0) + 1
    scripts.pop("", None)
    if not scripts:
        return None
    if "kana" in scripts:  # Japanese is written with Han too; the reverse isn't so
        return "ja" if scripts["kana"] > 1 or _has_letter_of("ja", "han", text) else None
    script = max(scripts, key=lambda name: (scripts[name], name))
    if scripts[script] < 2:
        return None
    return (
        _ONE_LANGUAGE.get(script)
        or _told_by_letters(script, text)
        or (han() if script == "han" else _among_sharers(script, text, count))
    )


def _has_letter_of(language: str, script: str, text: str) -> bool:
    return any(letter in text for letters, own in _TELLING[script] if own == language for letter in letters)


def _script(code: int) -> str:
    for first, last, name in _BLOCKS:
        if code <= last:
            return name if code >= first else ""
    return ""


def _told_by_letters(script: str, text: str) -> str | None:
    for letters, language in _TELLING.get(script, ()):
        if any(letter in text for letter in letters):
            return language
    return None


def _among_sharers(script: str, text: str, count: Callable[[str], int]) -> str:
    letters_only = [letter for letter in text if letter.isalpha() and letter > "\u036f"]
    if script == "hebrew" and len(letters_only) >= _ENOUGH_HEBREW:
        return "yi" if letters_only.count(_AYIN) / len(letters_only) >= _YIDDISH_SHARE else "he"
    languages = _SHARED[script]
    return max(languages, key=lambda language: (count(language), -languages.index(language)))
