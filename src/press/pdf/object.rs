//! The objects of a file (ISO 32000-1, 7.3).

use std::ops::Range;

/// The number and generation of an indirect object.
pub type ObjectId = (u32, u16);

/// An object.
#[derive(Debug, Clone, PartialEq)]
pub enum Object {
    /// `null`, or an object that does not exist.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number without a decimal point.
    Integer(i64),
    /// A number with a decimal point.
    Real(f64),
    /// A name, without its slash.
    Name(Box<[u8]>),
    /// A string of bytes.
    String(Box<[u8]>),
    /// An array.
    Array(Box<[Self]>),
    /// A dictionary.
    Dictionary(Dictionary),
    /// A dictionary with data.
    Stream(Box<Stream>),
    /// A reference to another object.
    Reference(ObjectId),
}

/// Values by name, in the order of the names.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Dictionary(Box<[(Box<[u8]>, Object)]>);

/// A dictionary with data.
#[derive(Debug, Clone, PartialEq)]
pub struct Stream {
    /// The dictionary that describes the data.
    pub dict: Dictionary,
    /// Its object; `None` for an inline image.
    pub id: Option<ObjectId>,
    pub(super) data: StreamData,
}

/// Where the encoded data of a stream is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum StreamData {
    /// In the file.
    File(Range<usize>),
    /// Inline, among the operators of a page.
    Inline(Box<[u8]>),
}

impl Object {
    /// A name, without its slash.
    pub fn as_name(&self) -> Option<&[u8]> {
        if let Self::Name(name) = self { Some(name) } else { None }
    }

    /// The bytes of a string.
    pub fn as_string(&self) -> Option<&[u8]> {
        if let Self::String(string) = self { Some(string) } else { None }
    }

    /// The items of an array.
    pub fn as_array(&self) -> Option<&[Self]> {
        if let Self::Array(items) = self { Some(items) } else { None }
    }

    /// A dictionary, or the dictionary of a stream.
    pub fn as_dict(&self) -> Option<&Dictionary> {
        match self {
            Self::Dictionary(dict) => Some(dict),
            Self::Stream(stream) => Some(&stream.dict),
            _ => None,
        }
    }

    /// A stream.
    pub fn as_stream(&self) -> Option<&Stream> {
        if let Self::Stream(stream) = self { Some(stream) } else { None }
    }

    /// A whole number.
    pub fn as_integer(&self) -> Option<i64> {
        if let Self::Integer(number) = self { Some(*number) } else { None }
    }

    /// A number of either kind.
    pub fn as_number(&self) -> Option<f64> {
        #[expect(clippy::cast_precision_loss, reason = "no measure of a page has more than 2⁵³ units")]
        match self {
            Self::Integer(number) => Some(*number as f64),
            Self::Real(number) => Some(*number),
            _ => None,
        }
    }

    /// `true` or `false`.
    pub fn as_boolean(&self) -> Option<bool> {
        if let Self::Boolean(value) = self { Some(*value) } else { None }
    }

    /// The object that a reference names.
    pub fn as_reference(&self) -> Option<ObjectId> {
        if let Self::Reference(id) = self { Some(*id) } else { None }
    }
}

impl Stream {
    /// Whether it has no data.
    pub fn is_empty(&self) -> bool {
        match &self.data {
            StreamData::File(range) => range.is_empty(),
            StreamData::Inline(data) => data.is_empty(),
        }
    }
}

impl Dictionary {
    /// A dictionary of some entries; of two with one name, the later counts.
    pub(super) fn new(mut entries: Vec<(Box<[u8]>, Object)>) -> Self {
        // The sort is stable, so the later of two equal names comes first once reversed.
        entries.reverse();
        entries.sort_by(|(one, _), (other, _)| one.cmp(other));
        entries.dedup_by(|(one, _), (other, _)| one == other);
        Self(entries.into_boxed_slice())
    }

    /// The same keys with other values.
    pub(super) fn map(self, value: impl Fn(Object) -> Object) -> Self {
        Self(self.0.into_iter().map(|(key, old)| (key, value(old))).collect())
    }

    /// The value of a key, which may be a reference.
    pub fn get(&self, key: &[u8]) -> Option<&Object> {
        let at = self.0.binary_search_by(|(name, _)| name.as_ref().cmp(key)).ok()?;
        self.0.get(at).map(|(_, value)| value)
    }

    /// Whether there is such a key.
    pub fn has(&self, key: &[u8]) -> bool {
        self.get(key).is_some()
    }

    /// The entries.
    pub fn iter(&self) -> impl Iterator<Item = (&[u8], &Object)> {
        self.0.iter().map(|(name, value)| (name.as_ref(), value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_value_of_a_repeated_key_counts() {
        let entry = |key: &str, value| (Box::from(key.as_bytes()), Object::Integer(value));
        let dict = Dictionary::new(vec![entry("B", 1), entry("A", 2), entry("B", 3)]);
        assert_eq!(dict.get(b"B"), Some(&Object::Integer(3)));
        assert_eq!(dict.get(b"A"), Some(&Object::Integer(2)));
        assert_eq!(dict.iter().count(), 2);
        assert!(!dict.has(b"C"));
    }
}
