//! Suggestions are tried before they are shown.
//!
//! A suggestion is kept if the report has fewer mistakes once the suggested changes are made. All suggestions are tried together first; only if that fails, one by one. What is left of a suggestion
//! that fails is the message, which describes what is expected.

use std::sync::Arc;

use super::Source;
use crate::diagnostic::{Diagnostic, SourceFile, Suggestion, any_error};

/// The number of bytes that may be read to try suggestions, each repair of the text counted as some readings.
const WORK: usize = 4 << 20;
/// The length of a text, in bytes, above which suggestions are not tried: that of thirty reports.
const MAX_LENGTH: usize = 1 << 18;
/// How often a text is read for a repair, roughly.
const READINGS: usize = 4;

/// Removes suggestions that do not correct the mistake that they belong to.
pub(super) fn keep_right(file: &Arc<SourceFile>, mistakes: &mut [Diagnostic]) {
    let has_edits = |suggestion: &Suggestion| !suggestion.edits.is_empty();
    if file.text.len() > MAX_LENGTH
        || !any_error(mistakes)
        || !mistakes.iter().any(|mistake| mistake.suggestions.iter().any(has_edits))
    {
        return;
    }
    let repairs = mistakes.iter().filter(|mistake| mistake.pointer.is_none()).count();
    let mut trial = Trial { file, readings: 1 + READINGS * repairs, work: WORK };
    if trial.all(mistakes) == Some(true) {
        return;
    }
    let count = mistakes.len();
    for mistake in mistakes {
        let verdicts: Vec<bool> = mistake
            .suggestions
            .iter()
            .map(|suggestion| suggestion.edits.is_empty() || trial.one(count, suggestion))
            .collect();
        if verdicts.contains(&false) {
            let suggestions = mistake.suggestions.iter().zip(&verdicts);
            mistake.suggestions =
                suggestions.filter(|(_, is_right)| **is_right).map(|(one, _)| one.clone()).collect();
        }
    }
}

struct Trial<'a> {
    file: &'a Arc<SourceFile>,
    /// How often the text is read for a trial, roughly.
    readings: usize,
    work: usize,
}

impl Trial<'_> {
    /// Whether no mistake is left that has a suggestion; `None` if the first suggestions cannot all be followed at once.
    fn all(&mut self, mistakes: &[Diagnostic]) -> Option<bool> {
        let mut edits = Vec::new();
        for mistake in mistakes {
            let suggestion = mistake.suggestions.first()?;
            if suggestion.edits.is_empty() || mistake.suggestions.len() > 1 {
                return None;
            }
            edits.extend(suggestion.edits.iter().cloned());
        }
        edits.sort_by_key(|edit| edit.range.start);
        let are_apart =
            edits.iter().zip(edits.iter().skip(1)).all(|(edit, next)| edit.range.end <= next.range.start);
        let suggestion = Suggestion { text: String::new(), is_meant: true, edits };
        are_apart.then(|| self.mistakes_after(&suggestion)).flatten().map(|left| left == 0)
    }

    /// Whether a suggestion corrects one of a number of mistakes. True if there is no work left to find out.
    fn one(&mut self, count: usize, suggestion: &Suggestion) -> bool {
        let Some(left) = self.mistakes_after(suggestion) else { return true };
        left < count
    }

    /// The number of mistakes in the report after the changes; `None` if there is no work left to find out.
    fn mistakes_after(&mut self, suggestion: &Suggestion) -> Option<usize> {
        let text = suggestion.apply(&self.file.text);
        self.work = self.work.checked_sub(text.len().saturating_mul(self.readings))?;
        Some(Source::new(self.file.name.clone(), ".", text).read_unverified().mistakes.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Edit;
    use crate::diagnostic::finding::Role;
    use crate::diagnostic::problem::{Kind, Problem};

    /// The texts of the suggestions that are kept for a year without a value.
    fn kept(suggestions: &[&str]) -> Vec<String> {
        let text = include_str!("../../data/2023.yaml").replace("year: 2023", "year:");
        let at = text.find("year:").unwrap() + "year:".len();
        let file = Arc::new(SourceFile::new("a.yaml", text));
        let mut mistake =
            Diagnostic::new(Problem::EmptyValue { expected: Kind::Integer }).place(&file, at..at, Role::Here);
        mistake.pointer = Some("/year".to_owned());
        mistake.suggestions = suggestions
            .iter()
            .map(|text| Suggestion {
                text: (*text).to_owned(),
                is_meant: true,
                edits: vec![Edit::new(at..at, format!(" {text}"))],
            })
            .collect();
        let mut mistakes = [mistake];
        keep_right(&file, &mut mistakes);
        mistakes.iter().flat_map(|mistake| mistake.suggestions.iter().map(|one| one.text.clone())).collect()
    }

    #[test]
    fn only_suggestions_that_correct_their_mistake_are_kept() {
        assert_eq!(kept(&["2023"]), ["2023"]);
        assert_eq!(kept(&["šie metai"]), [] as [&str; 0]);
        assert_eq!(kept(&["\"2023\"", "2022", "2023"]), ["2022", "2023"]);
    }
}
