//! Tabs in indentation, where YAML allows only spaces (YAML 1.2.2, section 6.1).

use super::faults::is_key_or_item;
use super::unreadable::Unreadable;
use crate::diagnostic::Edit;

/// The number of columns of a level in a file without spaces in its indentation.
const DEFAULT_LEVEL: usize = 2;
/// The maximum number of columns of a level.
const MAX_LEVEL: usize = 8;

/// Converts the tabs of a file, line by line.
pub(super) struct Tabs {
    /// The number of columns of a tab.
    level: usize,
    /// The last line that is not blank.
    before: Option<Before>,
    /// The text block that may contain the next line.
    block: Option<Block>,
    found: Vec<Unreadable>,
    /// Whether the last line began with reported tabs.
    in_run: bool,
}

struct Before {
    indentation: usize,
    /// Whether the next line is expected to be indented further.
    opens: bool,
}

/// A text after `|` or `>`.
struct Block {
    /// The indentation of the line with `|` or `>`.
    parent: usize,
    /// The indentation of the text, once its first line is known.
    indentation: Option<usize>,
}

impl Tabs {
    pub(super) fn new(file: &str) -> Self {
        let spaces = file.lines().map(|line| line.len() - line.trim_start_matches(' ').len());
        let level = spaces.filter(|spaces| (2..=MAX_LEVEL).contains(spaces)).min().unwrap_or(DEFAULT_LEVEL);
        Self { level, before: None, block: None, found: Vec::new(), in_run: false }
    }

    /// The number of spaces to replace the indentation of a line with; `None` to leave it as it is. `start` is the
    /// offset of the line in the file.
    pub(super) fn spaces(&mut self, blank: &str, words: &str, start: usize) -> Option<usize> {
        let before_tab = blank.chars().take_while(|c| *c == ' ').count();
        let Some(tab) = blank.find('\t').filter(|_| !words.starts_with('#')) else {
            self.pass(before_tab, words);
            return None;
        };
        let columns = blank.chars().fold(0, |columns, c| match c {
            '\t' => columns / self.level * self.level + self.level,
            ' ' => columns + 1,
            _ => columns,
        });
        let spaces = match &self.block {
            Some(Block { indentation: Some(indentation), .. }) if before_tab >= *indentation => {
                self.pass(before_tab, words);
                return None;
            }
            Some(Block { indentation: Some(indentation), .. }) if columns >= *indentation => *indentation,
            Some(Block { parent, indentation: None }) if before_tab > *parent => {
                self.pass(before_tab, words);
                return None;
            }
            _ => self.before.as_ref().map_or(0, |before| {
                if before.opens {
                    columns
                } else if is_key_or_item(words) {
                    // A key indented further than the previous one would be invalid.
                    columns.min(before.indentation)
                } else {
                    // The text of the previous line continues.
                    columns.max(before.indentation + 1)
                }
            }),
        };
        let edit = Edit::new(start..start + blank.len(), " ".repeat(spaces));
        match self.found.last_mut() {
            Some(Unreadable::Tabs { edits, .. }) if self.in_run => edits.push(edit),
            _ => {
                let at = start + tab..start + tab + 1;
                self.found.push(Unreadable::Tabs { at, edits: vec![edit] });
            }
        }
        self.pass(spaces, words);
        self.in_run = true;
        Some(spaces)
    }

    /// Whether a line continues a text after `|` or `>`.
    pub(super) fn is_in_block(&self, line: &str) -> bool {
        let spaces = line.len() - line.trim_start_matches(' ').len();
        self.block.as_ref().is_some_and(|block| {
            block.indentation.map_or(spaces > block.parent, |indentation| spaces >= indentation)
        })
    }

    /// The tabs to report.
    pub(super) fn found(self) -> Vec<Unreadable> {
        self.found
    }

    /// Records a line.
    fn pass(&mut self, indentation: usize, words: &str) {
        self.in_run = false;
        if let Some(block) = &mut self.block {
            let inside = block.indentation.map_or(indentation > block.parent, |block| indentation >= block);
            if inside {
                block.indentation.get_or_insert(indentation);
                return;
            }
            self.block = None;
        }
        if words.starts_with('#') {
            return;
        }
        let trimmed = words.trim_end();
        let mark = trimmed.trim_end_matches(|c: char| matches!(c, '+' | '-') || c.is_ascii_digit());
        let is_block = mark.ends_with(['|', '>'])
            && mark
                .get(..mark.len() - 1)
                .is_some_and(|rest| rest.ends_with([' ', ':']) && rest.trim_end().ends_with([':', '-']));
        if is_block {
            self.block = Some(Block { parent: indentation, indentation: None });
        }
        // A key on the line of a hyphen is indented further than the hyphen.
        let deeper = words.len() - words.trim_start_matches(['-', ' ']).len();
        let opens = is_block || trimmed.ends_with([':', '{', '[', ',']) || trimmed == "-";
        self.before = Some(Before {
            indentation: indentation + if words.starts_with("- ") { deeper } else { 0 },
            opens,
        });
    }
}
