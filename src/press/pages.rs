//! Page numbers of a file, as shown to users.

use std::collections::BTreeSet;
use std::fmt;

/// Some pages of a file, counted from one; shown as `1–3, 7`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pages(BTreeSet<u32>);

impl Pages {
    /// Adds a page.
    pub fn insert(&mut self, page: u32) {
        self.0.insert(page);
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether there is exactly one.
    pub fn is_one(&self) -> bool {
        self.0.len() == 1
    }

    /// The pages from the first to the last.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        self.0.iter().copied()
    }
}

impl FromIterator<u32> for Pages {
    fn from_iter<I: IntoIterator<Item = u32>>(pages: I) -> Self {
        Self(pages.into_iter().collect())
    }
}

impl IntoIterator for Pages {
    type Item = u32;
    type IntoIter = std::collections::btree_set::IntoIter<u32>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl fmt::Display for Pages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut pages = self.iter().peekable();
        let mut separator = "";
        while let Some(first) = pages.next() {
            let mut last = first;
            while let Some(next) = pages.next_if(|page| *page == last + 1) {
                last = next;
            }
            match last - first {
                0 => write!(f, "{separator}{first}")?,
                1 => write!(f, "{separator}{first}, {last}")?,
                _ => write!(f, "{separator}{first}–{last}")?,
            }
            separator = ", ";
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_pages_are_joined() {
        let shown = |pages: &[u32]| pages.iter().copied().collect::<Pages>().to_string();
        assert_eq!(shown(&[7, 2, 1, 3]), "1–3, 7");
        assert_eq!(shown(&[1, 2, 4]), "1, 2, 4");
        assert_eq!(shown(&[]), "");
    }
}
