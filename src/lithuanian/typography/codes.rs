//! Digits that identify something rather than count it: codes, postal codes, the numbers of houses and flats.

use super::abbreviations::BEFORE_DIGITS;
use super::context::{after_space, is_space, last_word, letters, tail};
use super::places;
use super::units::{self, Unit};
use crate::patterns::patterns;

patterns! {
    /// Words after which digits are a code regardless of what follows, and further codes in between. Also the year of
    /// a document, `C(2014) 6397`.
    NUMBERED = r"(?x)
        (?:^|[^\p{L}\p{N}])
        (?:(?i:nr|issn|isbn|iso|iec|doi|orcid|a\.[\ \u{a0}]?s|i\.[\ \u{a0}]?k)|EN|LST|DIN|ETS|LT|KN|ex)
        \.?:?[\ \u{a0}]*
        (?:[0-9][0-9-]*(?:,|;|[\ \u{a0}](?:ir|ar|bei|arba))[\ \u{a0}])*$
        | \p{L}\([0-9]{4}\)[\ \u{a0}]$";
    /// Abbreviations after which digits are a code unless they count something.
    CODE = r"(?:^|[^\p{L}\p{N}])(?i:(?:kod|pvm|[aį]\.[ \u{a0}]?k|įm\.[ \u{a0}]?k|įm|[ap]\.[ \u{a0}]?d)\.?:?[ \u{a0}]*$)";
    /// The abbreviation of a standard or a register: `RFC 2231`.
    ACRONYM = r"(?:^|[^\p{L}\p{N}])(\p{Lu}{2,5})[\ \u{a0}]$";
    /// Words after which digits are the number of a page, an archive item, a room or a route.
    NUMBERED_PLACE = r"(?x)
        (?:^|[^\p{L}\p{N}])
        (?i:puslapis|puslapiai|straipsnis|straipsniai|byla|bylos|bylą|fondas|lapas|lapai|kabinetas|kabinete
            |kabinetai|kambarys|kambaryje|auditorija|auditorijoje|maršrutas|maršruto|maršrutu|autobusas|autobusu
            |troleibusas|troleibusu|traukinys|traukiniu|reisas|reiso|reisą|reisu|skrydis|skrydžio|skrydį|skrydžiu)
        :?[\ \u{a0}]$";
    /// A house number that has a letter or follows a road, and a comma: `Girėno 23 A, `.
    HOUSE = r"(?:[0-9][\ \u{a0}]?\p{Lu}|\p{Ll}[\ \u{a0}]kl\.[\ \u{a0}][0-9]+),[\ \u{a0}]$";
    /// Streets and squares, and further house numbers in between.
    STREET = r"(?x)
        (?:\p{Lu}\p{Ll}+[\ \u{a0}](?:a|k)
            |(?:^|[^\p{L}\p{N}])
            (?:g|pr|al|pl|skg|tak|skv|krant|bulv|bul|kel|aplink|akl|vs|mstl
            |gatvė|gatvės|gatvėje|prospektas|prospekto|prospekte|alėja|alėjos|alėjoje|plentas|plento|plente
            |aikštė|aikštės|aikštėje|takas|tako|take|skersgatvis|skersgatvio|skersgatvyje|krantinė|krantinės))
        \.?[\ \u{a0}]*
        (?:[0-9]+\p{L}?(?:[-–/][0-9]+\p{L}?)?(?:,|;|[\ \u{a0}](?:ir|ar|bei|arba))[\ \u{a0}])*$";
}

/// Nouns after which digits are a code unless they count something: `modelis 3310`, `protokolas 4512`.
const NUMBERED_NOUNS: &str = "
    kodas kodo kodui kodą kodu kode kodai kodų kodams kodus kodais numeris numerio numeriui numerį numeriu
    numeriai numerių numerius numeriais modelis modelio modeliui modelį modeliu modeliai modelių modeliams
    modelius modeliais serija serijos serijai seriją serijų tipas tipo tipui tipą tipu versija versijos
    versijai versiją artikulas artikulo artikulą prekė prekės prekę slaptažodis slaptažodžio slaptažodį
    asteroidas asteroido asteroidą procesorius procesoriaus procesorių standartas standarto standartą
    įstatymas įstatymo įstatymą įsakymas įsakymo įsakymu protokolas protokolo protokolą protokolu sutartis
    sutarties sutartį nutarimas nutarimo nutarimu sprendimas sprendimo sprendimu čekis čekio čekį kvitas
    kvito kvitą pažymėjimas pažymėjimo pažymėjimą rezoliucija rezoliucijos kelias kelio keliu kelyje laida
    laidos linija linijos liniją tema biuletenis biuletenio biuletenį sąskaita sąskaitos sąskaitą sąskaitų
    sąskaitas dėžutė skambinkite paskambinkite skambinti paskambinti skambinant";

/// Words for administrative units, which a postal code may follow.
const UNITS_OF_LAND: &[&str] = &[
    "apskr.",
    "apskritis",
    "k.",
    "kaimas",
    "Lietuva",
    "mstl.",
    "r.",
    "rajonas",
    "sav.",
    "savivaldybė",
    "sen.",
    "seniūnija",
    "vs.",
];

