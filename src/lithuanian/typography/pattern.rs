//! Regular expressions in the source code.

use std::sync::OnceLock;

use regex::{Captures, Regex};

use super::running_text::Edit;

/// A regular expression, compiled on first use. The crate `regex` guarantees linear time.
pub(super) struct Pattern {
    source: &'static str,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// Only [`patterns!`] calls this, so that every pattern is in the list that the tests compile.
    pub(super) const fn new(source: &'static str) -> Self {
        Self { source, compiled: OnceLock::new() }
    }

    fn regex(&self) -> Option<&Regex> {
        self.compiled.get_or_init(|| Regex::new(self.source).ok()).as_ref()
    }

    pub(super) fn is_match(&self, text: &str) -> bool {
        self.regex().is_some_and(|regex| regex.is_match(text))
    }

    /// Every match, each looked for from where `next` says, given the match before. Matches may share their context
    /// in this way, which the crate's own iterator does not allow.
    pub(super) fn matches<'t>(
        &self,
        text: &'t str,
        next: impl Fn(&Captures<'t>) -> Option<usize>,
    ) -> impl Iterator<Item = Captures<'t>> {
        let mut from = Some(0);
        std::iter::from_fn(move || {
            let here = from?;
            let found = self.regex()?.captures_at(text, here)?;
            // At least one character further on, even after an empty match.
            let least = found.get(0)?.start().max(here) + 1;
            let least = (least <= text.len()).then(|| text.ceil_char_boundary(least));
            from = least.map(|least| next(&found).map_or(least, |next| next.max(least)));
            Some(found)
        })
    }

    /// Puts `replacement` in place of the first group of every match. What is around the group is its context.
    pub(super) fn replace_group(&self, text: &str, replacement: &str) -> Vec<Edit> {
        self.matches(text, |found| Some(found.get(1)?.start()))
            .filter_map(|found| found.get(1))
            .filter(|group| group.as_str() != replacement)
            .map(|group| Edit::new(group.range(), replacement))
            .collect()
    }

    /// Why the pattern does not compile, if it does not.
    #[cfg(test)]
    pub(super) fn error(&self) -> Option<String> {
        Regex::new(self.source).err().map(|error| format!("{}: {error}", self.source))
    }
}

/// Declares the patterns of a module, and `PATTERNS`, the list of them that the tests compile. A module whose list
/// is left out of the tests has dead code.
macro_rules! patterns {
    ($($(#[$doc:meta])* $name:ident = $source:expr;)+) => {
        $($(#[$doc])* static $name: super::pattern::Pattern =
            super::pattern::Pattern::new($source);)+
        #[cfg(test)]
        pub(super) static PATTERNS: &[&super::pattern::Pattern] = &[$(&$name),+];
    };
}
pub(super) use patterns;
