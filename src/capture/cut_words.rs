//! The words by which a cut quote is known, language by language; entry point [`of`].
//!
//! A language that is not here has none: its quotes are warned of only where a range of figures is
//! cut. A word stands here only if it nearly always asks for more (articles, prepositions that
//! are no part of a verb, conjunctions), so that a whole phrase is not warned of.

/// The words of one language, in lower case.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// Words that ask for another one behind them.
    pub leading: &'static [&'static str],
    /// Words that turn the sentence they continue.
    pub continuing: &'static [&'static str],
    /// Words that are part of the figure before them.
    pub magnitudes: &'static [&'static str],
    /// Words that deny or bound what stands behind them.
    pub denying: &'static [&'static str],
    /// Words that continue a phrase begun before them.
    pub trailing: &'static [&'static str],
    /// Auxiliaries whose verb asks for an object, unless one of `behind_verb` follows.
    pub perfect: &'static [&'static str],
    /// Words that begin something new behind a verb.
    pub behind_verb: &'static [&'static str],
}

/// The words of the language with this tag.
pub(super) fn of(tag: &str) -> &'static Words {
    let language = tag.split(['-', '_']).next().unwrap_or_default().to_lowercase();
    let known = LANGUAGES.iter().find(|(own, _)| *own == language);
    known.map_or(&NONE, |(_, words)| words)
}

const NONE: Words = Words {
    leading: &[],
    continuing: &[],
    magnitudes: &[],
    denying: &[],
    trailing: &[],
    perfect: &[],
    behind_verb: &[],
};

#[rustfmt::skip]
const LANGUAGES: [(&str, Words); 10] = [
    ("en", Words {
        leading: &[
            "a", "an", "the", "to", "of", "in", "on", "at", "by", "for", "from", "with", "without", "into",
            "between", "among", "about", "against", "during", "under", "and", "or", "nor", "as", "than", "that",
            "which", "whose", "because", "if", "while", "whether", "is", "are", "was", "were", "be", "been",
            "being", "has", "have", "had", "will", "would", "shall", "should", "can", "could", "may", "might",
            "must", "not",
        ],
        continuing: &[
            "but", "however", "not", "according", "though", "although", "except", "unless", "yet", "allegedly",
        ],
        magnitudes: &["hundred", "thousand", "million", "billion", "trillion", "percent", "per", "dozen"],
        denying: &["not", "no", "never", "without", "neither", "hardly", "barely"],
        trailing: &["of", "than"],
        perfect: &["has", "have", "had"],
        behind_verb: &[
            "a", "the", "to", "of", "in", "on", "at", "by", "for", "from", "with", "since", "after", "before",
            "during", "and", "or", "as", "because", "when", "while", "where", "well", "there", "here", "into",
        ],
    }),
    ("es", Words {
        leading: &[
            "el", "la", "los", "las", "un", "una", "unos", "unas", "de", "del", "a", "al", "en", "con", "por", "para",
            "sin", "entre", "hasta", "desde", "y", "e", "o", "u", "que", "porque", "si", "ha", "han", "había",
            "habían",
        ],
        continuing: &["pero", "aunque", "según", "excepto", "salvo", "sino", "no"],
        magnitudes: &["mil", "millón", "millones", "billones"],
        denying: &["no", "sin", "ni", "nunca", "apenas", "tampoco"],
        ..NONE
    }),
    ("fr", Words {
        leading: &[
            "le", "la", "les", "un", "une", "des", "de", "du", "à", "au", "aux", "dans", "sur", "sous", "avec", "pour",
            "par", "sans", "entre", "et", "ou", "que", "dont", "car", "si", "a", "ont", "avait", "avaient",
        ],
        continuing: &["mais", "cependant", "selon", "sauf", "pas", "quoique", "toutefois", "hormis"],
        magnitudes: &["mille", "million", "millions", "milliard", "milliards"],
        denying: &["pas", "sans", "ni", "jamais", "aucun", "aucune", "guère"],
        ..NONE
    }),
    ("de", Words {
        leading: &[
            "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "und",
            "oder", "sowie", "dass", "weil", "wenn", "ob", "von", "bei", "für", "gegen", "ohne", "zwischen", "im",
            "am", "zum", "zur", "beim", "vom", "ins",
        ],
        continuing: &["aber", "jedoch", "laut", "obwohl", "außer", "nicht", "sondern", "allerdings"],
        magnitudes: &["tausend", "million", "millionen", "milliarde", "milliarden", "prozent", "dutzend"],
        denying: &["nicht", "kein", "keine", "keinen", "keiner", "ohne", "nie", "niemals", "weder", "kaum"],
        ..NONE
    }),
    ("pt", Words {
        leading: &[
            "o", "a", "os", "as", "um", "uma", "uns", "umas", "de", "do", "da", "dos", "das", "em", "no", "na", "nos",
            "nas", "com", "por", "para", "sem", "entre", "até", "e", "ou", "que", "porque", "se",
        ],
        continuing: &["mas", "porém", "segundo", "embora", "exceto", "salvo", "não"],
        magnitudes: &["mil", "milhão", "milhões", "bilhão", "bilhões"],
        denying: &["não", "sem", "nem", "nunca", "jamais"],
        ..NONE
    }),
    ("it", Words {
        leading: &[
            "il", "lo", "la", "i", "gli", "le", "un", "uno", "una", "di", "del", "della", "dei", "degli", "delle", "a",
            "al", "alla", "in", "nel", "nella", "con", "per", "su", "sul", "sulla", "tra", "fra", "senza", "e", "o",
            "che", "perché", "se", "ha", "hanno", "non",
        ],
        continuing: &["ma", "però", "secondo", "tranne", "sebbene", "non"],
        magnitudes: &["mila", "milione", "milioni", "miliardo", "miliardi"],
        denying: &["non", "senza", "né", "mai"],
        ..NONE
    }),
    ("nl", Words {
        leading: &["de", "het", "een", "van", "met", "tussen", "zonder", "en", "of", "dat", "omdat", "als"],
        continuing: &["maar", "echter", "volgens", "behalve", "niet", "hoewel"],
        magnitudes: &["duizend", "miljoen", "miljard", "procent"],
        denying: &["niet", "geen", "zonder", "nooit", "nauwelijks"],
        ..NONE
    }),
    ("ru", Words {
        leading: &[
            "в", "во", "на", "с", "со", "к", "ко", "из", "от", "для", "без", "по", "о", "об", "при", "под", "над", "между",
            "через", "и", "или", "что", "чтобы", "если", "не",
        ],
        continuing: &["но", "однако", "хотя", "кроме", "не"],
        magnitudes: &["тысяча", "тысячи", "тысяч", "миллион", "миллиона", "миллионов", "миллиарда", "миллиардов"],
        denying: &["не", "без", "ни", "никогда"],
        ..NONE
    }),
    ("id", Words {
        leading: &[
            "yang", "di", "ke", "dari", "dan", "atau", "untuk", "dengan", "pada", "oleh", "sebagai", "antara", "tanpa",
            "bahwa", "karena", "jika", "akan", "telah", "tidak", "bukan",
        ],
        continuing: &["tetapi", "namun", "menurut", "kecuali", "meskipun"],
        magnitudes: &["ribu", "juta", "miliar", "persen"],
        denying: &["tidak", "bukan", "tanpa", "belum"],
        ..NONE
    }),
    ("tr", Words {
        leading: &["ve", "veya", "bir"],
        continuing: &["ama", "ancak", "fakat", "değil"],
        magnitudes: &["bin", "milyon", "milyar"],
        ..NONE
    }),
];
