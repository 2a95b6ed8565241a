"""Countries: from MARC's codes for places to ISO 3166, and back."""

from functools import lru_cache

# https://www.loc.gov/marc/countries/countries_code.html, withdrawn codes included, and
# INDOMARC's "jki" (Jakarta). Places below a country are not listed: `_BY_LAST_LETTER` has them.
_COUNTRIES = {
    "aa": "AL", "ae": "DZ", "af": "AF", "ag": "AR", "ai": "AM", "air": "AM", "aj": "AZ", "ajr": "AZ",
    "am": "AI", "an": "AD", "ao": "AO", "aq": "AG", "as": "AS", "at": "AU", "au": "AT", "aw": "AW", "ay": "AQ",
    "ba": "BH", "bb": "BB", "bd": "BI", "be": "BE", "bf": "BS", "bg": "BD", "bh": "BZ", "bi": "IO", "bl": "BR",
    "bm": "BM", "bn": "BA", "bo": "BO", "bp": "SB", "br": "MM", "bs": "BW", "bt": "BT", "bu": "BG", "bv": "BV",
    "bw": "BY", "bwr": "BY", "bx": "BN", "ca": "BQ", "cb": "KH", "cc": "CN", "cd": "TD", "ce": "LK",
    "cf": "CG", "cg": "CD", "ch": "TW", "ci": "HR", "cj": "KY", "ck": "CO", "cl": "CL", "cm": "CM", "cn": "CA",
    "co": "CW", "cq": "KM", "cr": "CR", "cs": "CZ", "cu": "CU", "cv": "CV", "cw": "CK", "cx": "CF", "cy": "CY",
    "dk": "DK", "dm": "BJ", "dq": "DM", "dr": "DO", "ea": "ER", "ec": "EC", "eg": "GQ", "em": "TL", "er": "EE",
    "err": "EE", "es": "SV", "et": "ET", "fa": "FO", "fg": "GF", "fi": "FI", "fj": "FJ", "fk": "FK",
    "fm": "FM", "fp": "PF", "fr": "FR", "fs": "TF", "ft": "DJ", "gb": "KI", "gd": "GD", "ge": "DE", "gg": "GG",
    "gh": "GH", "gi": "GI", "gl": "GL", "gm": "GM", "gn": "KI", "go": "GA", "gp": "GP", "gr": "GR", "gs": "GE",
    "gsr": "GE", "gt": "GT", "gu": "GU", "gv": "GN", "gw": "DE", "gy": "GY", "gz": "PS", "hk": "HK",
    "hm": "HM", "ho": "HN", "ht": "HT", "hu": "HU", "ic": "IS", "ie": "IE", "ii": "IN", "im": "IM", "io": "ID",
    "iq": "IQ", "ir": "IR", "is": "IL", "it": "IT", "iu": "IL", "iv": "CI", "iw": "IL", "iy": "IQ", "ja": "JP",
    "je": "JE", "ji": "UM", "jki": "ID", "jm": "JM", "jn": "SJ", "jo": "JO", "ke": "KE", "kg": "KG", "kgr": "KG",
    "kn": "KP", "ko": "KR", "ku": "KW", "kv": "XK", "kz": "KZ", "kzr": "KZ", "lb": "LR", "le": "LB",
    "lh": "LI", "li": "LT", "lir": "LT", "ln": "KI", "lo": "LS", "ls": "LA", "lu": "LU", "lv": "LV",
    "lvr": "LV", "ly": "LY", "mc": "MC", "mf": "MU", "mg": "MG", "mh": "MO", "mj": "MS", "mk": "OM",
    "ml": "ML", "mm": "MT", "mo": "ME", "mp": "MN", "mq": "MQ", "mr": "MA", "mu": "MR", "mv": "MD",
    "mvr": "MD", "mw": "MW", "mx": "MX", "my": "MY", "mz": "MZ", "ne": "NL", "nf": "NF", "ng": "NE",
    "nl": "NC", "nm": "MP", "nn": "VU", "no": "NO", "np": "NP", "nq": "NI", "nr": "NG", "nu": "NR", "nw": "MP",
    "nx": "NF", "nz": "NZ", "ot": "YT", "pc": "PN", "pe": "PE", "pf": "UM", "pg": "GW", "ph": "PH", "pk": "PK",
    "pl": "PL", "pn": "PA", "po": "PT", "pp": "PG", "pr": "PR", "pt": "TL", "pw": "PW", "py": "PY", "qa": "QA",
    "rb": "RS", "re": "RE", "rh": "ZW", "rm": "RO", "ru": "RU", "rur": "RU", "rw": "RW", "ry": "JP",
    "sa": "ZA", "sb": "SJ", "sc": "BL", "sd": "SS", "se": "SC", "sf": "ST", "sg": "SN", "sh": "ES", "si": "SG",
    "sj": "SD", "sk": "IN", "sl": "SL", "sm": "SM", "sn": "SX", "so": "SO", "sp": "ES", "sq": "SZ", "sr": "SR",
    "ss": "EH", "st": "MF", "su": "SA", "sv": "HN", "sw": "SE", "sx": "NA", "sy": "SY", "sz": "CH", "ta": "TJ",
    "tar": "TJ", "tc": "TC", "tg": "TG", "th": "TH", "ti": "TN", "tk": "TM", "tkr": "TM", "tl": "TK",
    "to": "TO", "tr": "TT", "ts": "AE", "tt": "FM", "tu": "TR", "tv": "TV", "tz": "TZ", "ua": "EG", "uc": "UM",
    "ug": "UG", "ui": "GB", "uik": "GB", "uk": "GB", "un": "UA", "unr": "UA", "up": "UM", "ur": "RU",
    "us": "US", "uv": "BF", "uy": "UY", "uz": "UZ", "uzr": "UZ", "vb": "VG", "vc": "VA", "ve": "VE",
    "vi": "VI", "vm": "VN", "vn": "VN", "vs": "VN", "wb": "DE", "wf": "WF", "wj": "PS", "wk": "UM", "ws": "WS",
    "xa": "CX", "xb": "CC", "xc": "MV", "xd": "KN", "xe": "MH", "xf": "UM", "xh": "NU", "xi": "KN", "xj": "SH",
    "xk": "LC", "xl": "PM", "xm": "VC", "xn": "MK", "xo": "SK", "xr": "CZ", "xs": "GS", "xv": "SI",
    "xxr": "RU", "ye": "YE", "ys": "YE", "yu": "RS", "za": "ZM",
}  # fmt: skip
# "nyu" is New York, "onc" Ontario, "enk" England, "xna" New South Wales.
_BY_LAST_LETTER = {"u": "US", "c": "CA", "k": "GB", "a": "AU"}


@lru_cache(maxsize=1024)
def country_code(place: str) -> str | None:
    """The ISO 3166 code of a MARC place code: "io" → "ID", "nyu" → "US"; None for "xx", "|||" and rubbish."""
    place = place.strip(" #|^").lower()
    if place in _COUNTRIES:
        return _COUNTRIES[place]
    if len(place) != 3 or not place.isascii() or not place.isalpha() or place in ("uuu", "xxa"):
        return None
    return _BY_LAST_LETTER.get(place[2])


# Where the first of a country's codes in the list is an old one, and where MARC has codes for its parts only.
_CHOSEN = {"AU": "at", "CA": "xxc", "CZ": "xr", "DE": "gw", "GB": "xxk", "US": "xxu", "VN": "vm"}


@lru_cache(maxsize=1)
def _place_codes() -> dict[str, str]:
    return {country: code for code, country in reversed(_COUNTRIES.items())} | _CHOSEN


def place_code(country: str) -> str | None:
    """The MARC place code of an ISO 3166 code: "ID" → "io"; None for what is none."""
    return _place_codes().get(country.strip().upper())
