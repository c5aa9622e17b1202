//! Why a single value is not what it should be.

use super::{
    AmountError, CmykError, CodeError, CountError, CurrencyError, DateError, EmailError, ImagePathError,
    LineError, NumberError, PhoneError, ProseError, RgbError, WebsiteError, YearError,
};

/// What any of the values of a report has to say when it cannot be read; the words are in
/// [`crate::diagnostic::messages`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValueError {
    /// An amount of money.
    Amount(AmountError),
    /// A colour of the press.
    Cmyk(CmykError),
    /// The code of a legal person.
    Code(CodeError),
    /// A number of members.
    Count(CountError),
    /// A currency.
    Currency(CurrencyError),
    /// A day.
    Date(DateError),
    /// A mail address.
    Email(EmailError),
    /// The path of a picture.
    ImagePath(ImagePathError),
    /// A name, heading or label.
    Line(LineError),
    /// A number among the key numbers.
    Number(NumberError),
    /// A telephone number.
    Phone(PhoneError),
    /// Running text.
    Prose(ProseError),
    /// A colour of the screen.
    Rgb(RgbError),
    /// A web address.
    Website(WebsiteError),
    /// A year.
    Year(YearError),
}

/// Gives an error of a value its way into [`ValueError`], and with it its words, which serde asks
/// for in English.
macro_rules! value_errors {
    ($($kind:ident($error:ty)),* $(,)?) => {$(
        impl From<$error> for ValueError {
            fn from(error: $error) -> Self {
                Self::$kind(error)
            }
        }

        impl std::fmt::Display for $error {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&ValueError::from(self.clone()), f)
            }
        }

        impl std::error::Error for $error {}
    )*};
}

value_errors! {
    Amount(AmountError), Cmyk(CmykError), Code(CodeError), Count(CountError), Currency(CurrencyError),
    Date(DateError), Email(EmailError), ImagePath(ImagePathError), Line(LineError), Number(NumberError), Phone(PhoneError),
    Prose(ProseError), Rgb(RgbError), Website(WebsiteError), Year(YearError),
}

impl std::fmt::Display for ValueError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for ValueError {}
