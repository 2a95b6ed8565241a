"""The English names of codes that a catalogue record carries; gettext has the other languages."""

from discovery.labels.translations import message

FACETS: dict[str, str] = {
    "library": message("Library"),
    "author": message("Author"),
    "subject": message("Subject"),
    "type": message("Type"),
    "carrier": message("Form"),
    "language": message("Language"),
    "year": message("Year"),
    "class": message("Class"),
    "place": message("Place of publication"),
    "about": message("Place or people as subject"),
    "audience": message("Audience"),
    "online": message("Online access"),
    "translation": message("Translations"),
}

TYPES: dict[str, str] = {
    "book": message("Book"),
    "article": message("Article"),
    "serial": message("Serial"),
    "thesis": message("Thesis"),
    "map": message("Map"),
    "score": message("Music score"),
    "audio": message("Audio recording"),
    "video": message("Video"),
    "image": message("Image"),
    "object": message("Object or kit"),
    "software": message("Computer file"),
    "manuscript": message("Manuscript"),
    "other": message("Other"),
}

CARRIERS: dict[str, str] = {
    "print": message("Print"),
    "online": message("Online"),
    "microform": message("Microform"),
    "other": message("Other form"),
}

ONLINE: dict[str, str] = {"online": message("Available online")}

TRANSLATIONS: dict[str, str] = {"translation": message("Translated works")}

# The ten main classes of the Dewey Decimal Classification; 2X, where Indonesian libraries class Islam, counts as 200.
CLASSES: dict[str, str] = {
    "000": message("General works and computing"),
    "100": message("Philosophy and psychology"),
    "200": message("Religion"),
    "300": message("Social sciences"),
    "400": message("Language"),
    "500": message("Science"),
    "600": message("Technology"),
    "700": message("Arts and recreation"),
    "800": message("Literature"),
    "900": message("History and geography"),
}

# MARC 008/22: https://www.loc.gov/marc/bibliographic/bd008b.html
AUDIENCES: dict[str, str] = {
    "a": message("Preschool"),
    "b": message("Primary school"),
    "c": message("Pre-adolescents"),
    "d": message("Adolescents"),
    "e": message("Adults"),
    "f": message("Specialists"),
    "g": message("General readers"),
    "j": message("Children and young people"),
}

LIBRARY_KINDS: dict[str, str] = {
    "national": message("National library"),
    "university": message("University library"),
    "academic": message("Academic library"),
    "school": message("School library"),
    "public": message("Public library"),
    "special": message("Special library"),
    "religious": message("Library of a religious institution"),
}

COPY_STATUSES: dict[str, str] = {
    "on_loan": message("on loan"),
    "on_hold": message("on hold"),
    "in_transit": message("in transit"),
    "on_order": message("on order"),
    "in_process": message("in process"),
    "in_repair": message("in repair"),
    "damaged": message("damaged"),
    "not_for_loan": message("not for loan"),
}
