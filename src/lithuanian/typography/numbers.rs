//! Groups digits and uses a decimal comma: `28 344`, `1 234 567,5` (CLDR `lt`, which groups from four digits on).
//!
//! Many digit sequences are not quantities: years (`2023`), codes (`302296711`), postal codes (`01127`, `44300 Kaunas`)
//! and telephone numbers. The following are therefore not changed: numbers with a leading zero; four digits that could be
//! a year, and nine or eleven digits (the codes of legal and natural persons), unless a unit or noun after them shows
//! that they are a quantity; parts of longer words; and numbers after a word that introduces a code.
//!
//! So are the numbers of pages, rooms, bus routes and articles, `p. 2350–2361`, `4101 kabinetas`. A number that counts
//! governs the number and case of its noun (CLDR `lt`): `2350 puslapių`, but `2350 puslapis` is the one with that number.
//!
//! The numbers of a range, a sum or a list are formatted alike: `1 500–2 000 Eur`, `1 850 + 2 100 = 3 950`.
//!
//! Full stops or commas between the groups of an amount of money are replaced: `12.500,50 Eur` and `12,500.50 EUR` become
//! `12 500,50 Eur`. `1.500 Eur` is not changed, because it may be a price with three decimals.
//!
//! A full stop may be in a date (`12.31`), a time (`14.30`) or the number of a section (`2.1`): it becomes a comma only
//! before a unit, and in numbers that are none of these.

use crate::patterns::patterns;
use std::ops::{Range, RangeInclusive};

use super::context::{NBSP, ends_digit, is_space, starts_digit, tail as tail_of};
use super::running_text::Edit;
use super::units::{self, Unit};
use super::{codes, names, telephone};

patterns! {
    /// Digits, possibly grouped with spaces, and the digits after full stops or commas.
    NUMBER = r"([0-9]+(?:[ \u{a0}][0-9]+)*)((?:[.,][0-9]+)*)";
    /// A year and a dash, before a figure of that year.
    YEAR_AND_DASH = r"[0-9]{4}[ \u{a0}](?:m\.|metais)[ \u{a0}][–-][ \u{a0}]$";
    /// A currency before its amount, but not after another: `Eur 1500`.
    CURRENCY = r"(?:^|[^\p{L}\p{N}\s][ \u{a0}]?|[^0-9\s][ \u{a0}])(?:Eur|EUR|eur|USD|[€$£])[ \u{a0}]?$";
    /// Digits in groups of three with full stops between them, or with commas and a full stop before the cents.
    SEPARATED = r"(?x)
        (?:^|[\s(„–-])
        ([0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]{1,2})? | [0-9]{1,3}(?:,[0-9]{3})+\.[0-9]{2})
        [\ \u{a0}]?(?:\p{L}|[€$£])";
}

/// Four-digit numbers that could be years.
const YEARS: RangeInclusive<u32> = 1000..=2199;
/// Numbers that could be years even before a noun in the genitive plural: `2023 narių`.
const RECENT_YEARS: RangeInclusive<u32> = 1900..=2100;
/// Years that reports seldom mention. Next to a count, such a number is a count too.
const EARLY_YEARS: RangeInclusive<u32> = 1000..=1849;
/// Years that reports are about.
const YEARS_OF_REPORTS: RangeInclusive<u32> = 1990..=2035;

/// Years that may end a period: `1918 m. – 1940`.
const YEARS_OF_PERIODS: RangeInclusive<u32> = 1850..=2035;

/// A number in a text.
struct Number<'t> {
    place: Range<usize>,
    /// The digits before the fraction, with spaces as typed.
    whole: &'t str,
    /// The separator before the fraction as typed, and the digits of the fraction.
    fraction: Option<(char, &'t str)>,
    unit: Option<Unit>,
    /// Whether a noun in the genitive plural follows, as after most counts.
    is_counted: bool,
    /// How it is joined to the previous number.
    link: Option<Link>,
    /// Whether it follows a year and a dash, as in `2022 m. – 1800`.
    follows_year: bool,
    role: Role,
}

/// The role of digits, judged by the text around them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Number,
    /// A code, or part of a word or of a telephone number.
    Name,
    /// A name because of the word before it, which also applies to the next numbers: `p. 2350 ir 2361`.
    Announced,
}

/// How two numbers are joined.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    Range,
    Sum,
    Conjunction,
    Comma,
}

