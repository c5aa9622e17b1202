//! Digits that are names rather than numbers: codes, postal codes, the numbers of houses and flats.

use super::context::{after_space, is_space, last_word, letters, tail};
use super::pattern::patterns;
use super::places;
use super::units::{self, Unit};

patterns! {
    /// Words after which digits are a code whatever follows, and the codes that stand between; and the year of a
    /// document, `C(2014) 6397`.
    NUMBERED = r"(?x)
        (?:^|[^\p{L}\p{N}])
        (?:(?i:nr|issn|isbn|iso|iec|doi|orcid|a\.[\ \u{a0}]?s|i\.[\ \u{a0}]?k)|EN|LST|DIN|ETS|LT|KN|ex)
        \.?:?[\ \u{a0}]*
        (?:[0-9][0-9-]*(?:,|;|[\ \u{a0}](?:ir|ar|bei|arba))[\ \u{a0}])*$
        | \p{L}\([0-9]{4}\)[\ \u{a0}]$";
    /// Words after which digits are a code unless they are a count of something.
    CODE = r"(?x)
        (?:^|[^\p{L}\p{N}])
        (?i:kodas|kodo|kodui|kodą|kodu|kode|kodai|kodų|kodams|kodus|kodais|kod|a\.[\ \u{a0}]?k|įm\.[\ \u{a0}]?k
            |numeris|numerio|numeriui|numerį|numeriu|numeriai|numerių|numerius|numeriais
            |sąskaita|sąskaitos|sąskaitą|sąskaitų|sąskaitas|pvm|įm|dėžutė|a\.[\ \u{a0}]?d|p\.[\ \u{a0}]?d)
        \.?:?[\ \u{a0}]*$";
    /// Streets and places whose houses have numbers, and the numbers that stand between.
    STREET = r"(?x)
        (?:\p{Lu}\p{Ll}+[\ \u{a0}](?:a|k)
            |(?:^|[^\p{L}\p{N}])
            (?:g|pr|al|pl|skg|tak|skv|krant|bulv|bul|kel|aplink|akl|vs|mstl
            |gatvė|gatvės|gatvėje|prospektas|prospekto|prospekte|alėja|alėjos|alėjoje|plentas|plento|plente
            |aikštė|aikštės|aikštėje|takas|tako|take|skersgatvis|skersgatvio|skersgatvyje|krantinė|krantinės))
        \.?[\ \u{a0}]*
        (?:[0-9]+\p{L}?(?:[-–/][0-9]+\p{L}?)?(?:,|;|[\ \u{a0}](?:ir|ar|bei|arba))[\ \u{a0}])*$";
}

/// Signs that join digits to what goes before.
const JOINING: &[char] = &['+', '/', '\\', '@', '#', '_', '=', '&', '-'];

/// Whether a text ends in what makes the digits after it a code. `unit` is what follows the digits.
pub(super) fn are_announced(before: &str, unit: Option<Unit>) -> bool {
    // `+3000 Eur` is more of something.
    let is_more = before.ends_with('+') && matches!(unit, Some(Unit::Money | Unit::Measure));
    before.ends_with(JOINING) && !is_more
        || is_numbered(before)
        || unit.is_none_or(|unit| unit == Unit::Part) && CODE.is_match(tail(before))
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

/// Whether a text ends in a street, after which come the numbers of a house and a flat.
pub(super) fn is_street(before: &str) -> bool {
    STREET.is_match(tail(before))
}

/// Whether five digits are in the position of a postal code: before the name of a place, in an address or alone, or
/// after the name of a town.
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
    is_before_place || is_alone && places::is_town(last_word(before).trim_end_matches(','))
}
