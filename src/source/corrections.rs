//! Corrections of malformed values: what their authors are likely to have meant.

use super::figures;
use super::quoting::quoted;
use super::tree::Scalar;
use super::values::{self, ScalarType};
use crate::report::{
    AmountError, Date, DateSpanError, ImagePathError, NumberError, ProseError, ValueError, Year, YearMonth,
};

/// A replacement for a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Correction {
    /// The replacement, in YAML.
    pub(super) typed: String,
    /// Whether it is what the author meant, rather than an example.
    pub(super) is_meant: bool,
}

fn meant(typed: impl Into<String>) -> Vec<Correction> {
    vec![Correction { typed: typed.into(), is_meant: true }]
}

fn examples(typed: &[&str]) -> Vec<Correction> {
    typed.iter().map(|typed| Correction { typed: (*typed).to_owned(), is_meant: false }).collect()
}

/// The only reading of a value, or all of them as examples; the given example if there is none.
fn readings(found: &[String], example: &str) -> Vec<Correction> {
    match found {
        [] => examples(&[example]),
        [only] => meant(only),
        several => examples(&several.iter().map(String::as_str).collect::<Vec<_>>()),
    }
}

/// Quotation marks of any language that an author may have put around a value.
const MARKS: [char; 13] = ['"', '\'', '„', '“', '”', '‟', '«', '»', '‚', '‘', '’', '`', '´'];

/// Replacements for a text that is not a valid value of the type `name`.
pub(super) fn of(name: &str, text: &str, error: &ValueError) -> Vec<Correction> {
    let is_right = |text: &str| values::text_error(name, text).is_none();
    let bare = text.trim_matches(|c: char| MARKS.contains(&c) || c.is_whitespace());
    let is_simple = !matches!(error, ValueError::Prose(_) | ValueError::Line(_));
    if is_simple && bare != text && !bare.is_empty() && is_right(bare) {
        return meant(typed(bare));
    }
    match error {
        ValueError::Amount(AmountError(error)) => number(bare, error, is_right, "28344", true),
        ValueError::Number(error) => number(bare, error, is_right, "1204", false),
        ValueError::Count(_) => {
            let digits: String =
                bare.chars().take_while(|c| c.is_ascii_digit() || c.is_whitespace()).collect();
            let digits = digits.trim();
            let rest = bare.get(digits.len()..).unwrap_or_default().trim();
            let is_noun = rest.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.'));
            if !digits.is_empty() && is_noun && is_right(digits) {
                return meant(digits);
            }
            match figures::readings(bare).as_slice() {
                [only] if is_right(only) => examples(&[only]),
                _ => examples(&["25"]),
            }
        }
        ValueError::Currency(_) => currency(bare),
        ValueError::Code(_) => {
            let digits: String = bare.chars().filter(char::is_ascii_digit).collect();
            if is_right(&digits) { meant(format!("\"{digits}\"")) } else { examples(&["\"302296711\""]) }
        }
        ValueError::Date(_) => readings(&days(bare), "2024-03-29"),
        ValueError::YearMonth(_) => match month(&numbers(bare)) {
            Some(month) => meant(month),
            None => examples(&["2022-03"]),
        },
        ValueError::DateSpan(DateSpanError::Malformed(_)) if days(bare).len() > 1 => {
            readings(&days(bare), "2023-05-12")
        }
        ValueError::DateSpan(error) => span(bare, error).map_or_else(|| examples(&["2023-05-12"]), meant),
        ValueError::Email(_) if one_of(bare, '@', is_right).is_some() => {
            one_of(bare, '@', is_right).map(|address| meant(typed(&address))).unwrap_or_default()
        }
        ValueError::Email(_) => email(bare, is_right),
        ValueError::Website(_) => {
            let address: String = bare.chars().filter(|c| !c.is_whitespace()).collect();
            let address = address.replacen("http:/www", "http://www", 1).replacen("https//", "https://", 1);
            let is_one = bare.split_whitespace().filter(|word| word.contains('.')).count() < 2;
            if let Some(address) = one_of(bare, '.', is_right) {
                meant(typed(&address))
            } else if is_one && is_right(&address) {
                meant(typed(&address))
            } else if is_one && is_right(&address.replace(',', ".")) {
                meant(typed(&address.replace(',', ".")))
            } else {
                examples(&["www.example.lt"])
            }
        }
        ValueError::Phone(_) => {
            let number = bare.replace('~', " ");
            let is_of_number =
                |c: char| c.is_ascii_digit() || matches!(c, '+' | '(' | ')' | '-' | ' ' | '\u{a0}');
            let number = number.trim_matches(|c: char| !(c.is_ascii_digit() || matches!(c, '+' | '(' | ')')));
            // A name after the number.
            let number = number.find(|c: char| !is_of_number(c)).map_or(number, |end| {
                let (number, rest) = number.split_at(end);
                if rest.contains(|c: char| c.is_ascii_digit()) {
                    bare
                } else {
                    number.trim_end_matches(['(', ' ', '-'])
                }
            });
            if is_right(number) { meant(typed(number)) } else { examples(&["+370 600 00000"]) }
        }
        ValueError::ImagePath(error) => image_path(bare, error),
        ValueError::Rgb(_) => {
            let digits = bare.trim_start_matches('#');
            let doubled: String = digits.chars().flat_map(|c| [c, c]).collect();
            let candidates = [format!("#{digits}"), format!("#{doubled}")];
            match candidates.iter().find(|color| is_right(color)) {
                Some(color) => meant(format!("\"{color}\"")),
                None => examples(&["\"#0b5563\""]),
            }
        }
        ValueError::Cmyk(error) => examples(&[if error.0 < 0 { "0" } else { "100" }]),
        ValueError::Year(error) => match error.0 {
            // Two digits of this century.
            short @ 0..=99 => meant((2000 + short).to_string()),
            _ => examples(&["2023"]),
        },
        ValueError::Prose(ProseError::Empty) | ValueError::Line(_) => examples(&["Tekstas."]),
        ValueError::Prose(_) => Vec::new(),
    }
}

