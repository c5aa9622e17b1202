//! Unfinished reports.

use std::path::Path;

use serde_json::{Value, json};

use super::{Source, json as written};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::problem::Problem;
use crate::report::{KeyPath, Report, gap};

/// A report with gaps.
#[derive(Debug, Clone)]
pub struct Provisional {
    /// The report, with a placeholder in each gap.
    pub report: Report,
    /// The paths of the placeholders.
    pub filled: Vec<KeyPath>,
    /// The mistakes that are gaps.
    pub gaps: Vec<Diagnostic>,
}

/// The codes of mistakes about missing values.
const EMPTY: [&str; 3] = ["empty-value", "empty-text", "empty-list"];
/// The sections that may consist of a single text.
const PASSAGES: [&str; 3] = ["/about", "/mission", "/vision"];
/// The key of the year.
const YEAR: &str = "year";
/// The date of the file.
const PUBLISHED: &str = "/published";
/// The period, whose two dates are printed together.
const PERIOD: &str = "/period";

impl Source {
    /// Reads a report that may have gaps: a missing required key, a key without a value, an empty text, or `TODO` or
    /// `…` in place of any value.
    ///
    /// # Errors
    /// Every mistake that is not a gap; at least one.
    pub fn provisional(&self) -> Result<Provisional, Vec<Diagnostic>> {
        let mistakes = match self.report() {
            Ok(report) => return Ok(Provisional { report, filled: Vec::new(), gaps: Vec::new() }),
            Err(mistakes) => mistakes,
        };
        let mut values = self.values()?;
        let mut pointers = Vec::new();
        let (mut gaps, mut others) = (Vec::new(), Vec::new());
        for mistake in mistakes {
            match gap_pointer(&mistake, &values) {
                Some(pointer) => {
                    pointers.push(pointer);
                    gaps.push(mistake);
                }
                None => others.push(mistake),
            }
        }
        if !others.is_empty() {
            return Err(others);
        }
        // In the corrected tree, everything that is missing or cannot be read has been replaced by a sample.
        let corrected = self.reading().corrected.as_ref();
        let mut samples = corrected.map(|corrected| written::of(&corrected.tree)).unwrap_or_default();
        if let (Some(sample), Some(year)) = (samples.get_mut(YEAR), self.year_of_name()) {
            *sample = json!(year);
        }
        let mut open: Vec<String> = Vec::new();
        for pointer in pointers {
            let sample = samples.pointer(&pointer).cloned().unwrap_or_default();
            leaves(&pointer, &sample, &mut open);
            insert(&mut values, &pointer, sample);
        }
        let filled = open.iter().map(|pointer| {
            let whole = if pointer.starts_with(PERIOD) { PERIOD } else { pointer };
            let path = KeyPath::from_pointer(whole).unwrap_or_default();
            // The short form of a passage is its text.
            if PASSAGES.contains(&whole) { path.key("text") } else { path }
        });
        let filled = filled.collect();
        // The kind of value determines which of these fillings is valid. Samples are used for addresses and dates, without
        // which nothing would be printed, but not for figures, from which others are computed.
        let fillings: [fn(&Value) -> Option<Value>; 5] = [
            |_| Some(json!(gap::ELLIPSIS)),
            |sample| is_text(sample).then(|| sample.clone()),
            |_| Some(Value::Null),
            |_| Some(json!(0)),
            |sample| Some(sample.clone()),
        ];
        for filling in fillings {
            for pointer in &open {
                // The date of publication becomes the date of the file.
                let sample = samples.pointer(pointer).filter(|_| pointer != PUBLISHED);
                let sample = sample.unwrap_or(&Value::Null);
                if let (Some(value), Some(filling)) = (values.pointer_mut(pointer), filling(sample)) {
                    *value = filling;
                }
            }
            let whole = Self::new(self.file.name.clone(), self.folder.clone(), values.to_string());
            match whole.report() {
                Ok(report) => return Ok(Provisional { report, filled, gaps }),
                Err(mistakes) => open.retain(|pointer| {
                    let is_inside = |found: &String| {
                        found
                            .strip_prefix(pointer.as_str())
                            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
                    };
                    mistakes.iter().any(|mistake| mistake.pointer.as_ref().is_some_and(is_inside))
                }),
            }
        }
        Err(gaps)
    }

    /// The year in the name of the file, if there is one.
    fn year_of_name(&self) -> Option<u16> {
        let stem = Path::new(&self.file.name).file_stem()?.to_str()?;
        let mut digits = stem.split(|c: char| !c.is_ascii_digit());
        digits.find(|digits| digits.len() == 4)?.parse().ok()
    }
}

