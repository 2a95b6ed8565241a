"""Words that hold sentences together and say nothing of what a thing is about: articles, pronouns, question words,
titles before a name.

None is ever left out of an index or a query: "To be or not to be" and "Apa itu" are titles. But in a sentence the
words that do say something decide, and a question's "apakah" or "what" needn't stand in its answer.

Closed classes of each language only, folded. Words that are nouns, names or verbs of their own weight in another
language of the catalogues are left out ("man", "son", "will", "art", "MIT").
"""

from functools import cache

_BY_LANGUAGE = {
    "id": """
        ada adakah adalah adapun agar akan akankah aku anda antara apa apakah apabila atas atau bagai bagaimana
        bagaimanakah bagi bahwa beberapa belum berapa berapakah bila bilamana bisa boleh bukan dalam dan dapat dapatkah
        dari daripada demi dengan di dia dimana dimanakah guna hanya harus hingga ia ialah ini itu itulah jadi jika
        juga kalau kami kamu kapan kapankah karena ke kemudian kenapa kepada kita lagi lah lain lalu maka mana manakah
        masih mengapa mengapakah menjadi mereka merupakan namun nya oleh pada para pun saat saja sambil sang sangat
        saya se sebagai sebuah sebelum sedang sehingga sejak selain selama seluruh semua seorang seperti serta sesuatu
        sesudah setelah setiap si siapa siapakah suatu sudah supaya tapi telah tentang terhadap tersebut tetapi tiap
        tidak tidaklah untuk yaitu yakni yang
    """,
    "en": """
        a about above after again against all also among an and any are as at be because been before being below
        between both but by can cannot could did do does doing during each either else for from further had has have
        having he her here hers him his how however i if in into is it its itself just me more most much my neither no
        nor not of off on once only or other our ours out over own per rather same shall she should since so some such
        than that the their theirs them themselves then there these they this those through to too under until up upon
        us very via was we were what whatever when where whether which while who whom whose why with within without
        would yet you your yours
    """,
    "nl": """
        aan als bij dat de deze dit door een en er haar heeft het hij hoe hun in is je kan met naar niet nog of om onder
        ons ook op over te tot tussen uit van voor waar waarom wanneer wat welke werd wie wordt ze
        zich zij zijn zo zonder
    """,
    "de": """
        als am an auch auf aus bei bis da das dass dem den der des die dieser durch ein eine einem einen einer eines er
        es fur hat ich ihr im in ist kann mit nach nicht noch nur ob oder ohne sein seine seit sich sie sind so uber um
        und unter vom von vor wann warum was welche welcher welches wenn wer werden wie wird wo wurde zu
        zum zur zwischen
    """,
    "fr": """
        au aux avec ce ces cette comment dans de des du elle elles en est et il ils je la le les leur leurs mais ne nous
        on ou par pas pour pourquoi qu quand que quel quelle quelles quels qui sa sans se ses sont sur un une vous
    """,
    "es": """
        al como con cual cuales cuando de del donde el ella en entre es esta este la las lo los mas no o para pero por
        porque que quien se sin sobre son su sus un una uno y
    """,
    "pt": """
        ao aos as com como da das do dos e em entre na nas no nos o os ou para pela pelo por qual quando que quem um uma
    """,
    "ru": """
        а без бы в во вы где для до его ее если есть же за и из или их к как какая какие какои ко когда которыи кто ли
        мы на над не него нее о об он она они от по под почему при про с со так также то у чем что это этот я
    """,
    "ar": """
        الا التي الذي الذين الي ان انه انها او اي اين بعد بل بين تحت ثم حتي حول حيث خلال دون ذلك علي عن عند عندما غير
        في فيه فيها قبل قد كان كانت كل كم كما كيف لا لان لقد لم لماذا لن له لها ليس ما ماذا متي مع من منذ منه منها
        هذا هذه هل هم هو هي و
    """,
    # As libraries write it in Latin letters; not "li" and "min", which are names.
    "ar-Latn": """
        bi fi fima ila wa wal
    """,
    # What readers write before a name, and catalogues seldom: "Prof. Dr. H. Hamka" is no Festschrift for a professor.
    "titles": """
        dr dra drs hj ir kh mr mrs prof
    """,
}  # fmt: skip

# What makes a row of words a question, in the languages that readers of these catalogues ask in.
_QUESTIONS = """
    adakah apa apakah bagaimana bagaimanakah berapa berapakah bilamana dimana dimanakah kapan kapankah kenapa mana
    manakah mengapa mengapakah siapa siapakah
    how what when where which who whom whose why
    hoe waar waarom wanneer wat welke wie
    wann warum welche welcher welches
    comment pourquoi quand quel quelle quelles quels
    cual cuales donde quien quienes
    где когда кто почему что
    اين كم كيف لماذا ماذا متي هل
"""
QUESTION_WORDS = frozenset(_QUESTIONS.split())


@cache
def function_words() -> frozenset[str]:
    """The function words of all languages together, folded: a query doesn't say which language it is in."""
    return QUESTION_WORDS.union(*(words.split() for words in _BY_LANGUAGE.values()))
