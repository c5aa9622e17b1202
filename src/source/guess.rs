//! A guess at the intention behind invalid YAML, and how it is shown.

use std::ops::Range;

use super::quoting::quoted;
use crate::diagnostic::Edit;
use crate::diagnostic::problem::{Problem, Syntax};
use crate::report::{AmountError, NumberError, ValueError};

/// The maximum length of a text that is shown in full.
const MAX_SHOWN: usize = 120;

/// A change that may produce what the author meant.
pub(super) struct Guess {
    /// The mistake, if the change is more specific about it than the parser.
    pub(super) problem: Option<Problem>,
    /// Where, if not where the parser gave up.
    pub(super) place: Option<Range<usize>>,
    pub(super) edits: Vec<Edit>,
    /// The corrected text, as shown to the author.
    pub(super) shown: String,
}

/// A text as it is shown: only its first and last words if it is long.
pub(super) fn shown(text: &str) -> String {
    // The indentation of the first line is shown; that of later lines is not.
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let mut text = first.trim_end().to_owned();
    for line in rest.lines() {
        text.push(' ');
        text.push_str(line.trim());
    }
    let count = text.chars().count();
    if count <= MAX_SHOWN {
        return text;
    }
    let half = MAX_SHOWN / 2;
    let (start, end): (String, String) =
        (text.chars().take(half).collect(), text.chars().skip(count - half / 2).collect());
    format!("{start} … {end}")
}

/// Words with edits applied whose ranges are relative to the whole text.
pub(super) fn edited(words: &str, start: usize, edits: &[Edit]) -> String {
    let edits = edits
        .iter()
        .map(|edit| Edit::new(edit.range.start - start..edit.range.end - start, edit.text.clone()))
        .collect();
    shown(&crate::diagnostic::Suggestion { text: String::new(), is_meant: true, edits }.apply(words))
}

/// A dash in place of an empty value.
pub(super) fn null(text: &str, key: Option<&Range<usize>>, place: Range<usize>) -> Guess {
    let dash = text.get(place.clone()).unwrap_or_default().to_owned();
    let key = key.and_then(|key| text.get(key.clone())).unwrap_or_default();
    let of_amount = ["amount", "previous", "plan", "budget"].contains(&key);
    let problem = of_amount
        .then_some(Problem::Value(ValueError::Amount(AmountError(NumberError::Dash(dash)))))
        .or(Some(Problem::YamlSyntax(Syntax::Dash)));
    let typed = "null";
    Guess {
        problem,
        place: Some(place.clone()),
        shown: typed.to_owned(),
        edits: vec![Edit::new(place, typed)],
    }
}

pub(super) fn is_dash(words: &str) -> bool {
    matches!(words, "-" | "--" | "—" | "---")
}

/// A value in double quotation marks with invalid escapes.
pub(super) fn escape(value: &str, place: Range<usize>) -> Guess {
    let inner = value.trim_matches('"');
    let sign = value.find('\\').map_or(place.start, |sign| place.start + sign);
    Guess {
        problem: Some(Problem::YamlSyntax(Syntax::Escape)),
        place: Some(sign..(sign + 2).min(place.end)),
        shown: shown(&quoted(inner)),
        edits: vec![Edit::new(place, quoted(inner))],
    }
}
