//! Where sentences start.
//!
//! The sentences of UAX #29 would start at every end of a line, and after every abbreviation
//! before a name.

use super::abbreviation::is_abbreviation;

/// Whether a sentence starts after `previous`, the word before, if any, and `gap`, what stands
/// between it and the word in question.
pub(super) fn starts_after(previous: Option<&str>, gap: &str) -> bool {
    let Some(previous) = previous else { return true };
    let ends = gap.contains(['.', '!', '?', '…']);
    let is_abbreviated = gap.starts_with('.') && is_abbreviation(previous);
    (ends && !is_abbreviated) || has_blank_line(gap)
}

fn has_blank_line(gap: &str) -> bool {
    let mut lines = gap.split('\n').skip(1).peekable();
    std::iter::from_fn(|| lines.next().filter(|_| lines.peek().is_some())).any(|line| line.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_start_where_a_reader_sees_them_start() {
        for (previous, gap) in [
            (None, ""),
            (None, "„"),
            (Some("centras"), ". "),
            (Some("centras"), ".\n"),
            (Some("kas"), "?“ „"),
            (Some("Misija"), "\n\n"),
            (Some("Misija"), "\r\n  \r\n"),
            (Some("kartu"), "… "),
        ] {
            assert!(starts_after(previous, gap), "{previous:?} {gap:?}");
        }
        for (previous, gap) in [
            (Some("su"), " „"),
            (Some("g"), ". "),
            (Some("dr"), ". "),
            (Some("Prof"), ". "),
            (Some("su"), "\n"),
            (Some("su"), " –\n"),
            (Some("universiteto"), ", "),
            (Some("su"), ":\n"),
        ] {
            assert!(!starts_after(previous, gap), "{previous:?} {gap:?}");
        }
    }
}
