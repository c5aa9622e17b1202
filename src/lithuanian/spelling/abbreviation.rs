//! Abbreviations that end in a full stop.

/// The usual ones of more than one letter, without their full stop.
const ABBREVIATIONS: [&str; 66] = [
    "adr", "akad", "al", "angl", "apyg", "apskr", "asist", "asm", "bt", "dėst", "dir", "doc", "dr", "egz",
    "el", "etc", "faks", "gen", "gerb", "gim", "habil", "inž", "įm", "įst", "jaun", "kt", "kun", "lat",
    "lekt", "lenk", "lent", "lot", "min", "mir", "mln", "mlrd", "mstl", "mėn", "mokyt", "nr", "pan", "past",
    "pav", "pavad", "pirm", "pl", "plg", "pranc", "pried", "proc", "prof", "psl", "pvz", "raj", "rus", "sav",
    "sek", "sk", "str", "tel", "tūkst", "vnt", "vok", "vyr", "žr", "šv",
];

/// Whether the word, which a full stop follows, is an abbreviation or an initial.
pub(super) fn is_abbreviation(word: &str) -> bool {
    word.chars().count() == 1 || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}