impl Number<'_> {
    fn is_name(&self) -> bool {
        self.role != Role::Number
    }

    fn is_grouped(&self) -> bool {
        self.whole.contains(is_space)
    }

    /// Whether the spaces form groups of three digits.
    fn is_well_grouped(&self) -> bool {
        let mut groups = self.whole.split(is_space);
        let first = groups.next().unwrap_or_default();
        first.len() <= 3 && !first.starts_with('0') && groups.all(|group| group.len() == 3)
    }

    /// The value of four digits.
    fn year(&self) -> Option<u32> {
        if self.whole.len() == 4 { self.whole.parse().ok() } else { None }
    }

    fn is_measured(&self) -> bool {
        let could_be_year = self.year().is_some_and(|year| RECENT_YEARS.contains(&year));
        match self.unit {
            Some(Unit::Money | Unit::Measure | Unit::Degrees | Unit::Hours | Unit::Minutes) => true,
            Some(Unit::Symbol) => !could_be_year,
            _ => false,
        }
    }

    /// Whether it is a quantity regardless of the numbers it is joined to.
    fn is_quantity(&self) -> bool {
        // A text may have tens of thousands of pages, but no page has such a number.
        let is_part = self.unit == Some(Unit::Part) && !(self.is_counted && self.whole.len() > 4);
        if self.is_name() || is_part && !self.is_grouped() {
            return false;
        }
        if self.is_grouped() {
            return self.is_well_grouped();
        }
        if self.whole.starts_with('0') {
            return false;
        }
        match (self.whole.len(), self.year()) {
            // With a full stop, it may be the number of a section or a customs code, `8421.39`.
            (4, Some(_)) if self.fraction.is_some_and(|(sign, _)| sign == '.') => self.is_measured(),
            // No year has a fraction.
            (4, Some(_)) if self.fraction.is_some_and(|(_, digits)| digits.len() <= 2) => {
                self.unit != Some(Unit::Year)
            }
            // Round numbers are counts rather than years: `2000 narių`.
            (4, Some(year)) => {
                self.is_measured()
                    || self.follows_year && self.unit.is_none() && !YEARS_OF_PERIODS.contains(&year)
                    || self.unit == Some(Unit::Count) && (!RECENT_YEARS.contains(&year) || year % 100 == 0)
                    || self.unit != Some(Unit::Year) && !YEARS.contains(&year)
            }
            (9 | 11, _) => self.unit == Some(Unit::Money),
            (length, _) => (5..=12).contains(&length),
        }
    }

    /// Whether the full stop is a decimal separator, given the unit.
    fn has_decimal_point(&self, unit: Option<Unit>, is_quantity: bool) -> bool {
        let Some(('.', digits)) = self.fraction else { return false };
        let has_leading_zero = self.whole.len() > 1 && self.whole.starts_with('0');
        // Three digits may be the last group of a number.
        if self.is_name()
            || digits.len() > 2
            || has_leading_zero
            || self.is_grouped() && !self.is_well_grouped()
        {
            return false;
        }
        match unit {
            Some(Unit::Money | Unit::Measure | Unit::Symbol | Unit::Fraction | Unit::Degrees) => true,
            Some(Unit::Hours | Unit::Minutes | Unit::Year) if digits.len() == 1 && self.whole.len() < 4 => {
                true
            }
            _ => is_quantity,
        }
    }

    fn edits(&self, unit: Option<Unit>, is_quantity: bool) -> impl Iterator<Item = Edit> {
        let start = self.place.start;
        let spaces = self.whole.match_indices(' ').filter(move |_| is_quantity && self.is_grouped());
        let ties = spaces.map(move |(at, space)| Edit::new(start + at..start + at + space.len(), NBSP));
        let length = if is_quantity && !self.is_grouped() { self.whole.len() } else { 0 };
        let groups = (length % 3..length).step_by(3).filter(|at| *at > 0);
        let groups = groups.map(move |at| Edit::new(start + at..start + at, NBSP));
        let point = self.has_decimal_point(unit, is_quantity).then(|| {
            let point = start + self.whole.len();
            Edit::new(point..point + 1, ",")
        });
        ties.chain(groups).chain(point)
    }
}

pub(super) fn edits(text: &str) -> Vec<Edit> {
    let mut numbers = find(text);
    count_beside_counts(&mut numbers);
    let mut edits = Vec::new();
    let mut rest = numbers.as_slice();
    while !rest.is_empty() {
        let joined = rest.iter().skip(1).take_while(|number| number.link.is_some()).count();
        let (group, after) = rest.split_at(joined + 1);
        edits.extend(of_group(group));
        rest = after;
    }
    edits
}

