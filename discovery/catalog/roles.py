"""What somebody did for a work: relator terms as people write them → MARC relator codes."""

import re
from functools import lru_cache

# https://www.loc.gov/marc/relators/relaterm.html, with the abbreviations of older cards and the words of Indonesian,
# Dutch, German, French, Russian and Arabic cataloguing. RDA's own terms are those of the list.
_TERMS = {
    "abr": "abridger|peringkas",
    "act": "actor|actress|aktor|voice actor|pemeran|cast",
    "adp": "adapter|penyadur|bearbeiter",
    "aft": "author of afterword",
    "ann": "annotator|penganotasi",
    "arr": "arranger|arranger of music|penata musik|aransemen",
    "art": "artist|seniman|künstler|artiste|perupa",
    "aui": "author of introduction|author of introduction, etc|writer of introduction|author of foreword"
           "|writer of foreword|writer of preface|author of prologue|writer of supplementary textual content"
           "|vorr|pengantar|kata pengantar|penulis kata pengantar",
    "aut": "author|auth|penulis|pengarang|verfasser|verfasserin|auteur|joint author|jt. author|jt. auth|co-author"
           "|primary author|additional author"
           "|corporate co-author|joint auth|supposed author|supposed auth|schrijver|مؤلف|автор|screen author|autor",
    "bkp": "book producer",
    "bnd": "binder|penjilid",
    "bsl": "bookseller|penjual buku",
    "bkd": "book designer|desainer buku|perancang buku",
    "chr": "choreographer|koreografer",
    "cmp": "composer|komponis|composer (expression)|pencipta lagu|komponist|compositeur|penggubah",
    "cnd": "conductor|konduktor|dirigent",
    "cng": "cinematographer|director of photography|juru kamera",
    "col": "collector|kolektor|kolektor naskah",
    "com": "compiler|comp|penyusun|penghimpun|joint comp|joint compiler|zusammenstellender|editor of compilation|جامع"
           "|kompilator|samensteller",
    "crp": "correspondent",
    "crr": "corrector",
    "ctb": "contributor|kontributor|mitwirkender|mitwirkende|associated name|beiträger",
    "ctg": "cartographer|kartografer|pembuat peta|kartograf",
    "csl": "consultant|konsultan",
    "cur": "curator|kurator",
    "cwt": "commentator|commentator for written text|writer of added commentary|komentator|pensyarah|شارح|comm",
    "dfd": "defendant|tergugat",
    "dgg": "degree granting institution|degree grantor|institusi pemberi gelar",
    "dis": "dissertant",
    "dnc": "dancer|penari",
    "dgs": "degree supervisor|supervisor|pembimbing|pembimbing skripsi|dosen pembimbing|pembimbing utama"
           "|pembimbing pendamping|promotor|ko-promotor|co-promotor|co-supervisor",
    "dnr": "donor|penyumbang",
    "drt": "director|film director|direction|sutradara|regisseur|television director|réalisateur",
    "dte": "dedicatee",
    "dto": "dedicator",
    "dst": "distributor|film distributor|penyalur",
    "edt": "directeur de la publication"
           "|editor|ed|eds|penyunting|joint ed|joint editor|jt. editor|hrsg|herausgeber|herausgeberin|redaktur"
           "|redaktor|éditeur scientifique|directeur de publication|bewerker|(ed.)|ред|редактор|معد|محرر|محقق|redakteur"
           "|redactie|éd|ed. îngrij|curatore|red|redacteur",
    "egr": "engraver|engr",
    "enj": "enacting jurisdiction",
    "etr": "etcher",
    "fnd": "founder|pendiri",
    "fmo": "former owner|pemilik sebelumnya",
    "flm": "film editor|editor of moving image work|penyunting film",
    "his": "host institution",
    "hnr": "honoree",
    "hst": "host|pemandu acara",
    "ill": "illustrator|ill|illus|ilustrator|pelukis|illustrateur|ил|illustratör|juru gambar|tekenaar",
    "ilu": "illuminator",
    "inv": "inventor|penemu",
    "isb": "issuing body|issuing agency|issung body|badan penerbit|herausgebendes organ",
    "ive": "interviewee|interviewee (expression)|narasumber",
    "ivr": "interviewer|pewawancara",
    "lbt": "librettist|penulis libreto",
    "ltg": "lithographer",
    "lyr": "lyricist|penulis lirik",
    "mus": "musician|pemusik|instrumentalist",
    "nrt": "narrator|pencerita|narator|erzähler|erzählerin",
    "orm": "organizer|organizer of meeting|penyelenggara",
    "pbl": "publisher|pub|penerbit|verlag",
    "pdr": "project director|direktur proyek",
    "pht": "photographer|fotografer|fotograf|juru foto",
    "prg": "programmer|pemrogram",
    "pre": "presenter|pembawa acara",
    "prf": "performer|penampil|interpret",
    "pro": "producer|film producer|produser|production|producteur",
    "prn": "production company|perusahaan produksi",
    "prt": "printer|pencetak|drucker",
    "ptf": "plaintiff|penggugat",
    "prs": "production designer",
    "rcp": "addressee|recipient|penerima surat",
    "res": "researcher|peneliti",
    "rev": "reviewer|pengulas|resensator",
    "aus": "screenwriter|penulis skenario|author of screenplay",
    "sng": "singer|penyanyi|vocalist|vokalis",
    "scl": "sculptor|pematung",
    "scr": "scribe|penyalin naskah",
    "spk": "speaker|pembicara",
    "spn": "sponsor|sponsoring body",
    "ths": "thesis advisor|advisor|pembimbing tesis",
    "trc": "transcriber|transkriptor",
    "vdg": "videographer|videografer",
    "trl": "translator|tr|trans|penerjemah|alih bahasa|pengalih bahasa|joint tr|übersetzer|übersetzerin|traducteur"
           "|vertaler|перев|пер|переводчик|مترجم|tł|penterjemah|trad|terj|übers|traduttore|traductor|vert",
}  # fmt: skip
_SPLIT = re.compile(r"\s*(?:,? and |&| dan | und | et |/)\s*")


@lru_cache(maxsize=1)
def _codes_by_term() -> dict[str, str]:
    return {term: code for code, terms in _TERMS.items() for term in terms.split("|")}


@lru_cache(maxsize=1024)
def role_codes(text: str) -> tuple[str, ...]:
    """The relator codes of a term or of two joined ones: "penerjemah." → trl; "ed. and tr." → edt, trl.

    Empty when no code is known for the words.
    """
    by_term = _codes_by_term()
    term = text.strip().casefold().rstrip(".,;: ")
    if term in by_term:
        return (by_term[term],)
    parts = (part.rstrip(".,;: ") for part in _SPLIT.split(term))
    return tuple(dict.fromkeys(by_term[part] for part in parts if part in by_term))


@lru_cache(maxsize=1024)
def role_code(text: str) -> str | None:
    """The relator code in `text`: "trl", or an address such as http://id.loc.gov/vocabulary/relators/trl."""
    code = text.strip().rstrip("/.,;").rpartition("/")[2].casefold()
    return code if len(code) == 3 and code.isascii() and code.isalpha() else None
