//! Findings: problems with the keys of the report that they concern.
//!
//! Rules work on the typed report, without the file. They refer to keys by [`KeyPath`], and [`crate::source`] resolves
//! these to locations in the file.

use super::problem::Problem;
use crate::report::KeyPath;

/// A problem with the keys that it concerns.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The problem.
    pub problem: Problem,
    /// The locations, the primary one first.
    pub spots: Vec<Spot>,
    /// Whether the finding concerns the whole report.
    pub whole_file: bool,
}

/// A location in a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// The key or item.
    pub path: KeyPath,
    /// The part of the key or item.
    pub part: Part,
    /// How it relates to the problem.
    pub role: Role,
}

/// A part of a key or item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The key itself.
    Key,
    /// Its value.
    Value,
    /// Words in its value.
    Words(String),
}

/// How a location relates to a problem; determines its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// The location of the problem.
    Here,
    /// The first occurrence of a duplicate.
    First,
    /// The stated total.
    Total,
    /// One of the addends.
    Addend,
    /// The last of the addends, with the computed sum.
    Sum(String),
    /// The year of the report.
    Year,
    /// The first month.
    Start,
    /// Text with its printed form.
    Printed(String),
    /// A step of the trace of a template error.
    Step(Step),
    /// A location with a label from another program.
    Label(String),
}

/// A step of the trace of a template error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A call of a function, with its name if it has one.
    Call(Option<String>),
    /// A show rule for an element.
    Show(String),
    /// The import of a module.
    Import(String),
    /// The inclusion of a file.
    Include(String),
}

impl Finding {
    /// A problem without a location.
    pub fn new(problem: Problem) -> Self {
        Self { problem, spots: Vec::new(), whole_file: false }
    }

    /// Marks the finding as concerning the whole report.
    #[must_use]
    pub fn in_whole_file(mut self) -> Self {
        self.whole_file = true;
        self
    }

    /// Adds the value of a key.
    #[must_use]
    pub fn at(self, path: impl Into<KeyPath>, role: Role) -> Self {
        self.spot(path, Part::Value, role)
    }

    /// Adds a key.
    #[must_use]
    pub fn at_key(self, path: impl Into<KeyPath>, role: Role) -> Self {
        self.spot(path, Part::Key, role)
    }

    /// Adds words in the value of a key.
    #[must_use]
    pub fn at_words(self, path: impl Into<KeyPath>, words: impl Into<String>, role: Role) -> Self {
        self.spot(path, Part::Words(words.into()), role)
    }

    fn spot(mut self, path: impl Into<KeyPath>, part: Part, role: Role) -> Self {
        self.spots.push(Spot { path: path.into(), part, role });
        self
    }
}
