//! Ranges of numbers: a dash without spaces, `9–12`, `XX–XXI`, `14.30–17.00`.
//!
//! VLKK (consultation *Brūkšnelis, brūkšnys*) prescribes a dash between the bounds of a place, a time or a quantity,
//! without spaces if the bounds are digits. Typed spaces are removed where a unit, times of day or two years show that
//! it is a range rather than a dash between two clauses.
//!
//! A hyphen between digits often is not a range: dates (`2023-05-12`), telephone numbers (`615-96795`), codes
//! (`LT-01127`, `Nr. 1-23`, `ISSN 1392-4095`), a house and a flat (`g. 7-12`). It becomes a dash only if the second
//! number is larger and neither has a leading zero, except in times of day. Between long numbers, a unit must follow.

use crate::patterns::patterns;
use std::ops::RangeInclusive;

use super::context::{is_space, last_word, starts_digit, starts_lower};
use super::running_text::Edit;
use super::units::{self, Unit};
use super::{codes, names, roman, telephone};

patterns! {
    /// Two numbers joined by a dash or hyphen. Only punctuation may surround them, and only an ending may follow.
    RANGE = r#"(?x)
        (?:^|[\s(„\[~≈<>])
        ([0-9]{1,3}(?:[\ \u{a0}][0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:[.,:][0-9]+)?|[IVXLC]+)
        (?:\u{a0}%)?
        ([\ \u{a0}]?(?:--?|–|—)[\ \u{a0}]?)
        ([0-9]{1,3}(?:[\ \u{a0}][0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:[.,:][0-9]+)?|[IVXLC]+)
        (?:-\p{Ll}|[\s).,;:%°€“"\]?!…–]|$)"#;
}

/// Four-digit numbers that could be years.
const YEARS: RangeInclusive<u64> = 1000..=2199;
/// Two such years with a spaced dash between them are a range.
const RECENT_YEARS: RangeInclusive<u64> = 1900..=2100;
/// Such a year may be followed by a dash and a figure of that year: `2023 - 2500 Eur`.
const YEARS_OF_REPORTS: RangeInclusive<u64> = 1990..=2035;

pub(super) fn edits(text: &str) -> Vec<Edit> {
    let telephones = telephone::find(text);
    let mut edits = Vec::new();
    // The end of one range may be the start of the next.
    for found in RANGE.matches(text, |found| Some(found.get(3)?.end())) {
        let (Some(low), Some(between), Some(high)) = (found.get(1), found.get(2), found.get(3)) else {
            break;
        };
        let range = Candidate {
            before: text.get(..low.start()).unwrap_or_default(),
            low: low.as_str(),
            spaces: between.as_str().chars().filter(|c| is_space(*c)).count(),
            high: high.as_str(),
            after: text.get(high.end()..).unwrap_or_default(),
        };
        let in_telephone =
            telephone::contain(&telephones, low.start()) || telephone::contain(&telephones, high.start());
        if between.as_str() != "–" && !in_telephone && range.is_range() {
            edits.push(Edit::new(between.range(), "–"));
        }
    }
    edits
}

/// Two numbers with a hyphen or a dash between them, and the text around them.
struct Candidate<'t> {
    before: &'t str,
    low: &'t str,
    /// The number of spaces around the dash: 0, 1 or 2.
    spaces: usize,
    high: &'t str,
    after: &'t str,
}

impl Candidate<'_> {
    fn is_range(&self) -> bool {
        let unit = units::at_start(self.after);
        if let (Some(low), Some(high)) = (time(self.low), time(self.high)) {
            // Across midnight, the second time is smaller.
            let are_surely_times = unit == Some(Unit::Hours) || self.low.contains(':') && self.spaces == 0;
            return low < high || low != high && are_surely_times;
        }
        if let (Some(low), Some(high)) = (roman::value(self.low), roman::value(self.high)) {
            return low < high && (self.spaces == 0 || unit == Some(Unit::Part));
        }
        let (Some(low), Some(high)) = (thousandths(self.low), thousandths(self.high)) else { return false };
        // `3.54-4` may be a section and its part, and `63,192-255` two numbers of a list.
        let is_section = self.low.contains('.') != self.high.contains('.')
            && !matches!(
                unit,
                Some(
                    Unit::Money
                        | Unit::Measure
                        | Unit::Symbol
                        | Unit::Fraction
                        | Unit::Degrees
                        | Unit::Hours
                        | Unit::Minutes
                )
            );
        if is_section || self.after.strip_prefix(['.', ',', ':', ';']).is_some_and(starts_digit) {
            return false;
        }
        // `„3-25“` is what to type, such as a month and a day.
        if self.before.ends_with('„') && self.after.starts_with('“') && self.high.len() < 4 {
            return false;
        }
        if codes::is_numbered(self.before) || codes::are_announced(self.before, unit) {
            return false;
        }
        if unit == Some(Unit::Year) && self.spaces == 0 && self.is_short_year() {
            return true;
        }
        if unit == Some(Unit::Hours) && self.spaces == 0 && low != high && low.max(high) <= LAST_HOUR {
            return true;
        }
        low < high
            && if self.spaces == 0 {
                self.is_close(unit)
            } else {
                self.is_spaced(low / 1000, high / 1000, unit)
            }
    }

    /// Whether two ascending numbers without spaces are a range.
    fn is_close(&self, unit: Option<Unit>) -> bool {
        let has_ending = self.after.strip_prefix('-').is_some_and(starts_lower);
        let is_quantity = unit.is_some() || units::is_genitive_plural(self.after);
        if codes::is_street(self.before) {
            return unit.is_some_and(|unit| unit != Unit::Part);
        }
        if is_quantity || has_ending {
            return matches!(unit, Some(Unit::Money | Unit::Measure | Unit::Symbol | Unit::Count))
                || !self.could_be_telephone();
        }
        let is_short =
            |number: &str| !number.contains(is_space) && number.len() <= 3 || number.contains(['.', ',']);
        let is_year =
            |number: &str| number.len() == 4 && number.parse().is_ok_and(|year| YEARS.contains(&year));
        let is_grouped = |number: &str| number.contains(is_space);
        let both = |is: &dyn Fn(&str) -> bool| is(self.low) && is(self.high);
        if !both(&is_year) && names::end_with_name(self.before, unit) {
            return false;
        }
        both(&is_short) || both(&is_year) || both(&is_grouped) || self.are_pages()
    }

    /// Whether the second bound is the last two digits of a later year in the same century: `1998-99 m.`
    fn is_short_year(&self) -> bool {
        let Some((_, year)) = self.low.split_at_checked(2) else { return false };
        let is_year = self.low.len() == 4 && self.low.parse().is_ok_and(|year| YEARS.contains(&year));
        is_year && self.high.len() == 2 && self.high.parse::<u8>().ok() > year.parse::<u8>().ok()
    }

    /// Whether two ascending numbers with spaces are a range.
    fn is_spaced(&self, low: u64, high: u64, unit: Option<Unit>) -> bool {
        if codes::is_street(self.before) && !matches!(unit, Some(Unit::Year | Unit::Count)) {
            return false;
        }
        let are_years = [self.low, self.high].map(str::len) == [4, 4]
            && RECENT_YEARS.contains(&low)
            && RECENT_YEARS.contains(&high);
        match unit {
            None => are_years && self.spaces == 2 && !units::is_genitive_plural(self.after),
            Some(Unit::Year) => true,
            // `5 -10 °C` may mean ten below zero.
            Some(Unit::Degrees) if self.spaces == 1 => false,
            // Ranges mostly govern the genitive, unlike in `iš 5 - 8 žmonės`.
            Some(Unit::Count) if !units::is_genitive_plural(self.after) => false,
            Some(_) => !(self.low.len() == 4 && YEARS_OF_REPORTS.contains(&low)),
        }
    }

    /// Whether the numbers could be the halves of a telephone number, `615-96795` or `8 615-96795`. No range goes from
    /// hundreds to tens of thousands, or from grouped digits to long ungrouped ones.
    fn could_be_telephone(&self) -> bool {
        let is_long = self.high.len() >= 5 && self.high.chars().all(|c| c.is_ascii_digit());
        is_long && (self.low.contains(is_space) || self.low.len() + 2 <= self.high.len())
    }

    /// Whether the previous word means "page".
    fn are_pages(&self) -> bool {
        matches!(last_word(self.before), "p." | "psl." | "pp.")
    }
}

/// In thousandths.
const LAST_HOUR: u64 = 24_000;

/// Minutes since midnight, of `14.30` or `9:05`.
fn time(text: &str) -> Option<u32> {
    let (hours, minutes) = text.split_once(['.', ':'])?;
    let (hours_value, minutes_value): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours.len() <= 2 && minutes.len() == 2 && hours_value <= 24 && minutes_value < 60)
        .then(|| hours_value * 60 + minutes_value)
}

/// The value of a bound, in thousandths.
fn thousandths(text: &str) -> Option<u64> {
    let digits: String = text.chars().filter(|c| !is_space(*c)).collect();
    let (whole, fraction) = digits.split_once(['.', ',']).unwrap_or((&digits, ""));
    if whole.len() > 9 || fraction.len() > 3 || whole.len() > 1 && whole.starts_with('0') {
        return None;
    }
    let thousandths: u64 = format!("{fraction:0<3}").parse().ok()?;
    Some(whole.parse::<u64>().ok()? * 1000 + thousandths)
}
