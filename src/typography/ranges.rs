//! Ranges of numbers: a dash without spaces, `9–12`, `XX–XXI`, `14.30–17.00` (VLKK).
//!
//! A hyphen between digits is as often no range: dates (`2023-05-12`), telephone numbers
//! (`615-96795`), codes (`LT-01127`). It becomes a dash only between two numbers of which the
//! second is the larger, neither with a leading zero, unless they are times of the day.

use std::sync::LazyLock;

use regex::Regex;

use super::galley::Edit;

pub(super) fn edits(text: &str) -> Vec<Edit> {
    /// Two numbers and the hyphen between them, alone in their word but for marks around it.
    static RANGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r#"(?:^|[\s(„\[])([0-9]+(?:[.,:][0-9]+)?|[IVXLC]+)(-)([0-9]+(?:[.,:][0-9]+)?|[IVXLC]+)(?:[\s).,;:%€“"\]?!…–]|$)"#).ok()
    });
    let Some(pattern) = RANGE.as_ref() else { return Vec::new() };
    let mut edits = Vec::new();
    let mut from = 0;
    while let Some(found) = pattern.captures_at(text, from) {
        let (Some(low), Some(hyphen), Some(high)) = (found.get(1), found.get(2), found.get(3)) else { break };
        let before = text.get(..low.start()).unwrap_or_default();
        if is_range(low.as_str(), high.as_str()) && !in_telephone_number(before) && !in_address(before) {
            edits.push(Edit::new(hyphen.range(), "–"));
        }
        // What ends one range may begin the next.
        from = high.end();
    }
    edits
}

fn is_range(low: &str, high: &str) -> bool {
    let is_number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    match (is_number(low), is_number(high)) {
        (false, false) => roman(low).zip(roman(high)).is_some_and(|(low, high)| low < high),
        (true, true) => match (time(low), time(high)) {
            (Some(low), Some(high)) => low < high,
            _ => plain(low).zip(plain(high)).is_some_and(|(low, high)| low < high),
        },
        _ => false,
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
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    if whole.len() > 5 || fraction.len() > 3 || (whole.len() > 1 && whole.starts_with('0')) {
        return None;
    }
    let thousandths: u64 = format!("{fraction:0<3}").parse().ok()?;
    Some(whole.parse::<u64>().ok()? * 1000 + thousandths)
}

/// The value of a Roman numeral; `None` if it is not well formed enough to have one.
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
    digits.iter().zip(next).try_fold(0_u32, |sum, (digit, next)| {
        if digit < next { sum.checked_add(next - digit)?.checked_sub(*next) } else { sum.checked_add(*digit) }
    })
}

/// Whether the text ends in a street, after which come the numbers of a house and a flat: `g. 7-12`.
fn in_address(before: &str) -> bool {
    let words = before.trim_end_matches([' ', '\u{a0}']);
    [" g.", " pr.", " al.", " pl.", " a.", " k."].iter().any(|street| words.ends_with(street))
}

/// Whether the text ends within a telephone number, `+370 615 `.
fn in_telephone_number(before: &str) -> bool {
    let number = before
        .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '(' | ')' | '-'));
    number.ends_with('+')
}