/// Treats possible years next to a count as counts: `2 450 knygų ir 1 300 žaislų`.
fn count_beside_counts(numbers: &mut [Number<'_>]) {
    let is_long_quantity =
        |number: &Number<'_>| number.is_quantity() && (number.whole.len() > 3 || number.is_grouped());
    let are_long: Vec<bool> = numbers.iter().map(is_long_quantity).collect();
    for (index, number) in numbers.iter_mut().enumerate() {
        let is_long = |index: Option<usize>| index.and_then(|index| are_long.get(index)) == Some(&true);
        let could_be_count = number.unit.is_none()
            && number.is_counted
            && number.year().is_some_and(|year| EARLY_YEARS.contains(&year));
        if could_be_count && (is_long(index.checked_sub(1)) || is_long(index.checked_add(1))) {
            number.unit = Some(Unit::Count);
        }
    }
}

/// Replaces full stops and commas between the digit groups of amounts of money.
pub(super) fn separated_groups(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    for found in SEPARATED.matches(text, |found| Some(found.get(1)?.end())) {
        let Some(amount) = found.get(1) else { break };
        let before = text.get(..amount.start()).unwrap_or_default();
        let after = text.get(amount.end()..).unwrap_or_default();
        let (whole, cents) = match amount.as_str().rsplit_once([',', '.']) {
            Some((whole, cents)) if cents.len() < 3 => (whole, Some(cents)),
            _ => (amount.as_str(), None),
        };
        let groups: Vec<&str> = whole.split(['.', ',']).collect();
        // `1.500` may have three decimals.
        let is_sure = cents.is_some() || groups.len() > 2 || whole.find('.').is_some_and(|at| at > 1);
        if is_sure
            && !whole.starts_with('0')
            && units::at_start(after) == Some(Unit::Money)
            && !codes::is_numbered(before)
        {
            let cents = cents.map(|cents| format!(",{cents}")).unwrap_or_default();
            edits.push(Edit::new(amount.range(), format!("{}{cents}", groups.join(NBSP))));
        }
    }
    edits
}

/// Makes the spaces between groups of digits no-break spaces, and changes nothing else.
pub(super) fn ties(text: &str) -> Vec<Edit> {
    let grouped = find(text).into_iter().filter(|number| number.is_grouped() && number.is_quantity());
    grouped
        .flat_map(|number| number.edits(None, true).collect::<Vec<_>>())
        .filter(|edit| !edit.is_insertion())
        .collect()
}

/// The edits of a group of joined numbers.
fn of_group(group: &[Number<'_>]) -> Vec<Edit> {
    let last = group.last();
    // Parts of a text are numbered, not counted: `5171, 5172 ir 5173 straipsniai`.
    let are_parts = last.is_some_and(|last| last.unit == Some(Unit::Part) && !last.is_quantity());
    if are_parts && !group.iter().any(Number::is_grouped) {
        return Vec::new();
    }
    let is_measured = last.is_some_and(Number::is_measured);
    // The first number has a link only to what is before the group.
    let has_link = |link| group.iter().skip(1).any(|number| number.link == Some(link));
    let (has_sum, is_list) = (has_link(Link::Sum), has_link(Link::Conjunction));
    let has_quantity = group.iter().any(Number::is_quantity);
    let are_counted = has_quantity && last.is_some_and(|last| last.unit == Some(Unit::Count));
    let mut edits = Vec::new();
    for (index, number) in group.iter().enumerate() {
        let next = group.get(index + 1);
        let bounds = |other: Option<&Number<'_>>| other.is_some_and(Number::is_quantity);
        let in_range = next.filter(|next| next.link == Some(Link::Range)).or_else(|| {
            let before = index.checked_sub(1).and_then(|before| group.get(before));
            before.filter(|_| number.link == Some(Link::Range))
        });
        // `nuo 0000 iki 2359` are hours, and `nuo 1900 iki 3000` may be years.
        let bounds_names = in_range.is_some_and(|other| {
            let has_leading_zero = |number: &Number<'_>| {
                number.whole.starts_with('0') && number.whole.len() == other.whole.len()
            };
            let may_be_years =
                [other, number].iter().all(|number| number.unit.is_none() && !number.is_counted)
                    && [other, number]
                        .iter()
                        .any(|number| number.year().is_some_and(|year| RECENT_YEARS.contains(&year)));
            number.whole.len() == 4 && ([other, number].into_iter().any(has_leading_zero) || may_be_years)
        });
        // So may be the numbers in `tarp 1583 ir 9956`.
        let is_beside_year = number.whole.len() == 4 && {
            let before = index.checked_sub(1).and_then(|before| group.get(before));
            let joined = next
                .filter(|next| next.link == Some(Link::Conjunction))
                .or_else(|| before.filter(|_| number.link == Some(Link::Conjunction)));
            joined.is_some_and(|other| {
                other.year().is_some_and(|year| YEARS.contains(&year))
                    && [other, number].iter().all(|number| number.unit.is_none() && !number.is_counted)
            })
        };
        let could_be_of_report = number.year().is_some_and(|year| YEARS_OF_REPORTS.contains(&year));
        let is_joined = number.year().is_some()
            && !number.is_name()
            && !number.whole.starts_with('0')
            && (bounds(in_range)
                || has_sum && (is_measured || has_quantity)
                || is_list && (is_measured || are_counted) && !could_be_of_report && number.unit.is_none());
        // Numbers without a unit have that of the last number.
        let unit = number.unit.or(last.and_then(|last| last.unit));
        edits.extend(
            number.edits(unit, (number.is_quantity() || is_joined) && !bounds_names && !is_beside_year),
        );
    }
    edits
}

fn find(text: &str) -> Vec<Number<'_>> {
    let telephones = telephone::find(text);
    let mut numbers: Vec<Number<'_>> = Vec::new();
    for found in NUMBER.matches(text, |found| Some(found.get(0)?.end())) {
        let (Some(place), Some(whole), Some(tail)) = (found.get(0), found.get(1), found.get(2)) else {
            break;
        };
        let before = text.get(..place.start()).unwrap_or_default();
        let after = text.get(place.end()..).unwrap_or_default();
        let fraction =
            tail.as_str().chars().next().map(|sign| (sign, tail.as_str().trim_start_matches(['.', ','])));
        let unit =
            units::at_start(after).or_else(|| CURRENCY.is_match(tail_of(before)).then_some(Unit::Money));
        let has_many_parts =
            fraction.is_some_and(|(_, digits)| digits.contains(['.', ',']) || digits.len() > 3);
        let is_part_of_word = before
            .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '_' | ':' | ';'))
            || after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '@' | '_' | '\\'))
            || after.strip_prefix(':').is_some_and(starts_digit);
        let follows_year = YEAR_AND_DASH.is_match(tail_of(before));
        let link = numbers.last().and_then(|last| link(text.get(last.place.end..place.start())?));
        // A noun in the genitive plural is counted even if it is not in the lists of units.
        let is_counted = units::is_genitive_plural(after);
        let counted = unit.or(is_counted.then_some(Unit::Count));
        let follows_name = link.is_some_and(|link| link != Link::Sum)
            && numbers.last().is_some_and(|last| last.role == Role::Announced && last.unit.is_none())
            && counted.is_none_or(|unit| unit == Unit::Part);
        let is_of_a_place = counted.is_none_or(|unit| unit == Unit::Part) && codes::are_of_a_place(before);
        let is_of_a_standard = counted.is_none()
            && whole.len() < 6
            && (codes::is_acronym(before) || codes::precedes_standard(after));
        let is_of_a_name = matches!(whole.len(), 4 | 5) && names::end_with_name(before, counted);
        let is_announced = follows_name
            || is_of_a_place
            || is_of_a_standard
            || is_of_a_name
            || codes::are_announced(before, counted);
        let is_name = has_many_parts
            || is_part_of_word
            || ends_digit(before.trim_end_matches(is_space))
            || telephone::contain(&telephones, place.start())
            || codes::is_ordinal(whole.as_str(), after)
            || codes::is_postal_code(before, place.as_str(), after);
        let role = match (is_announced, is_name) {
            (true, _) => Role::Announced,
            (false, true) => Role::Name,
            (false, false) => Role::Number,
        };
        numbers.push(Number {
            place: place.range(),
            whole: whole.as_str(),
            fraction,
            unit,
            is_counted,
            link,
            follows_year,
            role,
        });
    }
    numbers
}

/// The link that the text between two numbers expresses.
fn link(between: &str) -> Option<Link> {
    const MAX_LENGTH: usize = " arba ".len() + 2;
    if between.len() > MAX_LENGTH {
        return None;
    }
    match between.replace('\u{a0}', " ").as_str() {
        "–" | " iki " => Some(Link::Range),
        " + " | " = " | " − " | " × " => Some(Link::Sum),
        " ir " | " ar " | " arba " | " bei " => Some(Link::Conjunction),
        ", " => Some(Link::Comma),
        _ => None,
    }
}
