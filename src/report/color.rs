//! The organisation's brand colour.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::Deserialize;

use super::scalar::{Text, parsed_from};

/// Changes to the default look of the report.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Ataskaitos išvaizda")]
pub struct Theme {
    /// The accent colour; its tints are derived from it.
    #[schemars(description = "Pagrindinė spalva; kiti atspalviai gaunami iš jos")]
    pub primary: Color,
}

/// One colour for screen and print.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Viena spalva: ekranui ir spaudai")]
pub struct Color {
    /// The colour on screen.
    #[schemars(description = "Spalva ekrane")]
    pub screen: Rgb,
    /// The colour in print. Defaults to the screen colour, converted.
    #[schemars(description = "Spalva spaudai; nenurodžius perskaičiuojama iš ekrano spalvos")]
    pub print: Option<Cmyk>,
}

/// An sRGB colour (IEC 61966-2-1), written `"#0b5563"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "Text")]
#[schemars(
    with = "Text",
    description = "Ekrano spalva: # ir šeši šešioliktainiai skaitmenys",
    extend("pattern" = "^#[0-9A-Fa-f]{6}$"),
    extend("examples" = ["#0b5563"]),
)]
pub struct Rgb([u8; 3]);

/// Why a text is not an [`Rgb`] colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RgbError(
    /// The rejected text.
    pub String,
);

/// Cyan, magenta, yellow and black in per cent, written `[90, 45, 45, 25]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "[i64; 4]")]
#[schemars(
    with = "[i64; 4]",
    description = "Spaudos dažai procentais: žydra, purpurinė, geltona, juoda",
    extend("items" = { "type": "integer", "minimum": 0, "maximum": 100 }),
    extend("examples" = [[90, 45, 45, 25]]),
)]
pub struct Cmyk([u8; 4]);

/// Why four numbers are not a [`Cmyk`] colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CmykError(
    /// The rejected number.
    pub i128,
);

impl Rgb {
    /// Red, green and blue, each 0 to 255.
    pub fn samples(self) -> [u8; 3] {
        self.0
    }

    /// The contrast of this colour with white, 1 to 21 (WCAG 2.2, “contrast ratio”).
    pub fn contrast_with_white(self) -> f64 {
        1.05 / (self.luminance() + 0.05)
    }

    /// The relative luminance, 0 to 1 (WCAG 2.2, “relative luminance”).
    fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(|channel| {
            let channel = f64::from(channel) / 255.0;
            if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }
}

impl Cmyk {
    /// Cyan, magenta, yellow and black, each 0 to 100 per cent.
    pub fn percent(self) -> [u8; 4] {
        self.0
    }

    /// Cyan, magenta, yellow and black, each 0 to 255.
    pub fn samples(self) -> [u8; 4] {
        self.0.map(|percent| scaled(percent, 100, 255))
    }

    /// Converts inks of 0 to 255 to the nearest whole per cent.
    pub fn from_samples(inks: [u8; 4]) -> Self {
        Self(inks.map(|ink| scaled(ink, 255, 100)))
    }
}

/// Rescales a number from the range `0..=from` to the range `0..=to`, rounded.
fn scaled(number: u8, from: u32, to: u32) -> u8 {
    u8::try_from((u32::from(number) * to + from / 2) / from).unwrap_or(u8::MAX)
}

/// The YAML form.
impl fmt::Display for Cmyk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [cyan, magenta, yellow, black] = self.0;
        write!(f, "[{cyan}, {magenta}, {yellow}, {black}]")
    }
}

impl FromStr for Rgb {
    type Err = RgbError;

    fn from_str(text: &str) -> Result<Self, RgbError> {
        let parse = || {
            let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
            let channel = |range| u8::from_str_radix(digits.get(range)?, 16).ok();
            digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then_some([
                channel(0..2)?,
                channel(2..4)?,
                channel(4..6)?,
            ])
        };
        parse().map(Self).ok_or_else(|| RgbError(text.to_owned()))
    }
}

parsed_from!(Text => Rgb);

impl TryFrom<[i64; 4]> for Cmyk {
    type Error = CmykError;

    fn try_from(percent: [i64; 4]) -> Result<Self, CmykError> {
        let mut inks = [0; 4];
        for (ink, percent) in inks.iter_mut().zip(percent) {
            *ink = u8::try_from(percent)
                .ok()
                .filter(|ink| *ink <= 100)
                .ok_or_else(|| CmykError(percent.into()))?;
        }
        Ok(Self(inks))
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_parsed_and_formatted() {
        assert_eq!("#0B5563".parse::<Rgb>().unwrap().to_string(), "#0b5563");
        for text in ["", "#", "0b5563", "#0b556", "#0b55633", "#0b55zz", "#+b5563", "#ąčęė", "red"] {
            assert_eq!(text.parse::<Rgb>(), Err(RgbError(text.to_owned())));
        }
        let inks = Cmyk::try_from([0, 100, 50, 1]).unwrap();
        assert_eq!((inks.samples(), inks.to_string().as_str()), ([0, 255, 128, 3], "[0, 100, 50, 1]"));
        assert_eq!(Cmyk::from_samples(inks.samples()), inks);
        assert_eq!(Cmyk::try_from([0, 100, 50, 101]), Err(CmykError(101)));
        assert_eq!(Cmyk::try_from([0, 100, -1, 0]), Err(CmykError(-1)));
    }

    /// The reference values of WCAG: 21 for black, 1 for white, and #767676 as the lightest grey
    /// that reaches 4.5.
    #[test]
    fn contrast_follows_wcag() {
        let contrast = |text: &str| text.parse::<Rgb>().unwrap().contrast_with_white();
        assert!((contrast("#000000") - 21.0).abs() < 1e-9);
        assert!((contrast("#ffffff") - 1.0).abs() < 1e-9);
        assert!(contrast("#767676") >= 4.5 && contrast("#777777") < 4.5);
    }
}