/// Replacements for the invalid part of a text.
pub(super) fn of_part(error: &ValueError) -> Vec<Correction> {
    let ValueError::Prose(error) = error else { return Vec::new() };
    match error {
        ProseError::Link(error) => {
            let target = error.0.trim();
            if target.contains('@') && !target.contains([':', '/']) {
                meant(format!("mailto:{target}"))
            } else if target.contains('.') && !target.contains(':') && !target.contains(char::is_whitespace) {
                meant(format!("https://{}", target.trim_start_matches('/')))
            } else {
                examples(&["https://www.example.org"])
            }
        }
        ProseError::Language(error) => {
            let code = match error.0.to_lowercase().as_str() {
                "gb" | "uk-gb" | "us" | "eng" | "anglų" => "en",
                "ua" | "ukr" | "ukrainiečių" => "uk",
                "ger" | "vok" | "vokiečių" => "de",
                "fra" | "pranc" | "prancūzų" => "fr",
                "pol" | "lenkų" => "pl",
                "lit" | "lietuvių" => "lt",
                _ => return examples(&["lang:en"]),
            };
            meant(format!("lang:{code}"))
        }
        _ => Vec::new(),
    }
}

/// The only word of a text that contains a given character and is valid.
fn one_of(text: &str, sign: char, is_right: impl Fn(&str) -> bool) -> Option<String> {
    let marks = ['<', '>', '[', ']', '(', ')', ',', ';', ':'];
    let mut words = text
        .split(|c: char| c.is_whitespace() || "[]()<>".contains(c))
        .map(|word| word.trim_start_matches("mailto:").trim_matches(marks).trim_end_matches('.'))
        .filter(|word| word.contains(sign) && is_right(word))
        .collect::<Vec<_>>();
    // `[www.example.lt](http://www.example.lt)`
    words.dedup_by_key(|word| {
        word.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/')
    });
    match words.as_slice() {
        [only] => Some((*only).to_owned()),
        _ => None,
    }
}

/// A value in YAML: in quotation marks, if YAML would read it as another type.
pub(super) fn typed(text: &str) -> String {
    let is_plain = text.starts_with(|c: char| c.is_alphanumeric() || c == '+')
        && text.chars().all(|c| c.is_alphanumeric() || "+-._/@() \u{a0}:?=".contains(c))
        && !text.contains(": ")
        && !text.ends_with(':');
    let is_text = ScalarType::of(&Scalar { text: text.to_owned(), plain: true }) == ScalarType::Text;
    if is_plain && is_text { text.to_owned() } else { quoted(text) }
}

