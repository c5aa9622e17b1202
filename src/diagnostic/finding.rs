//! What a rule finds: a problem, and the keys of the report that it concerns.
//!
//! A rule looks at the typed report and knows nothing of the file. It names keys by their
//! [`KeyPath`]; [`crate::source`] knows where in the file they stand.

use super::problem::Problem;
use crate::report::KeyPath;

/// A problem with the keys that it concerns.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What is wrong.
    pub problem: Problem,
    /// The places, the first being the place of the mistake.
    pub spots: Vec<Spot>,
    /// Whether it concerns the report as a whole.
    pub whole_file: bool,
}

/// A place in a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// The key or item.
    pub path: KeyPath,
    /// What of it is meant.
    pub part: Part,
    /// What it has to do with the problem.
    pub role: Role,
}

/// What of a key or item is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The key itself.
    Key,
    /// Its value.
    Value,
    /// These words in its value.
    Words(String),
}

/// What a place has to do with a problem: the words that stand beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// It is the place of the mistake.
    Here,
    /// The place where the same stands for the first time.
    First,
    /// The total that is given.
    Total,
    /// One of the numbers that are added up.
    Addend,
    /// The last of the numbers that are added up, and what they come to.
    Sum(String),
    /// The year of the report.
    Year,
    /// The month in which it began.
    Start,
    /// What will stand on the page in its place.
    Printed(String),
    /// A step on the way to the mistake in a template.
    Step(Step),
    /// Said by somebody else, in their words.
    Said(String),
}

/// A step on the way to a mistake in a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A function is called, by this name if it has one.
    Call(Option<String>),
    /// An element of this name is shown.
    Show(String),
    /// A module is imported.
    Import(String),
    /// A file is included.
    Include(String),
}

impl Finding {
    /// A problem that concerns no place in particular.
    pub fn new(problem: Problem) -> Self {
        Self { problem, spots: Vec::new(), whole_file: false }
    }

    /// Says that it concerns the report as a whole.
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
