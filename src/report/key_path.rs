//! Paths to the values of a report.

use std::fmt;

/// The path from the root of a report to one of its values: `members.groups[1].count`.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyPath(Vec<Step>);

/// One step of a [`KeyPath`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// A key of a mapping.
    Key(String),
    /// An index into a list, from 0.
    Item(usize),
}

impl KeyPath {
    /// The steps from the root.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The path to a key of the mapping at this path.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.step(Step::Key(key.to_owned()))
    }

    /// The path to an item of the list at this path.
    #[must_use]
    pub fn item(&self, index: usize) -> Self {
        self.step(Step::Item(index))
    }

    /// The path without its last step, and that step; `None` for the root.
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

    /// Parses a JSON pointer (RFC 6901); a number is taken as the index of a list item.
    pub fn from_pointer(pointer: &str) -> Option<Self> {
        if pointer.is_empty() {
            return Some(Self::default());
        }
        let step = |step: &str| match step.parse() {
            Ok(item) => Step::Item(item),
            Err(_) => Step::Key(step.replace("~1", "/").replace("~0", "~")),
        };
        Some(Self(pointer.strip_prefix('/')?.split('/').map(step).collect()))
    }
}

/// Splits a text into keys at the full stops.
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
    fn paths_are_formatted_for_people_and_as_json_pointers() {
        let path = KeyPath::from("members.groups").item(1).key("a/b~c");
        assert_eq!(path.to_string(), "members.groups[1].a/b~c");
        assert_eq!(path.pointer(), "/members/groups/1/a~1b~0c");
        assert_eq!(KeyPath::default().pointer(), "");
        for path in [path, KeyPath::default()] {
            assert_eq!(KeyPath::from_pointer(&path.pointer()), Some(path));
        }
        assert_eq!(KeyPath::from_pointer("year"), None);
    }
}