/// Corrects an address of e-mail without other words beside it.
fn email(bare: &str, is_right: impl Fn(&str) -> bool) -> Vec<Correction> {
    let address: String = bare.chars().filter(|c| !c.is_whitespace()).collect();
    let address = match address.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => address.replacen(scheme, "", 1),
        _ => address,
    };
    let address = address.replace("(at)", "@").replace("[at]", "@").replace("(eta)", "@");
    let address = address.trim_matches(['<', '>', '.', ',', ';']);
    let dotted = address.replace(',', ".");
    if is_right(address) {
        meant(typed(address))
    } else if is_right(&dotted) {
        meant(typed(&dotted))
    } else {
        examples(&["info@example.lt"])
    }
}

fn number(
    text: &str,
    error: &NumberError,
    is_right: impl Fn(&str) -> bool,
    example: &str,
    may_be_null: bool,
) -> Vec<Correction> {
    match error {
        NumberError::Ambiguous { grouped, rounded, .. } => examples(&[grouped, rounded]),
        NumberError::TooFine { rounded, .. } => examples(&[rounded]),
        NumberError::Dash(_) if may_be_null => meant("null"),
        NumberError::NotANumber(_) => {
            let words = ["eurai", "eurų", "euro", "eur", "euras", "€", "eu"];
            let mut bare = text.to_lowercase();
            for word in words {
                let word = word.to_owned();
                let stripped =
                    bare.trim_end_matches('.').strip_suffix(&word).or_else(|| bare.strip_prefix(&word));
                if let Some(rest) = stripped {
                    bare = rest.trim().to_owned();
                    break;
                }
            }
            let single_spaced = bare.split_whitespace().collect::<Vec<_>>().join(" ");
            let begins = bare.starts_with(|c: char| c.is_ascii_digit() || c == '-');
            if begins && is_right(&single_spaced) {
                return meant(single_spaced);
            }
            // No figure is invented where there may be none.
            let otherwise = if may_be_null { "null" } else { example };
            let found: Vec<String> =
                figures::readings(text).into_iter().filter(|figure| is_right(figure)).collect();
            match found.as_slice() {
                [only] if is_about_money(text) => meant(typed_number(only)),
                [only] => examples(&[&typed_number(only)]),
                several => readings(several, otherwise),
            }
        }
        NumberError::Dash(_) | NumberError::TooLarge(_) => examples(&[example]),
    }
}

/// Whether only the figure and words for amounts of money are in a text.
fn is_about_money(text: &str) -> bool {
    let known = |word: &str| {
        ["eur", "tūkst", "mln", "milijon", "ct", "cent"].iter().any(|known| word.starts_with(known))
    };
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).all(known)
}

/// A number in YAML that may be within braces.
fn typed_number(number: &str) -> String {
    if number.contains(',') { quoted(number) } else { number.to_owned() }
}

fn currency(text: &str) -> Vec<Correction> {
    let word = text.trim_end_matches('.').to_lowercase();
    if ["eur", "€", "euras", "eurai", "euro", "eurų"].contains(&word.as_str()) {
        return meant("EUR");
    }
    let upper = text.to_uppercase();
    if values::text_error("Currency", &upper).is_none() { meant(upper) } else { examples(&["EUR"]) }
}

/// Corrects a path with Windows separators, or one that leads out of the report's folder.
fn image_path(text: &str, error: &ImagePathError) -> Vec<Correction> {
    let path = text.replace('\\', "/");
    let path = if *error == ImagePathError::Address(text.to_owned()) { "/".to_owned() + &path } else { path };
    let is_inside =
        !matches!(error, ImagePathError::Empty) && values::text_error("ImagePath", &path).is_none();
    if is_inside {
        return meant(typed(&path));
    }
    match path.rsplit('/').next().filter(|name| !name.is_empty() && *name != "..") {
        Some(name) => vec![Correction { typed: typed(&format!("images/{name}")), is_meant: false }],
        None => examples(&["images/a.jpg"]),
    }
}

/// The first letters of the Lithuanian names of the months, but for February, which begins like the summer.
const MONTHS: [&str; 12] =
    ["saus", "vasari", "kov", "baland", "geguž", "biržel", "liep", "rugpj", "rugs", "spal", "lapkr", "gruod"];
