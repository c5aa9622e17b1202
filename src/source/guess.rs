//! A guess at the intention behind invalid YAML, and how it is shown.

use std::ops::Range;

use crate::diagnostic::Edit;
use crate::diagnostic::problem::Problem;

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
