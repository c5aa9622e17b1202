//! Abbreviations, by what follows them.
//!
//! The forms follow VLKK's list of abbreviations (*Lietuvių kalbos rašyba ir skyryba*, 1992), and the ranks in the law on
//! military service.

/// Titles and ranks before names, and before each other.
pub(super) const TITLES: &[&str] = &[
    "adm.",
    "akad.",
    "akt.",
    "arch.",
    "archit.",
    "arkiv.",
    "arkivysk.",
    "asist.",
    "dail.",
    "dir.",
    "dirig.",
    "doc.",
    "dr.",
    "gen.",
    "grš.",
    "gyd.",
    "habil.",
    "insp.",
    "inž.",
    "kan.",
    "kand.",
    "kapt.",
    "kard.",
    "kmdr.",
    "komp.",
    "kpt.",
    "kun.",
    "lekt.",
    "ltn.",
    "mag.",
    "mjr.",
    "mokyt.",
    "mons.",
    "plk.",
    "popiež.",
    "prel.",
    "prez.",
    "prof.",
    "prok.",
    "psk.",
    "pulk.",
    "rež.",
    "srž.",
    "stud.",
    "šv.",
    "vad.",
    "vet.",
    "viršl.",
    "vyr.",
    "vyresn.",
    "vysk.",
];

/// Abbreviations before a number, such as the number of a document, a page or a house.
pub(super) const BEFORE_DIGITS: &[&str] = &[
    "al.", "ap.", "aplink.", "aud.", "b.", "bul.", "bulv.", "bt.", "f.", "g.", "kab.", "kamb.", "kel.",
    "krant.", "l.", "lent.", "nr.", "p.", "pav.", "pl.", "pp.", "pr.", "psl.", "skg.", "skv.", "str.",
    "tak.",
];

/// Abbreviations of adjectives and numerals before a noun: `el. paštas`, `15 tūkst. eurų`.
pub(super) const BEFORE_WORDS: &[&str] = &["el.", "kv.", "kub.", "mln.", "mlrd.", "tūkst."];

/// Abbreviations in two parts, which are often typed without a space.
pub(super) const PAIRS: &[(&str, &str)] = &[
    ("t.", "y."),
    ("t.", "t."),
    ("t.", "p."),
    ("a.", "k."),
    ("a.", "s."),
    ("į.", "k."),
    ("įm.", "k."),
    ("š.", "m."),
    ("m.", "m."),
    ("a.", "a."),
    ("l.", "e."),
    ("r.", "sav."),
    ("m.", "sav."),
    ("m.", "e."),
    ("p.", "m."),
    ("p.", "d."),
    ("a.", "d."),
    ("e.", "p."),
    ("el.", "p."),
    ("el.", "paštas"),
    ("el.", "pašto"),
    ("el.", "paštu"),
    ("kv.", "m"),
    ("kub.", "m"),
    ("pr.", "Kr."),
];

/// Abbreviations before a word that is often typed right after their full stop: `el.parašas`, `48 tūkst.Eur`.
pub(super) const BEFORE_ANY_WORD: &[&str] = &["el.", "mln.", "mlrd.", "tūkst."];

/// Legal forms before names, as abbreviated by VLKK and the register of legal entities.
pub(super) const LEGAL_FORMS: &[&str] =
    &["UAB", "AB", "MB", "IĮ", "VĮ", "SĮ", "BĮ", "VšĮ", "VŠĮ", "TŪB", "KŪB", "ŽŪB", "ŽŪK", "KB", "KU"];
