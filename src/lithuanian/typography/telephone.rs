//! Telephone numbers, whose digits and hyphens are kept as typed.

use crate::patterns::patterns;
use std::ops::Range;

use super::context::{NBSP, ends_digit, starts_digit};
use super::running_text::{Edit, replace_group};
use super::units;

patterns! {
    /// A number has eight digits after `+370` or the trunk prefix, which is 0 (8 until 2024), and up to 15 with another
    /// country's code (ITU-T E.164).
    NUMBER = r"(?x)
        (?:^|[^\p{L}\p{N}+.,-])
        (
            \+370 (?:(?:[\ \u{a0}-]|\)[\ \u{a0}-]?|[\ \u{a0}-]?\()?[0-9]){8}
            | \+[0-9] (?:(?:[\ \u{a0}-]|\)[\ \u{a0}-]?|[\ \u{a0}-]?\()?[0-9]){8,14}
            | \(?[08] (?:(?:[\ \u{a0}-]|\)[\ \u{a0}-]?|[\ \u{a0}-]?\()?[0-9]){8}
        )";
    /// After a word for "telephone" or "fax", a number may be shorter.
    ANNOUNCED = r"(?x)
        (?:^|[^\p{L}\p{N}])
        (?i:(?:tel|mob|faks)\.|(?:telefonas|telefono|telefonu|telefonai|telefonais|faksas|faksu)\b)
        (?:\ nr\.)?:?[\ \u{a0}]?
        (\(?[0-9](?:(?:[\ \u{a0}-]|\)[\ \u{a0}-]?|[\ \u{a0}-]?\()?[0-9]){2,14})";
    /// The trunk prefix and the code of a mobile network, with a space in between.
    MOBILE = r"^\(?[08]( )[0-9]{3}(?:[^0-9]|$)";
}

/// The ranges of the telephone numbers in a text, in order and without overlaps.
pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    let mut numbers: Vec<Range<usize>> = Vec::new();
    for pattern in [&NUMBER, &ANNOUNCED] {
        let found = pattern.matches(text, |found| Some(found.get(1)?.end()));
        numbers.extend(found.filter_map(|found| found.get(1)).map(|number| number.range()).filter(
            |number| {
                let after = text.get(number.end..).unwrap_or_default();
                let goes_on =
                    starts_digit(after) || after.strip_prefix(['-', '.', ',']).is_some_and(starts_digit);
                !goes_on && !is_amount(text.get(number.clone()).unwrap_or_default(), after)
            },
        ));
    }
    numbers.sort_by_key(|number| number.start);
    numbers.dedup_by(|number, before| {
        let overlap = number.start < before.end;
        if overlap {
            before.end = before.end.max(number.end);
        }
        overlap
    });
    numbers
}

/// Whether digits without a country code have a unit after them.
fn is_amount(digits: &str, after: &str) -> bool {
    !digits.starts_with('+') && ends_digit(digits) && units::at_start(after).is_some()
}

/// Whether a position is within one of the numbers.
pub(super) fn contain(numbers: &[Range<usize>], place: usize) -> bool {
    let next = numbers.partition_point(|number| number.end <= place);
    numbers.get(next).is_some_and(|number| number.start <= place)
}

/// Puts a no-break space between the trunk prefix and a code of three digits.
pub(super) fn ties(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    for number in find(text) {
        let digits = text.get(number.clone()).unwrap_or_default();
        let ties = replace_group(&MOBILE, digits, NBSP).into_iter();
        edits.extend(ties.map(|tie| tie.moved_by(number.start)));
    }
    edits
}
