//! Recognises the start of sentences.
//!
//! UAX #29 would start a sentence at every line end, and after every abbreviation before a name.

use super::abbreviation::{is_abbreviation, may_end_sentence};

/// Whether a sentence starts at a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// Yes.
    Certain,
    /// Possibly: the word follows an abbreviation that often ends a sentence, as in `2023 m. Draugija`.
    Possible,
    /// No.
    None,
}

/// Whether a sentence starts after the word `previous`, if any, and the text `gap` after it.
pub(super) fn start_after(previous: Option<&str>, gap: &str) -> Start {
    let Some(previous) = previous else { return Start::Certain };
    if has_blank_line(gap) {
        return Start::Certain;
    }
    if gap.starts_with('.') && is_abbreviation(previous) {
        return if may_end_sentence(previous) { Start::Possible } else { Start::None };
    }
    if gap.contains(['.', '!', '?', '…']) { Start::Certain } else { Start::None }
}

fn has_blank_line(gap: &str) -> bool {
    let mut lines = gap.split('\n').skip(1).peekable();
    std::iter::from_fn(|| lines.next().filter(|_| lines.peek().is_some())).any(|line| line.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentence_starts_are_recognised() {
        for (previous, gap) in [
            (None, ""),
            (None, "„"),
            (Some("centras"), ". "),
            (Some("centras"), ".\n"),
            (Some("kas"), "?“ „"),
            (Some("Misija"), "\n\n"),
            (Some("Misija"), "\r\n  \r\n"),
            (Some("m"), ".\n\n"),
            (Some("kartu"), "… "),
        ] {
            assert_eq!(start_after(previous, gap), Start::Certain, "{previous:?} {gap:?}");
        }
        for (previous, gap) in [
            (Some("su"), " „"),
            (Some("g"), ". "),
            (Some("dr"), ". "),
            (Some("Prof"), ". "),
            (Some("M"), ". "),
            (Some("su"), "\n"),
            (Some("su"), " –\n"),
            (Some("universiteto"), ", "),
            (Some("su"), ":\n"),
        ] {
            assert_eq!(start_after(previous, gap), Start::None, "{previous:?} {gap:?}");
        }
        for (previous, gap) in [(Some("m"), ". "), (Some("kt"), ". "), (Some("proc"), ".\n")] {
            assert_eq!(start_after(previous, gap), Start::Possible, "{previous:?} {gap:?}");
        }
    }
}
