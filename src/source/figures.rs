//! Figures among words, where only a number is expected: `28,3 tūkst. Eur`, `apie 25`.

use rust_decimal::Decimal;

use crate::report::{Number, NumberError};

/// Marks that group thousands in other countries.
const APOSTROPHES: [char; 3] = ['\'', '’', '‘'];

/// A figure and the words after it, up to the next figure.
struct Figure {
    written: String,
    after: String,
}

/// The possible readings of the only figure in a text, as numbers of the report: one, or two if it is ambiguous. None
/// if there is no figure, or several.
///
/// Thousands and millions in words are multiplied out, and cents are added to euros.
pub(super) fn readings(text: &str) -> Vec<String> {
    match figures(text).as_slice() {
        [only] => of_one(only),
        // The bounds of a range.
        [from, to] if ["-", "–", "—", "iki"].contains(&from.after.trim()) => {
            let bounds: Vec<Vec<String>> = [from, to].map(of_one).into();
            if bounds.iter().all(|bound| bound.len() == 1) { bounds.concat() } else { Vec::new() }
        }
        [euros, cents] => with_cents(euros, cents).into_iter().collect(),
        _ => Vec::new(),
    }
}

fn of_one(Figure { written, after }: &Figure) -> Vec<String> {
    let Some(times) = multiplier(after) else { return Vec::new() };
    let digits = written.replace(APOSTROPHES, "");
    match digits.parse::<Number>() {
        Ok(_) if times == Decimal::ONE => vec![digits],
        Ok(number) => vec![(number.decimal() * times).normalize().to_string()],
        Err(NumberError::Ambiguous { grouped, rounded, .. }) if times == Decimal::ONE => {
            vec![grouped, rounded]
        }
        Err(_) => Vec::new(),
    }
}

/// What the words after a figure multiply it by; `None` if they may be an unknown abbreviation of a multiplier or a part of
/// a unit: `28k`, `28 t`, `50 ct`.
fn multiplier(after: &str) -> Option<Decimal> {
    let unit: String = after.chars().take_while(|c| c.is_alphabetic()).collect();
    match unit.as_str() {
        "" | "d" => Some(Decimal::ONE),
        _ if unit.starts_with("tūk") || unit.starts_with("tuk") => Some(Decimal::ONE_THOUSAND),
        _ if unit == "mln" || unit.starts_with("milijon") => Some(Decimal::from(1_000_000)),
        _ if unit == "mlrd" || unit.starts_with("milijard") => Some(Decimal::from(1_000_000_000)),
        _ if unit.starts_with("cent") || unit.chars().count() <= 2 => None,
        _ => Some(Decimal::ONE),
    }
}

/// `28344 Eur 50 ct` as one number.
fn with_cents(euros: &Figure, cents: &Figure) -> Option<String> {
    let is_money = (euros.after.starts_with("eur") || euros.after.starts_with('€'))
        && (cents.after.starts_with("ct") || cents.after.starts_with("cent"));
    let of_cents: Decimal = cents.written.parse().ok().filter(|_| is_money && cents.written.len() <= 2)?;
    let of_euros = euros.written.parse::<Number>().ok()?.decimal();
    Some((of_euros + of_cents / Decimal::ONE_HUNDRED).to_string())
}

fn figures(text: &str) -> Vec<Figure> {
    let mut found: Vec<Figure> = Vec::new();
    let mut is_open = false;
    let mut before = None;
    let lower = text.to_lowercase();
    let mut chars = lower.chars().peekable();
    while let Some(c) = chars.next() {
        let joins = c.is_whitespace() || matches!(c, '.' | ',') || APOSTROPHES.contains(&c);
        let digit_follows = chars.peek().is_some_and(char::is_ascii_digit);
        match found.last_mut() {
            Some(figure) if is_open && (c.is_ascii_digit() || (joins && digit_follows)) => {
                figure.written.push(c);
            }
            _ if c.is_ascii_digit() => {
                let is_negative = before.is_some_and(|sign| matches!(sign, '-' | '−')) && found.is_empty();
                let sign = if is_negative { "-" } else { "" };
                found.push(Figure { written: format!("{sign}{c}"), after: String::new() });
                is_open = true;
            }
            Some(figure) => {
                is_open = false;
                if !(figure.after.is_empty() && c.is_whitespace()) {
                    figure.after.push(c);
                }
            }
            None => {}
        }
        before = Some(c);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_only_figure_is_read() {
        for (text, figures) in [
            ("28,3 tūkst. Eur", &["28300"] as &[&str]),
            ("48 tūkstančiai", &["48000"]),
            ("1,2 mln. Eur", &["1200000"]),
            ("28'344", &["28344"]),
            ("apie 28 344,50 Eur", &["28 344,50"]),
            ("1200,-", &["1200"]),
            ("28344 Eur 50 ct", &["28344.50"]),
            ("~ -15", &["-15"]),
            ("apie 7.217", &["7217", "7.22"]),
            ("nėra", &[]),
            ("nuo 5 iki 10", &["5", "10"]),
            ("10–15", &["10", "15"]),
            ("20000+8344", &[]),
            ("7.217 tūkst.", &[]),
            ("1,2 mlrd. Eur", &["1200000000"]),
            ("25 d.", &["25"]),
            ("28k", &[]),
            ("28 k Eur", &[]),
            ("50 ct", &[]),
        ] {
            assert_eq!(readings(text), figures, "{text}");
        }
    }
}
