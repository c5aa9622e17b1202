//! Ranges of numbers: a dash without spaces, `9–12`, `XX–XXI`, `14.30–17.00`.
//!
//! VLKK (consultation *Brūkšnelis, brūkšnys*) has a dash between the bounds of a place, a time or a quantity, and
//! no spaces between bounds in digits. So spaces that were typed go too, where a unit or the time of the
//! day shows that it is a range and not a dash between two thoughts.
//!
//! A hyphen between digits is as often no range: dates (`2023-05-12`), telephone numbers
//! (`615-96795`), codes (`LT-01127`, `Nr. 1-23`), a house and a flat (`g. 7-12`). It becomes a dash only between two
//! numbers of which the second is the larger, neither with a leading zero, unless they are times of the day.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use regex::Regex;

use super::galley::Edit;
use super::telephone;

/// Numbers that are years, if anything.
const YEARS: RangeInclusive<u64> = 1900..=2100;

pub(super) fn edits(text: &str) -> Vec<Edit> {
    /// Two numbers and what is between them, alone in their word but for marks around it.
    static RANGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        const NUMBER: &str = r"[0-9]{1,3}(?:[ \u{a0}][0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:[.,:][0-9]+)?|[IVXLC]+";
        Regex::new(&format!(
            r#"(?:^|[\s(„\[])({NUMBER})(?:\u{{a0}}?%)?(-|[ \u{{a0}}](?:--?|–|—)[ \u{{a0}}])({NUMBER})(?:[\s).,;:%€“"\]?!…–]|$)"#
        ))
        .ok()
    });
    let Some(pattern) = RANGE.as_ref() else { return Vec::new() };
    let mut edits = Vec::new();
    let mut from = 0;
    while let Some(found) = pattern.captures_at(text, from) {
        let (Some(low), Some(between), Some(high)) = (found.get(1), found.get(2), found.get(3)) else {
            break;
        };
        let before = text.get(..low.start()).unwrap_or_default();
        let after = text.get(high.end()..).unwrap_or_default();
        let is_range = if between.as_str() == "-" {
            bounds(low.as_str(), high.as_str()).is_some()
        } else {
            is_surely_range(low.as_str(), high.as_str(), after)
        };
        if is_range && !telephone::ends_in(before) && !is_name(before) {
            edits.push(Edit::new(between.range(), "–"));
        }
        // What ends one range may begin the next.
        from = high.end();
    }
    edits
}

/// What two numbers bound.
enum Bounds {
    Times,
    Numbers(u64, u64),
}

fn bounds(low: &str, high: &str) -> Option<Bounds> {
    if let (Some(low), Some(high)) = (time(low), time(high)) {
        return (low < high).then_some(Bounds::Times);
    }
    let (low, high) = match (roman(low), roman(high)) {
        (Some(low), Some(high)) => (low.into(), high.into()),
        (None, None) if !is_telephone(low, high) => (plain(low)?, plain(high)?),
        _ => return None,
    };
    (low < high).then_some(Bounds::Numbers(low, high))
}

/// Whether numbers with a dash and spaces between them can be nothing but a range.
fn is_surely_range(low: &str, high: &str, after: &str) -> bool {
    /// What is counted or measured in ranges.
    static UNIT: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^[ \u{a0}]?(?:[%‰€]|(?:m|d|a|val|proc|mln|mlrd|tūkst|kl|psl|ketv)\.|(?:metų|metai|metais|eurų|Eur|EUR|km|kg|ha)\b)").ok()
    });
    match bounds(low, high) {
        Some(Bounds::Times) => true,
        Some(Bounds::Numbers(low, high)) => {
            let of_one_kind = YEARS.contains(&(low / 1000)) == YEARS.contains(&(high / 1000));
            of_one_kind && UNIT.as_ref().is_some_and(|unit| unit.is_match(after))
        }
        None => false,
    }
}

/// Minutes since midnight, of `14.30` or `9:05`.
fn time(text: &str) -> Option<u32> {
    let (hours, minutes) = text.split_once(['.', ':'])?;
    let (hours_value, minutes_value): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours.len() <= 2 && minutes.len() == 2 && hours_value <= 24 && minutes_value < 60)
        .then(|| hours_value * 60 + minutes_value)
}

/// The value of a number that may bound a range, in thousandths.
fn plain(text: &str) -> Option<u64> {
    let digits = text.replace([' ', '\u{a0}'], "");
    let (whole, fraction) = digits.split_once(['.', ',']).unwrap_or((&digits, ""));
    if whole.len() > 8 || fraction.len() > 3 || (whole.len() > 1 && whole.starts_with('0')) {
        return None;
    }
    let thousandths: u64 = format!("{fraction:0<3}").parse().ok()?;
    Some(whole.parse::<u64>().ok()? * 1000 + thousandths)
}

/// The value of a Roman numeral, in thousandths; `None` if it is not well formed enough to have one.
fn roman(text: &str) -> Option<u32> {
    let value = |c| match c {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        'L' => Some(50),
        'C' => Some(100),
        _ => None,
    };
    let digits: Vec<u32> = text.chars().map(value).collect::<Option<_>>()?;
    let next = digits.iter().skip(1).chain([&0]);
    let value = digits.iter().zip(next).try_fold(0_u32, |sum, (digit, next)| {
        if digit < next { sum.checked_add(next - digit)?.checked_sub(*next) } else { sum.checked_add(*digit) }
    });
    value?.checked_mul(1000)
}

/// Whether two numbers are the halves of a telephone number, `615-96795` or `8 615-96795`: no range leads from
/// hundreds to tens of thousands, nor from digits in groups to as many that are in none.
fn is_telephone(low: &str, high: &str) -> bool {
    let is_long = high.len() >= 5 && high.chars().all(|c| c.is_ascii_digit());
    is_long && (low.contains([' ', '\u{a0}']) || low.len() + 2 <= high.len())
}

/// Whether the text ends in a street, after which come the numbers of a house and a flat, `g. 7-12`, or in a word
/// that announces a code, `Nr. 1-23`.
fn is_name(before: &str) -> bool {
    let words = before.trim_end_matches([' ', '\u{a0}']);
    [" g.", " pr.", " al.", " pl.", " a.", " k.", "Nr.", "nr."].iter().any(|name| words.ends_with(name))
}
