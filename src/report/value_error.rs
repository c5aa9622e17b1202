//! Errors in single values.

use std::error::Error;
use std::fmt;

use super::{
    AmountError, CmykError, CodeError, CountError, CurrencyError, DateError, DateSpanError, EmailError,
    ImagePathError, LineError, NumberError, PhoneError, ProseError, RgbError, WebsiteError, YearError,
    YearMonthError,
};

/// An error in a single value of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValueError {
    /// An amount of money.
    Amount(AmountError),
    /// A print colour.
    Cmyk(CmykError),
    /// The code of a legal person.
    Code(CodeError),
    /// A number of members.
    Count(CountError),
    /// A currency.
    Currency(CurrencyError),
    /// A day.
    Date(DateError),
    /// A day, a month, or a range of either.
    DateSpan(DateSpanError),
    /// An e-mail address.
    Email(EmailError),
    /// The path of an image.
    ImagePath(ImagePathError),
    /// A name, heading or label.
    Line(LineError),
    /// A number among the key numbers.
    Number(NumberError),
    /// A telephone number.
    Phone(PhoneError),
    /// Running text.
    Prose(ProseError),
    /// A screen colour.
    Rgb(RgbError),
    /// A web address.
    Website(WebsiteError),
    /// A year.
    Year(YearError),
    /// A month of a year.
    YearMonth(YearMonthError),
}

/// Implements the conversion to [`ValueError`], and `Error`, for the error of each kind of value.
///
/// Serde requires `Display`, but its message is never shown: `source` finds the errors itself, and their messages
/// are in `diagnostic`.
macro_rules! value_errors {
    ($($kind:ident($error:ty)),* $(,)?) => {
        $(
            impl From<$error> for ValueError {
                fn from(error: $error) -> Self {
                    Self::$kind(error)
                }
            }
        )*
        value_errors!(@errors ValueError, $($error),*);
    };
    (@errors $($error:ty),*) => {$(
        impl fmt::Display for $error {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the value is not well formed")
            }
        }

        impl Error for $error {}
    )*};
}

value_errors! {
    Amount(AmountError), Cmyk(CmykError), Code(CodeError), Count(CountError), Currency(CurrencyError),
    Date(DateError), DateSpan(DateSpanError), Email(EmailError), ImagePath(ImagePathError), Line(LineError),
    Number(NumberError), Phone(PhoneError),
    Prose(ProseError), Rgb(RgbError), Website(WebsiteError), Year(YearError),
    YearMonth(YearMonthError),
}
