"""UNIMARC's numbers for what somebody did → MARC relator codes."""

from discovery.catalog.roles import role_code, role_codes

# UNIMARC manual, Appendix C, with https://www.loc.gov/marc/relators/ for what they are called there.
_CODES = {
    "005": "act", "010": "adp", "018": "aud", "020": "ann", "030": "arr", "040": "art", "050": "asg", "060": "asn",
    "065": "auc", "070": "aut", "072": "aqt", "075": "aft", "080": "aui", "090": "aus", "100": "ant", "110": "bnd",
    "120": "bdd", "130": "bkd", "140": "bjd", "150": "bpd", "160": "bsl", "170": "cll", "180": "ctg", "190": "cns",
    "200": "chr", "205": "ctb", "207": "cmm", "210": "cwt", "212": "cwt", "220": "com", "230": "cmp", "240": "cmt",
    "245": "ccp", "250": "cnd", "255": "csl", "257": "crp", "260": "cph", "270": "crr", "273": "cur", "275": "dnc",
    "280": "dte", "290": "dto", "295": "dgg", "300": "drt", "305": "dis", "310": "dst", "320": "dnr", "330": "dub",
    "340": "edt", "350": "egr", "360": "etr", "365": "exp", "370": "flm", "380": "frg", "390": "fmo", "395": "org",
    "400": "fnd", "410": "grt", "420": "hnr", "430": "ilu", "440": "ill", "450": "ins", "460": "ive", "470": "ivr",
    "475": "isb", "480": "lbt", "490": "lse", "500": "lso", "510": "ltg", "520": "lyr", "530": "mte", "540": "mon",
    "545": "mus", "550": "nrt", "555": "opn", "557": "orm", "560": "org", "570": "oth", "575": "pat", "580": "ppm",
    "582": "pta", "584": "inv", "587": "pth", "590": "prf", "600": "pht", "605": "pre", "610": "prt", "620": "pop",
    "630": "pro", "632": "prd", "635": "prg", "637": "pdr", "640": "pfr", "650": "pbl", "651": "pbd", "660": "rcp",
    "665": "rth", "670": "rce", "673": "rth", "675": "rev", "677": "rtm", "680": "rbr", "690": "aus", "695": "sad",
    "700": "scr", "705": "scl", "710": "sec", "720": "sgn", "721": "sng", "723": "spn", "725": "stn", "726": "stn",
    "727": "ths", "730": "trl", "740": "tyd", "750": "tyg", "753": "vdg", "755": "voc", "760": "wde", "770": "wam",
}  # fmt: skip


def relators(value: str) -> tuple[str, ...]:
    """The MARC relator codes of one $4: "070" → aut; a word or a MARC code typed instead is read as such."""
    code = value.strip()
    if code[:3].isdigit():
        known = _CODES.get(code[:3])
        return (known,) if known else ()
    words = role_codes(code)
    letters = role_code(code)
    return words or ((letters,) if letters is not None and letters in _CODES.values() else ())
