//! How large images are printed.

/// Where an image stands on the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Placement {
    /// On the cover.
    Logo,
    /// Beside the text.
    Figure,
    /// Beside the name of a person.
    Portrait,
    /// Beside the name of a supporter.
    SupporterLogo,
}

/// The width of the text, over which an image is set, in millimetres (`text-width` in the
/// template's `theme.typ`).
const TEXT_WIDTH: f64 = 123.5;
/// The height beyond which an image is made narrower, in millimetres (`max-height` in the
/// template's `picture.typ`).
const GREATEST_HEIGHT: f64 = 100.0;
/// The width and height of the box that a logo fills, in millimetres (`logo-box` in the template's
/// `cover.typ`).
const LOGO_BOX: (f64, f64) = (70.0, 18.0);

/// The side of the square that a portrait fills, in millimetres (`portrait-size` in the template's
/// `people.typ`).
const PORTRAIT_SIZE: f64 = 30.0;
/// The width and height of the box that a supporter's logo fills, in millimetres (`logo-size` in
/// the template's `supporters.typ`).
const SUPPORTER_LOGO_BOX: (f64, f64) = (34.0, 14.0);

impl Placement {
    /// The height in millimetres at which an image is printed, given its size in any unit.
    pub fn printed_height(self, (width, height): (f64, f64)) -> f64 {
        let (box_width, box_height) = match self {
            Self::Logo => LOGO_BOX,
            Self::Figure => (TEXT_WIDTH, GREATEST_HEIGHT),
            Self::SupporterLogo => SUPPORTER_LOGO_BOX,
            // A portrait covers its square, and the rest is cut off.
            Self::Portrait => return (PORTRAIT_SIZE * height / width).max(PORTRAIT_SIZE),
        };
        (box_width * height / width).min(box_height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_fills_its_box_in_one_direction() {
        let near = |height: f64, expected: f64| (height - expected).abs() < 1e-9;
        assert!(near(Placement::Figure.printed_height((247.0, 100.0)), 50.0));
        assert!(near(Placement::Figure.printed_height((100.0, 100.0)), 100.0));
        assert!(near(Placement::Figure.printed_height((1.0, 20_000.0)), 100.0));
        assert!(near(Placement::Logo.printed_height((100.0, 100.0)), 18.0));
        assert!(near(Placement::Logo.printed_height((700.0, 70.0)), 7.0));
    }
}
