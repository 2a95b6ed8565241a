"""Settings come from one file and PADU_ variables; what can't be is one sentence with its line."""

from pathlib import Path

import pytest

from discovery.errors import SettingsError
from discovery.settings import load_settings
from discovery.site import site_of
from indexer.store.store import open_store

GOOD = """\
[site]
name = { id = "Katalog", en = "Catalogue" }
[engine]
url = "embedded:data/index"
[[library]]
code = "id-amn"
name = "Perpustakaan AMN"
kind = "academic"
[[partner]]
code = "id-amn"
source = "amn.mrc"
format = "marc21"
library = "id-amn"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("PADU_CONFIG", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(folder: Path, text: str) -> Path:
    path = folder / "padu.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_settings_count_paths_from_their_own_folder(folder: Path) -> None:
    settings = load_settings(written(folder, GOOD))
    assert settings.engine_options().url == f"embedded:{folder}/data/index"
    assert settings.store_url() == f"sqlite:///{folder}/padu-data/store.db"
    assert settings.site.name.in_language("en") == "Catalogue"
    assert settings.library[0].name.in_language("en") == "Perpustakaan AMN"


def test_a_folders_name_is_no_part_of_an_address(folder: Path) -> None:
    odd = folder / "seratus%20persen? #1"
    odd.mkdir()
    path = written(odd, GOOD)
    with open_store(load_settings(path).store_url()):
        assert (odd / "padu-data" / "store.db").is_file()
    elsewhere = f'[store]\nurl = "sqlite:///{folder}/store.db"\n'
    assert load_settings(written(odd, GOOD + elsewhere)).store_url() == f"sqlite:///{folder}/store.db"


def test_a_file_that_this_user_may_not_look_at_is_one_sentence(folder: Path) -> None:
    # A circle of links is refused to everybody, also to root; a folder of somebody else's is told in the same way.
    (folder / "padu.toml").symlink_to("padu.toml")
    with pytest.raises(SettingsError, match=r"padu\.toml can't be read: Too many levels of symbolic links\."):
        load_settings()


@pytest.mark.parametrize("name", ['""', '" "', '{ id = "", en = "" }'])
def test_a_catalogue_has_a_name(folder: Path, name: str) -> None:
    nameless = GOOD.replace('{ id = "Katalog", en = "Catalogue" }', name)
    with pytest.raises(SettingsError, match=r"padu\.toml, line 2: site\.name: .* has to say something"):
        load_settings(written(folder, nameless))


def test_the_folder_is_that_of_the_file_and_no_setting(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(folder, GOOD)
    monkeypatch.setenv("PADU_FOLDER", "installation")  # compose.yml's, in a shell that read compose.env
    assert load_settings(path).store_url() == f"sqlite:///{folder}/padu-data/store.db"
    with pytest.raises(SettingsError, match=r"padu\.toml, line 1: folder: is no setting of Padu; check the spelling"):
        load_settings(written(folder, f'folder = "elsewhere"\n{GOOD}'))


def test_a_variable_with_the_name_of_a_table_is_one_sentence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PADU_STORE", "sqlite:///store.db")
    with pytest.raises(SettingsError, match=r"The variable PADU_STORE names a table of padu.toml and none"):
        load_settings(written(folder, GOOD))


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("PADU_SITE_URL", "katalog.example", "The variable PADU_SITE_URL: 'katalog.example' can't be: it has to begin"),
        ("PADU_SITE_URL", "http://[::1", "The variable PADU_SITE_URL: 'http://[::1' can't be: it is no address: "),
        ("PADU_SITE_URL", "https:///a", "The variable PADU_SITE_URL: 'https:///a' can't be: it is an address "),
        ("PADU_WEB_LOG", "INFO", "The variable PADU_WEB_LOG: 'INFO' can't be: input should be 'debug', "),
        ("padu_engine_verify", "", "The variable padu_engine_verify: '' can't be: it has to be true or false."),
        ("PADU_ENGINE_ULR", "x", "The variable PADU_ENGINE_ULR: is no setting of Padu; check the spelling (is it url"),
    ],
)  # fmt: skip
def test_a_variable_that_can_not_be_is_named_and_no_line_blamed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        load_settings(written(folder, GOOD))
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[engine]\nverfy = true", "line 2: engine.verfy: is no setting of Padu; check the spelling (is it verify?)."),
        ("[[partners]]\ncode = 'a'", "line 1: partners: is no setting of Padu; check the spelling (is it partner?)."),
        (
            "[[partner]]\ncode = 'a'\nsource = 'a.mrc'\n[partner.copies]\nfield = '952'\nshlef = 'c'",
            "line 6: partner.copies.shlef: is no setting of Padu; check the spelling (is it shelf?).",
        ),
        ("[site]\nname = 5", "line 2: site.name: 5 can't be: it has to be one text for all languages, or one for "),
        ("[engine]\nverify = 2026-11-23", "line 2: engine.verify: 2026-11-23 can't be: it has to be true or false."),
        ("[store]\nurl = true", "line 2: store.url: true can't be: it has to be a text in quotation marks."),
        ("# one\nweb = 'x'", "line 2: web: 'x' can't be: it has to be a table of settings, each with a name."),
        ("[web]\ncors_origins = 5", 'line 2: web.cors_origins: 5 can\'t be: it has to be a list: ["…", "…"].'),
        ("site = { name = 5 }", "line 1: site.name: 5 can't be: "),
    ],
)  # fmt: skip
def test_what_a_setting_has_to_be_is_said_in_the_words_of_the_file(folder: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(written(folder, text))
    assert str(caught.value).startswith(f"padu.toml, {said}")


def test_settings_are_found_by_variable_then_in_this_folder_then_by_default(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert load_settings().partner == ()
    written(folder, GOOD)
    assert [partner.code for partner in load_settings().partner] == ["id-amn"]
    other = folder / "other.toml"
    other.write_text(GOOD.replace("id-amn", "id-lain"), encoding="utf-8")
    monkeypatch.setenv("PADU_CONFIG", str(other))
    assert [partner.code for partner in load_settings().partner] == ["id-lain"]


def test_variables_win_over_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(folder, GOOD)
    for name, value in (
        ("ENGINE_URL", "http://es:9200/padu"),
        ("ENGINE_API_KEY", "secret"),
        ("STORE_URL", "postgresql+psycopg://db/padu"),
        ("SITE_NAME", "Katalog Kota"),
        ("WEB_CORS_ORIGINS", "https://a.example, https://B.example/"),
        ("WEB_FRAME_HOSTS", "https://*.campus.example"),
    ):
        monkeypatch.setenv(f"PADU_{name}", value)
    settings = load_settings(path)
    assert settings.engine_options().url == "http://es:9200/padu"
    assert settings.engine_options().api_key == "secret"
    assert settings.store_url() == "postgresql+psycopg://db/padu"
    assert settings.site.name.in_language("id") == "Katalog Kota"
    assert settings.web.cors_origins == ("https://a.example", "https://b.example")
    assert settings.web.frame_hosts == ("https://*.campus.example",)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            'format = "marc21"',
            'format = "mark21"',
            r"padu.toml, line 12: partner.format: 'mark21' .*'marc21', 'marcxml'",
        ),
        ('library = "id-amn"', 'library = "id-x"', r"padu.toml, line 13: .*no library 'id-x' \(known: id-amn\)"),
        ('library = "id-amn"\n', "", r"padu.toml, line 10: .*needs library"),
        ('kind = "academic"', 'kind = "big"', r"padu.toml, line 8: library.kind: 'big' .*'national', 'university'"),
        ("source", "sorce", r"padu.toml, line 9: partner.source: has to be given.*1 more"),
        (
            "[site]",
            '[web]\ncors_origins = ["a.example"]\n[site]',
            r"line 2: web.cors_origins: .*'a.example' is no origin",
        ),
        ("[site]", '[web]\nframe_hosts = ["a.example; script-src"]\n[site]', r"line 2: .*script-src' is no site"),
        ("[site]", "[siet]", r"padu.toml, line 1: siet: is no setting of Padu"),
        ("[site]", "[site", r"padu.toml is not valid TOML"),
        ('"Perpustakaan AMN"', "12", r"padu.toml, line 7: library.name"),
        (
            "[[partner]]",
            '[[library]]\ncode = "id-amn"\nname = "B"\nkind = "school"\n[[partner]]',
            r"line 10: .*two library",
        ),
        ("[[partner]]", "[partner]", r"line 9: partner: is a list of tables: write \[\[partner\]\], with two brackets"),
        ('"Perpustakaan AMN"', '" "', r"line 7: library.name: .*has to say something"),
        ('code = "id-amn"\nsource', 'code = "ID AMN"\nsource', r"line 10: partner.code: 'ID AMN' can't be: a code has"),
        ("[engine]", 'url = "katalog.example"\n[engine]', r"line 3: site.url: .*has to begin with http:// or https://"),
        ('"amn.mrc"', '""', r"line 11: partner.source: '' can't be: it has to name a file, a folder, a glob, or"),
        ('"amn.mrc"', '"ftp://a.example/b.mrc"', r"line 11: .*addresses begin with http:// or https://, and a file"),
        ('"amn.mrc"', '"file:///data/b.mrc"', r"line 11: .*a file is named by its path alone"),
        ('"amn.mrc"', '"http:///b.mrc"', r"line 11: .*it is an address without a host"),
        ('"amn.mrc"', '"http://[::1/b.mrc"', r"line 11: .*it is no address: its host or its port can't be read"),
        ('"amn.mrc"', '"http://a.example:99999/"', r"line 11: .*it is no address: its host or its port can't be read"),
        ('"amn.mrc"', '"amn.mrc"\ndeletions = "ftp://a.example/b"', r"line 12: partner.deletions: .*addresses begin"),
        (
            '"amn.mrc"',
            '"amn.mrc"\nprefix = "oai dc"',
            r"line 12: partner.prefix: 'oai dc' can't be: a prefix is",
        ),
        (
            'library = "id-amn"',
            'library = "id-amn"\n[partner.statuses]\n"1" = "lost"\n[partner.copies]\nbranch = "b"\nfield = "95"',
            r"line 18: partner.copies.field: '95' can't be: a field of MARC has three digits",
        ),
        (
            'library = "id-amn"',
            'library = "id-amn"\n[partner.copies]\nbranch = "b"',
            r"line 14: partner.copies.field: has to be given",
        ),
    ],
)
def test_setting_that_can_not_be_names_its_line_and_what_may_be(
    folder: Path, old: str, new: str, sentence: str
) -> None:
    with pytest.raises(SettingsError, match=sentence):
        load_settings(written(folder, GOOD.replace(old, new)))


def test_settings_in_another_encoding_are_told_with_the_line(folder: Path) -> None:
    (folder / "padu.toml").write_bytes(b'[site]\r\nname = "Biblioth\xe8que"\r\n')
    with pytest.raises(SettingsError) as caught:
        load_settings(folder / "padu.toml")
    assert str(caught.value) == "padu.toml, line 2: a letter isn't in UTF-8; save the file as UTF-8."


def test_settings_that_an_editor_of_windows_saved_are_read(folder: Path) -> None:
    path = folder / "padu.toml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert [partner.code for partner in load_settings(path).partner] == ["id-amn"]


def test_settings_file_that_is_missing_is_named(folder: Path) -> None:
    with pytest.raises(SettingsError, match="There is no settings file"):
        load_settings(folder / "none.toml")


def test_library_of_codes_that_the_settings_do_not_name_has_its_partners_records(folder: Path) -> None:
    by_codes = 'library_from = "852$b"\nlibraries = { X = "id-sd" }'
    described = GOOD.replace('library = "id-amn"', by_codes)
    school = '[[library]]\ncode = "id-sd"\nname = "SD"\nkind = "school"\n'
    settings = load_settings(written(folder, described + school))
    assert [(each.code, each.partners) for each in site_of(settings).libraries] == [
        ("id-amn", ("id-amn",)),
        ("id-sd", ("id-amn",)),
    ]


def test_a_library_says_how_it_lends_and_where_its_own_catalogue_is(folder: Path) -> None:
    described = """
