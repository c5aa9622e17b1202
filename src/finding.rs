//! What a rule finds: a problem, and the keys of the report that it concerns.
//!
//! A rule looks at the typed report and knows nothing of the file. It names keys by their
//! [`KeyPath`]; [`crate::source`] knows where in the file they stand.

use std::fmt;

use crate::problem::Problem;

/// A problem with the keys that it concerns.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What is wrong.
    pub problem: Problem,
    /// The places, the first being the place of the mistake.
    pub spots: Vec<Spot>,
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
    /// What will stand on the page in its place.
    Printed(String),
    /// Said by somebody else, in their words.
    Said(String),
}

/// The way from the top of a report to one of its values: `members.groups[1].count`.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyPath(Vec<Step>);

/// One step of a [`KeyPath`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Into a mapping.
    Key(String),
    /// Into a list.
    Item(usize),
}

impl Finding {
    /// A problem that concerns no place in particular.
    pub fn new(problem: Problem) -> Self {
        Self { problem, spots: Vec::new() }
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

impl KeyPath {
    /// The steps from the top.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// A step into a mapping.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.step(Step::Key(key.to_owned()))
    }

    /// A step into a list.
    #[must_use]
    pub fn item(&self, index: usize) -> Self {
        self.step(Step::Item(index))
    }

    /// The path without its last step, and that step; none at the top.
    pub fn parent(&self) -> Option<(Self, &Step)> {
        let (last, steps) = self.0.split_last()?;
        Some((Self(steps.to_vec()), last))
    }

    fn step(&self, step: Step) -> Self {
        let mut path = self.clone();
        path.0.push(step);
        path
    }

    /// The path as a JSON pointer (RFC 6901).
    pub fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in &self.0 {
            pointer.push('/');
            match step {
                Step::Key(key) => pointer.push_str(&key.replace('~', "~0").replace('/', "~1")),
                Step::Item(index) => pointer.push_str(&index.to_string()),
            }
        }
        pointer
    }
}

/// Keys with full stops between them.
impl From<&str> for KeyPath {
    fn from(keys: &str) -> Self {
        Self(keys.split('.').map(|key| Step::Key(key.to_owned())).collect())
    }
}

impl From<&KeyPath> for KeyPath {
    fn from(path: &KeyPath) -> Self {
        path.clone()
    }
}

impl fmt::Display for KeyPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if index == 0 => f.write_str(key)?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Item(item) => write!(f, "[{item}]")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_written_for_people_and_as_pointers() {
        let path = KeyPath::from("members.groups").item(1).key("a/b~c");
        assert_eq!(path.to_string(), "members.groups[1].a/b~c");
        assert_eq!(path.pointer(), "/members/groups/1/a~1b~0c");
        assert_eq!(KeyPath::default().pointer(), "");
    }
}
