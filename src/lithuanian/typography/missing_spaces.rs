//! Inserts missing spaces: `25kg`, `2023m.`, `XIXa.`, `t.y.`, `Nr.5`, `J.Jonaitis`, `UAB"Saulė"`.
//!
//! There is a no-break space between a number and its unit, between the parts of an abbreviation, and between initials
//! and names (VLKK; EU style guide).

use super::abbreviations::{BEFORE_ANY_WORD, BEFORE_DIGITS, LEGAL_FORMS, PAIRS, TITLES};
use super::context::{NBSP, OPENING_MARKS, head, last_word, starts_lower, starts_upper, tail};
use super::running_text::{Edit, replace_group};
use super::{codes, roman, units};
use crate::patterns::patterns;

patterns! {
    /// A digit directly followed by letters or a sign.
    MEASURED = r"[0-9]()[\p{L}%‰€°]";
    /// The full stop of an abbreviation or initial, directly followed by a word or number.
    STOP = r"\p{L}\.()[\p{L}0-9]";
    /// A Roman numeral directly followed by the abbreviation of a century.
    CENTURY = r"(?:^|[^\p{L}\p{N}])([IVX]+)()a\.(?:[^\p{L}\p{N}]|$)";
    /// A possible legal form directly followed by a quoted name.
    QUOTED = r#"\p{L}()["„“”]\p{Lu}"#;
    /// The unit of a number directly followed by the next word: `2023 m.gegužės`.
    UNIT = r"[0-9][ \u{a0}]?(?:m|d|val|min|proc|mėn|sav|vnt|egz)\.()\p{Ll}{3}";
    /// A month and a day, after the first day of a range: `31d.-birželio 2d.`
    MONTH = r"^\p{Ll}{4,10}[ \u{a0}][0-9]";
    /// A comma between words: `Vilnius,Kaunas`.
    COMMA = r"\p{Ll}{2},()\p{L}\p{Ll}";
    /// A colon directly followed by a quotation.
    COLON = r#"\p{Ll}:()["„“”]\p{Lu}"#;
    /// An optional second initial, and a name.
    NAME = r"^(?:\p{Lu}\.)?(?:[ \u{a0}]?\p{Lu}\p{Ll}{2})";
}

/// Single-letter units that are also letters of classes, houses and models: `5g`, `12t`.
const LETTERS: &[&str] = &["m", "g", "t", "l", "W", "s", "h"];

/// Abbreviations of adjectives, which may precede a noun as well as a name.
const ADJECTIVES: &[&str] = &["gen.", "vyr.", "vyresn."];

pub(super) fn edits(text: &str) -> Vec<Edit> {
    let mut edits: Vec<Edit> = replace_group(&MEASURED, text, NBSP)
        .into_iter()
        .filter(|edit| {
            let (before, after) = around(text, edit);
            is_number_with_unit(before, after)
        })
        .collect();
    edits.extend(replace_group(&STOP, text, NBSP).into_iter().filter(|edit| {
        let (before, after) = around(text, edit);
        is_abbreviation(before, after) || is_initial(before, after)
    }));
    edits.extend(centuries(text));
    edits.extend(replace_group(&QUOTED, text, NBSP).into_iter().filter(|edit| {
        let (before, _) = around(text, edit);
        LEGAL_FORMS.contains(&last_word(before))
    }));
    edits.extend(replace_group(&UNIT, text, " "));
    edits.extend(replace_group(&COLON, text, " "));
    edits.extend(replace_group(&COMMA, text, " ").into_iter().filter(|edit| {
        let (before, after) = around(text, edit);
        // `name=timeline,show=off` is an option of a program.
        let end = head(after).find(char::is_whitespace).unwrap_or(after.len());
        !last_word(before).contains('=') && !after.get(..end).is_some_and(|rest| rest.contains('='))
    }));
    edits.sort_by_key(|edit| edit.range.start);
    edits.dedup_by_key(|edit| edit.range.start);
    edits
}

/// The positions between a Roman numeral and `a.`.
fn centuries(text: &str) -> impl Iterator<Item = Edit> {
    CENTURY.matches(text, |found| Some(found.get(2)?.start())).filter_map(|found| {
        let (numeral, place) = (found.get(1)?, found.get(2)?);
        roman::value(numeral.as_str()).is_some().then(|| Edit::new(place.range(), NBSP))
    })
}

