//! Abbreviations that end in a full stop.

/// Common abbreviations of more than one letter, without the full stop, in alphabetical order.
///
/// Abbreviations that are also words (`a`, `val`, `med`) are included, because they affect where a sentence starts.
const ABBREVIATIONS: [&str; 122] = [
    "adr", "aikšt", "akad", "al", "angl", "antr", "apyg", "apskr", "apyl", "archyv", "asist", "asm", "aukšt",
    "aut", "bt", "buv", "dab", "dep", "dėst", "dipl", "dir", "doc", "dokt", "dr", "egz", "ekon", "el", "etc",
    "eur", "faks", "fak", "fil", "fiz", "gen", "gerb", "gim", "gr", "gyv", "habil", "iliustr", "hab", "ing",
    "inž", "įgal", "įkurt", "įm", "įsak", "įst", "jaun", "kab", "kat", "kl", "koresp", "kt", "kun", "kv",
    "lat", "lekt", "lenk", "lent", "liet", "lot", "med", "mėn", "min", "mir", "mln", "mlrd", "mob", "mokyt",
    "mstl", "neakiv", "neįgal", "nr", "nuotr", "org", "pan", "past", "pav", "pavad", "perk", "pirm", "pl",
    "plg", "pranc", "pried", "proc", "prof", "psl", "pvz", "raj", "red", "rus", "sav", "sek", "sen", "sk",
    "skg", "skv", "soc", "spec", "str", "sudar", "stud", "šv", "tak", "techn", "tel", "teis", "tūkst", "upl",
    "vad", "val", "ved", "vert", "vet", "vid", "vnt", "vok", "vyr", "vyresn", "žr",
];

/// Abbreviations that often end a sentence, because they follow a number or close a list.
const AT_SENTENCE_ENDS: [&str; 15] =
    ["d", "egz", "h", "kt", "m", "min", "mėn", "mln", "mlrd", "pan", "proc", "t", "tūkst", "val", "vnt"];

/// Whether a word with a full stop after it is an abbreviation or an initial.
pub(super) fn is_abbreviation(word: &str) -> bool {
    word.chars().count() == 1 || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

/// Whether an abbreviation is often the last word of a sentence.
pub(super) fn may_end_sentence(abbreviation: &str) -> bool {
    AT_SENTENCE_ENDS.contains(&abbreviation)
}
