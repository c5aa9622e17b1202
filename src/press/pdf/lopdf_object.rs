//! Objects of lopdf, which has the ciphers and writes files. Streams are not converted.

use lopdf::{Object as LopdfObject, StringFormat};

use super::object::{Dictionary, Object};

impl From<&Dictionary> for lopdf::Dictionary {
    fn from(dict: &Dictionary) -> Self {
        dict.iter().map(|(key, value)| (key.to_vec(), value.into())).collect()
    }
}

impl From<&Object> for LopdfObject {
    fn from(object: &Object) -> Self {
        match object {
            Object::Boolean(value) => Self::Boolean(*value),
            Object::Integer(value) => Self::Integer(*value),
            #[expect(clippy::cast_possible_truncation, reason = "lopdf keeps no more")]
            Object::Real(value) => Self::Real(*value as f32),
            Object::Name(name) => Self::Name(name.to_vec()),
            Object::String(bytes) => Self::String(bytes.to_vec(), StringFormat::Literal),
            Object::Array(items) => Self::Array(items.iter().map(Self::from).collect()),
            Object::Dictionary(dict) => Self::Dictionary(dict.into()),
            Object::Reference(id) => Self::Reference(*id),
            Object::Null | Object::Stream(_) => Self::Null,
        }
    }
}

impl From<&LopdfObject> for Object {
    fn from(object: &LopdfObject) -> Self {
        match object {
            LopdfObject::Boolean(value) => Self::Boolean(*value),
            LopdfObject::Integer(value) => Self::Integer(*value),
            LopdfObject::Real(value) => Self::Real((*value).into()),
            LopdfObject::Name(name) => Self::Name(name.clone().into()),
            LopdfObject::String(bytes, _) => Self::String(bytes.clone().into()),
            LopdfObject::Array(items) => Self::Array(items.iter().map(Self::from).collect()),
            LopdfObject::Dictionary(dict) => Self::Dictionary(Dictionary::new(
                dict.iter().map(|(key, value)| (key.clone().into(), value.into())).collect(),
            )),
            LopdfObject::Reference(id) => Self::Reference(*id),
            LopdfObject::Null | LopdfObject::Stream(_) => Self::Null,
        }
    }
}