/// The pointer of the value that a mistake is about, if the mistake is a gap.
fn gap_pointer(mistake: &Diagnostic, values: &Value) -> Option<String> {
    let pointer = mistake.pointer.as_ref()?;
    if let Problem::MissingKey { key, .. } = &*mistake.problem {
        return Some(format!("{pointer}/{key}"));
    }
    let value = values.pointer(pointer)?;
    let is_gap =
        EMPTY.contains(&mistake.code()) || value.as_str().is_some_and(|text| gap::marker(text).is_some());
    is_gap.then(|| pointer.clone())
}

/// Whether a sample is a text, such as an address or a date, and no figure.
fn is_text(sample: &Value) -> bool {
    sample.as_str().is_some_and(|text| text.parse::<f64>().is_err())
}

/// Collects the pointers of all scalars in a value.
fn leaves(pointer: &str, value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            entries.iter().for_each(|(key, value)| leaves(&format!("{pointer}/{key}"), value, found));
        }
        Value::Array(items) => {
            let items = items.iter().enumerate();
            items.for_each(|(index, value)| leaves(&format!("{pointer}/{index}"), value, found));
        }
        _ => found.push(pointer.to_owned()),
    }
}

/// Sets a value at a pointer.
fn insert(values: &mut Value, pointer: &str, value: Value) {
    if let Some(present) = values.pointer_mut(pointer) {
        *present = value;
    } else if let Some((parent, key)) = pointer.rsplit_once('/')
        && let Some(parent) = values.pointer_mut(parent).and_then(Value::as_object_mut)
    {
        parent.insert(key.to_owned(), value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(replacements: &[(&str, &str)]) -> Result<Provisional, Vec<Diagnostic>> {
        let text = include_str!("../../data/2023.yaml").to_owned();
        let text = replacements.iter().fold(text, |text, (old, new)| {
            assert!(text.contains(old), "{old}");
            text.replace(old, new)
        });
        Source::new("a.yaml", ".", text).provisional()
    }

    #[test]
    fn gaps_of_every_kind_are_filled() {
        let found = read(&[
            ("  total: 25\n", "  total: TODO\n"),
            ("amount: 7217", "amount: TODO"),
            ("  email: info@lsik.lt", "  email: TODO"),
            ("year: 2023\n", "year: 2023\npublished: …\n"),
            ("motto: Kurkime pokytį kartu!", "motto: \"\""),
        ]);
        let found = found.unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
        let mut pointers: Vec<String> = found.filled.iter().map(KeyPath::pointer).collect();
        pointers.sort();
        assert_eq!(
            pointers,
            ["/contact/email", "/contact/motto", "/finance/income/0/amount", "/members/total", "/published"]
        );
        assert_eq!(found.report.published, None);
        assert_eq!(found.report.finance.income[0].amount, None);
        // Without a sample, nothing would be printed where it is missing.
        assert!(found.report.contact.email.is_some());
    }

    /// A missing section is a gap in each of its required values; the year is taken from the name of the file if possible.
    #[test]
    fn missing_keys_are_gaps_too() {
        let source = |name: &str, text: &str| Source::new(name, ".", text).provisional();
        let found = source("data/2024.yaml", "{}").unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
        assert_eq!(found.report.year.get(), 2024);
        assert_eq!(found.gaps.len(), 6);
        for path in ["year", "organization.name", "about.text", "finance.currency", "contact.email"] {
            assert!(found.filled.contains(&path.into()), "{path}: {:?}", found.filled);
        }
        let found = read(&[
            ("year: 2023\n", "year: TODO\nperiod: { from: TODO, to: 2023-12-31 }\n"),
            ("  currency: EUR\n", ""),
            ("{ label: Pardavimo pajamos, amount: 7217 }", "{ label: Pardavimo pajamos }"),
        ]);
        let found = found.unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
        let mut pointers: Vec<String> = found.filled.iter().map(KeyPath::pointer).collect();
        pointers.sort();
        assert_eq!(pointers, ["/finance/currency", "/finance/income/0/amount", "/period", "/year"]);
        assert_eq!(found.report.finance.income[0].amount, None);
    }

    #[test]
    fn a_mistake_is_not_a_gap() {
        let mistakes =
            read(&[("  total: 25\n", "  total: TODO\n"), ("amount: 7217", "amount: daug")]).unwrap_err();
        assert_eq!(mistakes.iter().map(Diagnostic::code).collect::<Vec<_>>(), ["invalid-amount"]);
    }

    #[test]
    fn values_are_read_again_as_the_same_report() {
        for yaml in [
            include_str!("../../data/2023.yaml"),
            include_str!("../../tests/reports/full/report.yaml"),
            include_str!("../../tests/reports/community/report.yaml"),
        ] {
            let source = Source::new("a.yaml", ".", yaml);
            let values = source.values().unwrap();
            let again = Source::new("a.json", ".", values.to_string());
            assert_eq!(again.report().unwrap(), source.report().unwrap());
            assert_eq!(again.values().unwrap(), values);
        }
    }
}