borrow_with = { id = "KTP", en = "an identity card" }
reading_room = true
interlending = true
librarian = "rujukan@amn.example"
catalogue = "https://opac.amn.example/?id={source_id}"
"""
    settings = load_settings(written(folder, GOOD.replace('kind = "academic"\n', f'kind = "academic"{described}')))
    (library,) = site_of(settings).libraries
    assert (library.borrow_with.in_language("en"), library.reading_room, library.interlending) == (
        "an identity card",
        True,
        True,
    )
    assert (library.librarian, library.catalogue, library.partners) == (
        "rujukan@amn.example",
        "https://opac.amn.example/?id={source_id}",
        ("id-amn",),
    )


COPIES = """
[partner.copies]
field = "999"
library = "m"
status = "kl"
[partner.statuses]
"CHECKEDOUT" = "on_loan"
"7=2" = "not_for_loan"
"""


def test_a_partner_says_where_its_copies_are_and_what_its_codes_mean(folder: Path) -> None:
    partner = load_settings(written(folder, GOOD + COPIES)).partner[0]
    assert partner.copies is not None
    assert (partner.copies.field, partner.copies.library, partner.copies.status) == ("999", "m", "kl")
    assert partner.statuses == {"CHECKEDOUT": "on_loan", "7=2": "not_for_loan"}


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ('"999"', '"99"', "partner.copies.field: '99' can't be"),
        ('"m"', '"mm"', "partner.copies.library: 'mm' can't be"),
        ('"on_loan"', '"away"', "partner.statuses.CHECKEDOUT: 'away' can't be: input should be 'on_loan', "),
        ("status =", "x =", "partner.copies.x: is no setting of Padu"),
    ],
)
def test_what_no_copy_field_can_be_is_told(folder: Path, good: str, bad: str, said: str) -> None:
    with pytest.raises(SettingsError) as told:
        load_settings(written(folder, GOOD + COPIES.replace(good, bad)))
    assert said in str(told.value)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"": 'set = "BUKU"'}, "line 14: partner.set: belongs to OAI-PMH, and this source is a file or folder; take"),
        ({"": 'prefix = "marcxml"'}, "partner.prefix: belongs to OAI-PMH, and this source is a file or folder"),
        ({"": "compare_days = 0"}, "partner.compare_days: belongs to OAI-PMH"),
        ({"": 'user = "padu"'}, "partner.user: belongs to addresses, and this source is a file or folder"),
        ({"": 'password_env = "RAHASIA"'}, "partner.password_env: belongs to addresses"),
        (
            {"amn.mrc": "https://a.example/b.mrc", "": 'set = "BUKU"'},
            "partner.set: belongs to OAI-PMH, and its format is 'marc21'; if it is a provider, say format = \"oai\"",
        ),
        ({"": "header = false"}, "line 14: partner.header: belongs to tables, and this source is marc21; take it out"),
        ({"": 'encoding = "cp1252"'}, "partner.encoding: belongs to tables"),
        ({"": '[partner.columns]\ntitle = "JUDUL"'}, "line 14: partner.columns: belongs to tables"),
        (
            {"amn.mrc": "https://a.example/oai", "marc21": "oai", "": "header = true"},
            "partner.header: belongs to tables, and this source is dc, mets, mods, oai",
        ),
        ({"marc21": "table", "": '[partner.copies]\nfield = "999"'}, "partner.copies: belongs to MARC, and this"),
        ({"marc21": "dc", "": '[partner.statuses]\nX = "lost"'}, "partner.statuses: belongs to MARC and tables"),
        ({"marc21": "table", "": 'library_from = "852$b"'}, "partner.library_from: is the name of a column where"),
        ({"marc21": "mods", "": 'library_from = "852$b"'}, "partner.library_from: belongs to MARC"),
        (
            {"": 'libraries = { A = "id-amn" }'},
            "partner.libraries: translates the codes that library_from names, which",
        ),
    ],
)
def test_a_setting_without_meaning_for_the_kind_of_source_is_told(
    folder: Path, changes: dict[str, str], said: str
) -> None:
    text = GOOD + changes.pop("") + "\n"
    for old, new in changes.items():
        text = text.replace(old, new)
    with pytest.raises(SettingsError) as told:
        load_settings(written(folder, text))
    assert said in str(told.value)


@pytest.mark.parametrize(
    "changes",
    [
        {"": 'set = ""\npause = 2\ntimeout = 9\nprivate = true\nmax_deleted = 0.5'},
        {"": 'deletions = "https://a.example/gone.csv"\nuser = "padu"\npassword_env = "RAHASIA"'},
        {"amn.mrc": "https://a.example/oai?verb=ListRecords", "": 'set = "BUKU"'},
        {"amn.mrc": "https://a.example/oai", "marc21": "oai", "": 'set = "BUKU"\n[partner.copies]\nfield = "999"'},
        {'format = "marc21"\n': "", "": 'header = true\n[partner.copies]\nfield = "999"'},
        {"marc21": "mods", "": 'libraries = { A = "id-amn" }'},
        {"marc21": "table", "": 'copies_source = "b.csv"\nlibraries = { A = "id-amn" }\n[partner.copies_table]\n'
         'library_from = "UNIT"'},
        {"marc21": "table", "": 'library_from = "UNIT"\nlibraries = { A = "id-amn" }\n[partner.statuses]\nX = "lost"'},
    ],
)  # fmt: skip
def test_a_setting_that_is_only_unneeded_or_may_yet_have_a_meaning_is_taken(
    folder: Path, changes: dict[str, str]
) -> None:
    text = GOOD + changes.pop("") + "\n"
    for old, new in changes.items():
        text = text.replace(old, new)
    assert load_settings(written(folder, text)).partner[0].code == "id-amn"