/// Characters that join digits to the text before them.
const JOINING: &[char] = &['+', '/', '\\', '@', '#', '_', '=', '&', '-'];

/// Whether a text ends in something that makes the digits after it a code. `unit` follows the digits.
pub(super) fn are_announced(before: &str, unit: Option<Unit>) -> bool {
    // `+3000 Eur` is an increase.
    let is_more = before.ends_with('+') && matches!(unit, Some(Unit::Money | Unit::Measure));
    before.ends_with(JOINING) && !is_more
        || before.trim_end_matches(is_space).ends_with('§')
        || is_broken_code(before)
        || is_numbered(before)
        || unit.is_none_or(|unit| unit == Unit::Part)
            && (is_numbered_noun(before) || CODE.is_match(tail(before)))
}

/// Whether a text ends in one of [`NUMBERED_NOUNS`], optionally with `yra` or a colon after it.
fn is_numbered_noun(before: &str) -> bool {
    let text = tail(before).trim_end_matches(is_space);
    let text = text.strip_suffix(" yra").unwrap_or(text).trim_end_matches([':', '.']);
    let word = text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    NUMBERED_NOUNS.split_whitespace().any(|noun| noun == word)
}

/// Whether a text ends in capitals, a hyphen and a space, as in `XIIP- 2328`.
fn is_broken_code(before: &str) -> bool {
    let code = before.strip_suffix(is_space).and_then(|code| code.strip_suffix('-'));
    code.is_some_and(|code| code.ends_with(char::is_uppercase))
}

/// Whether a text ends in capitals that a number may belong to, other than a currency or a tax.
pub(super) fn is_acronym(before: &str) -> bool {
    let capitals = ACRONYM.matches(tail(before), |_| None).last();
    let capitals = capitals.as_ref().and_then(|found| found.get(1)).map(|found| found.as_str());
    capitals.is_some_and(|word| !matches!(word, "EUR" | "USD" | "GBP" | "PVM" | "GPM" | "VISO"))
}

/// Whether a text ends in the name of a numbered place, such as a page, a room or a bus route: `p. 2350`, `kab. 4101`.
/// Unlike codes, such numbers may be the bounds of a range.
pub(super) fn are_of_a_place(before: &str) -> bool {
    NUMBERED_PLACE.is_match(tail(before))
        || before.ends_with(is_space) && BEFORE_DIGITS.contains(&last_word(before).to_lowercase().as_str())
}

/// Whether a text begins with the name of a standard, `3200 ISO`, which is the speed of a film.
pub(super) fn precedes_standard(after: &str) -> bool {
    matches!(letters(after_space(after)), "ISO" | "DIN" | "ASA")
}

/// Whether a text ends in `Nr.` or the name of a standard or a register.
pub(super) fn is_numbered(before: &str) -> bool {
    NUMBERED.is_match(tail(before))
}

/// Whether a text begins with a code of capitals and digits, such as `V-123`, `A1-723` and `IX-1969`.
pub(super) fn begins_code(after: &str) -> bool {
    let code: &str = after
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '–' | '/')))
        .next()
        .unwrap_or_default();
    code.starts_with(char::is_uppercase) && code.contains(|c: char| c.is_ascii_digit())
}

/// Whether the form of the noun after a number shows that the number is an ordinal. A counted noun is in the genitive
/// plural after numbers that end in 0 or 11 to 19, and in the singular only after those that end in 1.
pub(super) fn is_ordinal(digits: &str, after: &str) -> bool {
    const SHORTEST: usize = 6;
    let noun = letters(after_space(after));
    if noun.chars().count() < SHORTEST || !noun.chars().all(char::is_lowercase) || digits.contains(is_space) {
        return false;
    }
    let mut last = digits.bytes().rev();
    let (unit, ten) = (last.next(), last.next());
    let governs_genitive = unit == Some(b'0') || ten == Some(b'1');
    noun.ends_with("ys") && (governs_genitive || unit != Some(b'1'))
        || governs_genitive && ["as", "is"].iter().any(|ending| noun.ends_with(ending))
}

/// Whether a text ends in the name of a street, so that the numbers of a house and a flat follow.
pub(super) fn is_street(before: &str) -> bool {
    STREET.is_match(tail(before))
}

/// Whether five digits are in the position of a postal code: before the name of a place, or after that of a town.
pub(super) fn is_postal_code(before: &str, digits: &str, after: &str) -> bool {
    if digits.len() != 5 || units::at_start(after).is_some() {
        return false;
    }
    let next = letters(after_space(after));
    let in_address =
        before.trim_end_matches(is_space).chars().next_back().is_none_or(|c| ",;:(\n".contains(c));
    let is_before_place = next.starts_with(char::is_uppercase)
        && (places::is_town(next) || in_address && !places::is_genitive_of_country(next));
    let is_alone = after.chars().next().is_none_or(|c| ",;.)\n".contains(c));
    let word = last_word(before).trim_end_matches(',');
    is_before_place
        || is_alone
            && (places::is_town(word)
                || UNITS_OF_LAND.contains(&word)
                || before.trim_end_matches(is_space).ends_with(',')
                    && (is_street(before) || HOUSE.is_match(tail(before))))
}