fn around<'t>(text: &'t str, edit: &Edit) -> (&'t str, &'t str) {
    text.split_at_checked(edit.range.start).unwrap_or_default()
}

/// Whether a text ends in a separate number, and the other begins with its unit.
fn is_number_with_unit(before: &str, after: &str) -> bool {
    let before = tail(before);
    let number_start = before.trim_end_matches(|c: char| c.is_ascii_digit() || ".,:–-".contains(c)).len();
    let (context, number) = before.split_at_checked(number_start).unwrap_or_default();
    // `+15°C` is a temperature, but `+5km` is not a quantity.
    let is_above_zero = context.ends_with('+') && after.starts_with('°');
    if context.ends_with(|c: char| c.is_alphanumeric() || "_/\\@#&=+".contains(c)) && !is_above_zero
        || number.starts_with(['.', ',', ':'])
    {
        return false;
    }
    let unit = units::word(after);
    if unit.starts_with(['%', '‰', '€']) {
        return true;
    }
    let rest = after.get(unit.len()..).unwrap_or_default();
    let goes_on = rest.starts_with(|c: char| c.is_alphanumeric() && !unit.ends_with('.') || c == '_')
        || rest.strip_prefix('-').is_some_and(|rest| !(unit.ends_with('.') && MONTH.is_match(head(rest))));
    let bare = unit.trim_end_matches('.');
    let is_letter = LETTERS.contains(&bare) && !matches!(unit, "m.");
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let is_long = number.contains(',') || digits > 2 || bare == "m" && digits == 2;
    let is_street = matches!(unit, "a." | "g." | "l." | "t.");
    // The news portal, also as `„15min.lt“`, where no address is seen.
    let is_name = number == "15" && (unit == "min" || unit == "min." && rest.starts_with("lt"));
    unit != "°"
        && !goes_on
        && !is_street
        && !is_name
        && units::at_start(after).is_some()
        && (!is_letter || is_long)
}

/// Whether a text ends in an abbreviation that belongs to the start of the other.
fn is_abbreviation(before: &str, after: &str) -> bool {
    let word = last_part(before);
    if after.starts_with(|c: char| c.is_ascii_digit()) {
        let word = word.to_lowercase();
        return BEFORE_DIGITS.contains(&word.as_str())
            || matches!(word.as_str(), "tel." | "mob." | "faks." | "val." | "mln." | "tūkst.");
    }
    let after = head(after);
    // `Nr.V-123`, but no sentence after `nr.`
    if matches!(word, "Nr." | "nr.") {
        return codes::begins_code(after);
    }
    let word = word.to_lowercase();
    if BEFORE_ANY_WORD.contains(&word.as_str()) {
        return starts_lower(after) || units::at_start(after) == Some(units::Unit::Money);
    }
    // `vyr.specialistas`
    if ADJECTIVES.contains(&word.as_str()) && starts_lower(after) {
        return true;
    }
    // `doc.dr. J. Petraitis`
    let next = units::word(after).to_lowercase();
    if TITLES.contains(&word.as_str()) {
        return starts_upper(after) || next.ends_with('.') && TITLES.contains(&next.as_str());
    }
    PAIRS.iter().any(|(first, second)| {
        let rest = after.strip_prefix(second);
        word == *first && rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    })
}

/// Whether a text ends in an initial, and the other begins with a name, optionally after another initial.
fn is_initial(before: &str, after: &str) -> bool {
    let word = last_part(before);
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.as_str() == "." && NAME.is_match(head(after))
}

/// The letters at the end of a text with the full stop after them; empty if a letter, a digit or a joining sign precedes
/// them.
fn last_part(text: &str) -> &str {
    let text = tail(text);
    let letters = text.trim_end_matches('.').trim_end_matches(char::is_alphabetic).len();
    let (before, word) = text.split_at_checked(letters).unwrap_or_default();
    let is_alone = before
        .chars()
        .next_back()
        .is_none_or(|c| c.is_whitespace() || OPENING_MARKS.contains(&c) || "-–—/.,;:".contains(c));
    if is_alone { word } else { "" }
}
