//! Reports that are not finished yet.

use serde_json::{Value, json};

use super::Source;
use crate::diagnostic::Diagnostic;
use crate::report::{KeyPath, Report, gap};

/// A report of which a part is still to come.
#[derive(Debug, Clone)]
pub struct Provisional {
    /// The report; each gap holds a placeholder.
    pub report: Report,
    /// What has no usable value in the file, with what is said of it.
    pub gaps: Vec<(KeyPath, Diagnostic)>,
}

/// What is said of a missing value.
const EMPTY: [&str; 3] = ["empty-value", "empty-text", "empty-list"];

impl Source {
    /// Reads a report that may have gaps: nothing after a key, an empty text, or `TODO` or `…` where a number or an
    /// address belongs.
    ///
    /// # Errors
    /// Every mistake that is not a gap; at least one.
    pub fn provisional(&self) -> Result<Provisional, Vec<Diagnostic>> {
        let mistakes = match self.report() {
            Ok(report) => return Ok(Provisional { report, gaps: Vec::new() }),
            Err(mistakes) => mistakes,
        };
        let mut values = self.values()?;
        let mut gaps = Vec::new();
        let mut others = Vec::new();
        for mistake in mistakes {
            match gap_pointer(&mistake, &values) {
                Some(pointer) => gaps.push((pointer, mistake)),
                None => others.push(mistake),
            }
        }
        if !others.is_empty() {
            return Err(others);
        }
        // What a gap can be filled with depends on what belongs there.
        let mut open: Vec<String> = gaps.iter().map(|(pointer, _)| pointer.clone()).collect();
        for filling in [json!(gap::ELLIPSIS), json!([gap::ELLIPSIS]), Value::Null, json!(0)] {
            for pointer in &open {
                if let Some(value) = values.pointer_mut(pointer) {
                    *value = filling.clone();
                }
            }
            let filled = Self::new(self.file.name.clone(), self.folder.clone(), values.to_string());
            match filled.report() {
                Ok(report) => {
                    let path = |pointer: String| KeyPath::from_pointer(&pointer).unwrap_or_default();
                    let gaps = gaps.into_iter().map(|(pointer, mistake)| (path(pointer), mistake));
                    return Ok(Provisional { report, gaps: gaps.collect() });
                }
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
        Err(gaps
            .into_iter()
            .filter(|(pointer, _)| open.contains(pointer))
            .map(|(_, mistake)| mistake)
            .collect())
    }
}

/// The value that a mistake is about, if that is a gap.
fn gap_pointer(mistake: &Diagnostic, values: &Value) -> Option<String> {
    let pointer = mistake.pointer.as_ref()?;
    let value = values.pointer(pointer)?;
    let is_gap =
        EMPTY.contains(&mistake.code()) || value.as_str().is_some_and(|text| gap::marker(text).is_some());
    is_gap.then(|| pointer.clone())
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
        let mut pointers: Vec<String> = found.gaps.iter().map(|(path, _)| path.pointer()).collect();
        pointers.sort();
        assert_eq!(
            pointers,
            ["/contact/email", "/contact/motto", "/finance/income/0/amount", "/members/total", "/published"]
        );
        assert_eq!(found.report.published, None);
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
