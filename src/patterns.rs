//! Regular expressions in the source code.

use std::borrow::Cow;
use std::sync::OnceLock;

use regex::{Captures, Regex, Replacer};

/// A regular expression, compiled on first use. The crate `regex` guarantees linear time.
pub(crate) struct Pattern {
    source: &'static str,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// Only [`patterns!`] calls this, so that every pattern is tested.
    pub(crate) const fn new(source: &'static str) -> Self {
        Self { source, compiled: OnceLock::new() }
    }

    fn regex(&self) -> Option<&Regex> {
        self.compiled.get_or_init(|| Regex::new(self.source).ok()).as_ref()
    }

    pub(crate) fn is_match(&self, text: &str) -> bool {
        self.regex().is_some_and(|regex| regex.is_match(text))
    }

    /// Every match, each looked for from where `next` says, given the match before. Matches may share their context
    /// in this way, which the crate's own iterator does not allow.
    pub(crate) fn matches<'t>(
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

    /// The groups of the first match.
    pub(crate) fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.regex()?.captures(text)
    }

    /// The groups of every match; matches do not overlap.
    pub(crate) fn captures_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
        self.regex().into_iter().flat_map(move |regex| regex.captures_iter(text))
    }

    /// Replaces the first match, if there is one.
    pub(crate) fn replace<'t>(&self, text: &'t str, replacement: impl Replacer) -> Cow<'t, str> {
        match self.regex() {
            Some(regex) => regex.replace(text, replacement),
            None => Cow::Borrowed(text),
        }
    }

    /// Why the pattern does not compile, if it does not.
    #[cfg(test)]
    pub(crate) fn error(&self) -> Option<String> {
        Regex::new(self.source).err().map(|error| format!("{}: {error}", self.source))
    }
}

/// Declares the patterns of a module, and a test that each of them compiles: a pattern that does not would never match.
macro_rules! patterns {
    ($($(#[$doc:meta])* $name:ident = $source:expr;)+) => {
        $($(#[$doc])* static $name: crate::patterns::Pattern = crate::patterns::Pattern::new($source);)+

        #[cfg(test)]
        #[test]
        fn patterns_compile() {
            let errors: Vec<String> = [$(&$name),+].into_iter().filter_map(crate::patterns::Pattern::error).collect();
            assert!(errors.is_empty(), "{}", errors.join("\n"));
        }
    };
}
pub(crate) use patterns;