/// The first letters of the seasons, with their months.
const SEASONS: [(&str, [u32; 2]); 5] =
    [("pavasar", [3, 5]), ("vasara", [6, 8]), ("vasarą", [6, 8]), ("vasaros", [6, 8]), ("rud", [9, 11])];

/// The numbers of a date in order; the name of a month counts as its number.
fn numbers(text: &str) -> Vec<u32> {
    let mut numbers = Vec::new();
    let lower = text.to_lowercase();
    for word in lower.split(|c: char| !c.is_alphanumeric()) {
        if let Ok(number) = word.parse() {
            // 20240329
            match word.len() {
                8 => numbers.extend([number / 10_000, number / 100 % 100, number % 100]),
                _ => numbers.push(number),
            }
        } else {
            numbers.extend(month_of(word));
        }
    }
    numbers
}

/// The number of a month from its name in lower case.
fn month_of(word: &str) -> Option<u32> {
    let word = word.replace("vasarį", "vasari");
    let month = MONTHS.iter().position(|month| word.starts_with(month))?;
    u32::try_from(month + 1).ok()
}

/// The days that a text may mean: one, or two if the day cannot be told from the month, or from a year of two digits.
fn days(text: &str) -> Vec<String> {
    let numbers = numbers(text);
    let readings = match *numbers.as_slice() {
        [first, second, year] if year > 31 && text.contains('/') => {
            vec![day(&[year, second, first]), day(&[year, first, second])]
        }
        [first, month, last] if [first, month, last].iter().all(|number| *number <= 31) => {
            vec![day(&[2000 + first, month, last]), day(&[2000 + last, month, first])]
        }
        _ => vec![day(&numbers)],
    };
    let mut days: Vec<String> = readings.into_iter().flatten().collect();
    days.dedup();
    days
}

fn day(numbers: &[u32]) -> Option<String> {
    let (year, month, day) = match *numbers {
        [year, month, day] if year > 31 => (year, month, day),
        [day, month, year] if year > 31 && month <= 12 => (year, month, day),
        _ => return None,
    };
    let day = format!("{year:04}-{month:02}-{day:02}");
    day.parse::<Date>().is_ok().then_some(day)
}

fn month(numbers: &[u32]) -> Option<String> {
    let (year, month) = match *numbers {
        [year, month] | [year, month, _] if year > 31 => (year, month),
        [month, year] if year > 31 => (year, month),
        _ => return None,
    };
    let month = format!("{year:04}-{month:02}");
    month.parse::<YearMonth>().is_ok().then_some(month)
}

fn span(text: &str, error: &DateSpanError) -> Option<String> {
    if let DateSpanError::Reversed(_) = error {
        let (first, last) = text.split_once('/')?;
        return Some(if first == last { first.to_owned() } else { format!("{last}/{first}") });
    }
    let numbers = numbers(text);
    let two = |first: Option<String>, last: Option<String>| match (first?, last?) {
        (first, last) if first == last => Some(first),
        (first, last) if first < last => Some(format!("{first}/{last}")),
        (first, last) => Some(format!("{last}/{first}")),
    };
    match *numbers.as_slice() {
        [_, _] => month(&numbers),
        [_, _, _] => days(text).into_iter().next(),
        [year, from, other, to] if other > 31 => two(month(&[year, from]), month(&[other, to])),
        [year, month, from, to] => two(day(&[year, month, from]), day(&[year, month, to])),
        [year, from_month, from, to_month, to] => {
            two(day(&[year, from_month, from]), day(&[year, to_month, to]))
        }
        [_, _, _, _, _, _] => two(day(numbers.get(..3)?), day(numbers.get(3..)?)),
        _ => None,
    }
}

/// The first or last day of a month that was given as the beginning or end of a period.
pub(super) fn day_of_month(text: &str, key: &str) -> Option<String> {
    let month = match *numbers(text) {
        [_, _] => month(&numbers(text))?,
        _ => return None,
    };
    let mut days = match key {
        "from" => 1..=1,
        "to" => 28..=31,
        _ => return None,
    };
    days.rfind(|day| format!("{month}-{day:02}").parse::<Date>().is_ok())
        .map(|day| format!("{month}-{day:02}"))
}

