//! Digits in groups of three, with a decimal comma: `28 344`, `1 234 567,5` (CLDR `lt`, which groups from four
//! digits on).
//!
//! What looks like a number is often a name: a year (`2023`), a code (`302296711`), a postal code
//! (`01127`, and `44300` after a comma and before a place), a telephone number. So these stay: numbers
//! with a leading zero; four digits that could be a year, and nine or eleven digits (the codes of legal and natural
//! persons), unless a currency follows; what is part of a longer word; and what follows a word that
//! announces a code. A point with fewer than four digits before it may be in a date (`12.31`) or a time
//! (`14.30`): it becomes a comma only before a unit.

use std::sync::LazyLock;

use regex::Regex;

use super::galley::Edit;
use super::telephone;

const NBSP: &str = "\u{a0}";
/// Four-digit numbers in this span are years unless a currency follows.
const YEARS: std::ops::RangeInclusive<u32> = 1000..=2199;

pub(super) fn edits(text: &str) -> Vec<Edit> {
    static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"[0-9]+(?:\.[0-9]+)*").ok());
    /// Words after which digits are a code.
    static CODE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?i)(?:\b(?:kod\w*|nr|numer\w*|sąskait\w*|a\. ?s|isbn|issn|iso|iec|en|lst|pvm|lt|įm)\.?:?\s*|[+/\\@#_=&-])$")
            .ok()
    });
    static CURRENCY: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^[ \u{a0}]?(?:€|(?:Eur|EUR|eur(?:as|ai|ų|us|o|ui|ams|ais)?|Lt|USD|ct)\b)").ok()
    });
    /// What is measured in decimals, after one number or two.
    static UNIT: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^(?:–[0-9]+(?:[.,][0-9]+)?)?[ \u{a0}]?(?:[%‰€]|(?:proc|mln|mlrd|tūkst)\.|(?:Eur|EUR|eurų|km|kg|ha)\b)").ok()
    });
    let (Some(number), Some(code), Some(currency), Some(unit)) =
        (NUMBER.as_ref(), CODE.as_ref(), CURRENCY.as_ref(), UNIT.as_ref())
    else {
        return Vec::new();
    };
    let mut edits = Vec::new();
    for found in number.find_iter(text) {
        let before = text.get(..found.start()).unwrap_or_default();
        let after = text.get(found.end()..).unwrap_or_default();
        let (whole, fraction) = match found.as_str().split_once('.') {
            Some((_, fraction)) if fraction.contains('.') => continue,
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (found.as_str(), None),
        };
        let part_of_word = before.ends_with(|c: char| c.is_alphanumeric() || c == '.' || c == ',')
            || after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '@' | '_'));
        if is_postal_code(before, found.as_str(), after) {
            continue;
        }
        let is_money = currency.is_match(after);
        // After a point, three digits may be the last group of a number.
        let is_decimal = fraction.is_some_and(|fraction| fraction.len() < 3) && unit.is_match(after);
        let is_name = match whole.len() {
            1..=3 if is_decimal => false,
            4 => !is_money && whole.parse().is_ok_and(|year| YEARS.contains(&year)),
            9 | 11 => !is_money,
            0..=3 | 13.. => true,
            _ => false,
        };
        let starts_with_zero = whole.len() > 1 && whole.starts_with('0');
        let is_part = part_of_word || after_digits(before) || telephone::ends_in(before);
        if is_part || is_name || starts_with_zero || code.is_match(telephone::last_words(before)) {
            continue;
        }
        let first = whole.len() % 3;
        let groups = (first..whole.len()).step_by(3).filter(|at| *at > 0);
        edits.extend(groups.map(|at| Edit::new(found.start() + at..found.start() + at, NBSP)));
        if fraction.is_some() {
            let point = found.start() + whole.len();
            edits.push(Edit::new(point..point + 1, ","));
        }
    }
    edits
}

/// Whether five digits stand where a postal code does: after a comma, before the name of a place.
fn is_postal_code(before: &str, digits: &str, after: &str) -> bool {
    let mut next = after.chars().skip_while(|c| matches!(c, ' ' | '\u{a0}'));
    digits.len() == 5 && before.trim_end().ends_with(',') && next.next().is_some_and(char::is_uppercase)
}

/// Whether digits and a space go before: the number is the end of a longer one, such as `+370 615 96795`.
fn after_digits(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '\u{a0}']);
    before.ends_with(|c: char| c.is_ascii_digit())
}
