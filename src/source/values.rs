//! The values of a report by their names in the schema.

use super::tree::Scalar;
use crate::diagnostic::problem::Kind;
use crate::report::scalar::{Text, TextOrNumber};
use crate::report::{
    Amount, Blocks, Cmyk, CmykError, Code, Count, Currency, Date, DateSpan, Email, ImagePath, Line, Number,
    Phone, Prose, Rgb, ValueError, Website, Year, YearError, YearMonth,
};

/// The YAML type of a scalar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum ScalarType {
    Null,
    Bool,
    Integer(i128),
    Number,
    Text,
}

impl ScalarType {
    /// The type that `serde_yaml` reads.
    pub(super) fn of(scalar: &Scalar) -> Self {
        // Numbers, booleans and null consist of these characters. A text with others might be read differently as a
        // document of its own than as a value.
        let could_be_other =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.' | b'~' | b'_');
        if !scalar.plain
            || matches!(&*scalar.text, "---" | "..." | "-")
            || !scalar.text.bytes().all(could_be_other)
        {
            return Self::Text;
        }
        match serde_yaml::from_str(&scalar.text) {
            Ok(serde_yaml::Value::Null) => Self::Null,
            Ok(serde_yaml::Value::Bool(_)) => Self::Bool,
            Ok(serde_yaml::Value::Number(number)) => number
                .as_i64()
                .map(i128::from)
                .or_else(|| number.as_u64().map(i128::from))
                .map_or(Self::Number, Self::Integer),
            _ => Self::Text,
        }
    }

    pub(super) fn kind(self) -> Kind {
        match self {
            Self::Null => Kind::Null,
            Self::Bool => Kind::Bool,
            Self::Integer(_) => Kind::Integer,
            Self::Number => Kind::Number,
            Self::Text => Kind::Text,
        }
    }
}

/// The error in a text or a number as a value of the type `name` of the schema.
///
/// `None` if it is valid, or if the schema has no such type.
pub(super) fn text_error(name: &str, text: &str) -> Option<ValueError> {
    fn error<T, E: Into<ValueError>>(result: Result<T, E>) -> Option<ValueError> {
        result.err().map(Into::into)
    }
    let (plain, written) = (Text::new(text), TextOrNumber::new(text));
    match name {
        "Amount" => error(Amount::try_from(written)),
        "Blocks" => error(Blocks::try_from(plain)),
        "Code" => error(Code::try_from(written)),
        "Count" => error(Count::try_from(written)),
        "Currency" => error(Currency::try_from(plain)),
        "Date" => error(Date::try_from(plain)),
        "DateSpan" => error(DateSpan::try_from(plain)),
        "Email" => error(Email::try_from(plain)),
        "ImagePath" => error(ImagePath::try_from(plain)),
        "Line" => error(Line::try_from(plain)),
        "Number" => error(Number::try_from(written)),
        "Phone" => error(Phone::try_from(plain)),
        "Prose" => error(Prose::try_from(plain)),
        "Rgb" => error(Rgb::try_from(plain)),
        "Website" => error(Website::try_from(plain)),
        "YearMonth" => error(YearMonth::try_from(plain)),
        _ => None,
    }
}

/// The error in an integer as a value of the type `name` of the schema.
pub(super) fn number_error(name: &str, number: i128) -> Option<ValueError> {
    let small = i64::try_from(number);
    match name {
        "Cmyk" => match small.map(|ink| Cmyk::try_from([ink, 0, 0, 0])) {
            Ok(result) => result.err().map(Into::into),
            Err(_) => Some(CmykError(number).into()),
        },
        "Year" => match small.map(Year::try_from) {
            Ok(result) => result.err().map(Into::into),
            Err(_) => Some(YearError(number).into()),
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A type that is missing in this file would never be reported as invalid.
    #[test]
    fn every_single_value_of_the_schema_is_known() {
        let definitions = crate::report::schema::json()["$defs"].as_object().unwrap();
        for (name, schema) in definitions {
            let types = schema["type"].to_string();
            let single = schema.get("oneOf").is_none() && schema.get("enum").is_none();
            if types.contains("string") && single {
                assert!(text_error(name, "\u{0}").or(text_error(name, "")).is_some(), "{name}");
            } else if types.contains("integer") {
                assert!(number_error(name, i128::MAX).is_some(), "{name}");
            }
        }
        assert!(definitions.len() > 20);
    }

    #[test]
    fn plain_values_resolve_as_in_serde_yaml() {
        let of = |text: &str, plain| ScalarType::of(&Scalar { text: text.to_owned(), plain });
        assert_eq!(of("5", true), ScalarType::Integer(5));
        assert_eq!(of("5", false), ScalarType::Text);
        assert_eq!(of("05", true), ScalarType::Text);
        assert_eq!(of("1.5", true), ScalarType::Number);
        assert_eq!(of("~", true), ScalarType::Null);
        assert_eq!(of("", true), ScalarType::Null);
        assert_eq!(of("taip", true), ScalarType::Text);
        assert_eq!(of("true", true), ScalarType::Bool);
        assert_eq!(of("---", true), ScalarType::Text);
    }
}