/// A month and a day in words, `rugsėjo 1 d.`, as a day of a year; a month alone as its first or last day.
pub(super) fn day_in_year(year: Year, text: &str, key: &str) -> Option<String> {
    match *numbers(text) {
        [_] if month_of(&text.trim().to_lowercase()).is_some() => {
            day_of_month(&format!("{} {text}", year.get()), key)
        }
        [_, _] => day(&numbers(&format!("{} {text}", year.get()))),
        _ => None,
    }
}

/// The time that a text means in a year, if it names months or a season: `gegužės 12–14 d.`, `pavasaris`. The flag is
/// whether it means exactly that time.
pub(super) fn span_in_year(year: Year, text: &str) -> Option<(String, bool)> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).collect();
    let months: Vec<u32> = words.iter().filter_map(|word| month_of(word)).collect();
    let digits: Vec<u32> = words.iter().filter_map(|word| word.parse().ok()).collect();
    let (stated, digits) = match digits.split_first() {
        Some((first, rest)) if (1900..=2100).contains(first) => (*first, rest),
        _ => (u32::from(year.get()), digits.as_slice()),
    };
    let date = |month: u32, date: u32| day(&[stated, month, date]);
    let of_month = |of: u32| month(&[stated, of]);
    let span = |first: Option<String>, last: Option<String>| {
        let (first, last) = (first?, last?);
        (first < last).then(|| format!("{first}/{last}"))
    };
    let meant = match (months.as_slice(), digits) {
        ([only], []) => of_month(*only),
        ([only], [one]) => date(*only, *one),
        ([only], [from, to]) => span(date(*only, *from), date(*only, *to)),
        ([from, to], []) => span(of_month(*from), of_month(*to)),
        ([from_month, to_month], [from, to]) => span(date(*from_month, *from), date(*to_month, *to)),
        _ => None,
    };
    if let Some(meant) = meant {
        return Some((meant, true));
    }
    let season = SEASONS.iter().find(|(season, _)| words.iter().any(|word| word.starts_with(season)))?;
    let [from, to] = season.1;
    Some((span(of_month(from), of_month(to)).filter(|_| months.is_empty() && digits.is_empty())?, false))
}

/// Two dates in a text, the earlier first.
pub(super) fn two_days(text: &str) -> Option<(String, String)> {
    let numbers = numbers(text);
    let (first, last) = match *numbers.as_slice() {
        [year, month, from, to] if to <= 31 => (day(&[year, month, from])?, day(&[year, month, to])?),
        [year, from_month, from, to_month, to] if to_month <= 12 => {
            (day(&[year, from_month, from])?, day(&[year, to_month, to])?)
        }
        [_, _, _, _, _, _] => (day(numbers.get(..3)?)?, day(numbers.get(3..)?)?),
        [year] if year > 31 => (day(&[year, 1, 1])?, day(&[year, 12, 31])?),
        _ => return None,
    };
    Some(if first <= last { (first, last) } else { (last, first) })
}

/// Two months in a text, the earlier first.
pub(super) fn two_months(text: &str) -> Option<(String, String)> {
    let (first, last) = match *numbers(text) {
        [year, from, other, to] if other > 31 => (month(&[year, from])?, month(&[other, to])?),
        [year, from, to] if year > 31 => (month(&[year, from])?, month(&[year, to])?),
        [from, to] if from > 31 && to > 31 => (month(&[from, 1])?, month(&[to, 12])?),
        _ => return None,
    };
    (first <= last).then_some((first, last))
}

/// A share of ink in whole percent: `90%`, or 0.9.
pub(super) fn percent(text: &str) -> Option<String> {
    let bare = text.trim_end_matches([' ', '%']).replace(',', ".");
    let share: f32 = bare.parse().ok()?;
    let percent = if share <= 1.0 && bare.contains('.') { share * 100.0 } else { share };
    (0.0..=100.0).contains(&percent).then(|| format!("{percent:.0}"))
}

/// The year in an invalid text, and whether it is the only one.
pub(super) fn year(text: &str) -> Option<(u32, bool)> {
    let years: Vec<u32> = numbers(text).into_iter().filter(|number| (1900..=2100).contains(number)).collect();
    Some((*years.last()?, years.len() == 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corrected(name: &str, text: &str) -> (String, bool) {
        let error = values::text_error(name, text).unwrap_or_else(|| panic!("{text} is right"));
        let corrections = of(name, text, &error);
        let first = corrections.first().unwrap_or_else(|| panic!("nothing for {text}"));
        (first.typed.clone(), first.is_meant)
    }

    #[test]
    fn intended_keys_are_found() {
        for (name, text, typed) in [
            ("Date", "2024.03.29", "2024-03-29"),
            ("Date", "2024 m. kovo 29 d.", "2024-03-29"),
            ("Date", "29.03.2024", "2024-03-29"),
            ("Date", "20240329", "2024-03-29"),
            ("Date", "2024-3-9", "2024-03-09"),
            ("Date", "„2024-03-29“", "2024-03-29"),
            ("YearMonth", "2022.3", "2022-03"),
            ("YearMonth", "2022 m. kovas", "2022-03"),
            ("DateSpan", "2023.05", "2023-05"),
            ("DateSpan", "2023 m. gegužės 12–14 d.", "2023-05-12/2023-05-14"),
            ("DateSpan", "2023-05-12 - 2023-05-14", "2023-05-12/2023-05-14"),
            ("DateSpan", "2023-05 – 2023-07", "2023-05/2023-07"),
            ("DateSpan", "2023-05-14/2023-05-12", "2023-05-12/2023-05-14"),
            ("DateSpan", "2023-05-12/2023-05-12", "2023-05-12"),
            ("Currency", "Eur", "EUR"),
            ("Currency", "eurai", "EUR"),
            ("Currency", "usd", "USD"),
            ("Code", "kodas 302296711", "\"302296711\""),
            ("Code", "“302296711”", "\"302296711\""),
            ("Amount", "5000 eurų", "5000"),
            ("Amount", "€ 5000", "5000"),
            ("Amount", "28  344,50", "28 344,50"),
            ("Amount", "5 tūkst. Eur", "5000"),
            ("Amount", "28344 Eur 50 ct", "28344.50"),
            ("Website", "[www.lsik.lt](http://www.lsik.lt/)", "www.lsik.lt"),
            ("Date", "05/13/2023", "2023-05-13"),
            ("Amount", "-", "null"),
            ("Email", "info @ lsik.lt", "info@lsik.lt"),
            ("Phone", "tel. +370 615 96795", "+370 615 96795"),
            ("ImagePath", "images\\a.jpg", "images/a.jpg"),
            ("Rgb", "0b5563", "\"#0b5563\""),
            ("Rgb", "#abc", "\"#aabbcc\""),
            ("Count", "25 nariai", "25"),
        ] {
            assert_eq!(corrected(name, text), (typed.to_owned(), true), "{text}");
        }
    }

    #[test]
    fn unknown_values_are_shown_as_examples() {
        for (name, text, typed) in [
            ("Date", "rytoj", "2024-03-29"),
            ("Amount", "7.217", "7217"),
            ("Amount", "daug", "null"),
            ("Amount", "apie 500", "500"),
            ("Number", "daug", "1204"),
            ("Date", "05/03/2024", "2024-03-05"),
            ("Date", "24-03-29", "2024-03-29"),
            ("ImagePath", "C:\\Ona\\a.jpg", "images/a.jpg"),
            ("ImagePath", "/home/ona/a.jpg", "images/a.jpg"),
            ("Email", "nėra", "info@example.lt"),
            ("Currency", "12", "EUR"),
        ] {
            assert_eq!(corrected(name, text), (typed.to_owned(), false), "{text}");
        }
        let of = |text: &str| {
            span_in_year("2023".parse().ok().and_then(|year: i64| year.try_into().ok()).unwrap(), text)
        };
        for (text, meant) in [
            ("gegužės 12–14 d.", ("2023-05-12/2023-05-14", true)),
            ("gegužė", ("2023-05", true)),
            ("gegužė–birželis", ("2023-05/2023-06", true)),
            ("2022 m. vasario 3 d.", ("2022-02-03", true)),
            ("vasara", ("2023-06/2023-08", false)),
            ("2022 m. rudenį", ("2022-09/2022-11", false)),
        ] {
            assert_eq!(of(text), Some((meant.0.to_owned(), meant.1)), "{text}");
        }
        assert_eq!((of("12–14"), of("2023")), (None, None));
        assert_eq!(
            (year("2013-2014"), year("2023 m."), year("šie")),
            (Some((2014, false)), Some((2023, true)), None)
        );
    }
}
