//! How large images are printed.

/// Where an image stands on the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placement {
    /// On the cover.
    Logo,
    /// Beside a person's name.
    Portrait,
    /// Beside a supporter's name.
    SupporterLogo,
    /// Beside the text.
    Figure,
}

// The boxes of the template, in millimetres.

/// `text-width` of `theme.typ`, and `max-height` of `picture.typ`.
pub(crate) const FIGURE_BOX: (f64, f64) = (123.5, 100.0);
/// `logo-box` of `cover.typ`.
pub(crate) const LOGO_BOX: (f64, f64) = (70.0, 18.0);
/// `logo-size` of `supporters.typ`.
pub(crate) const SUPPORTER_LOGO_BOX: (f64, f64) = (34.0, 14.0);
/// `portrait-size` of `people.typ`: a square that the portrait covers.
pub(crate) const PORTRAIT_SIDE: f64 = 30.0;

impl Placement {
    /// The height in millimetres at which an image is printed, given its size in any unit.
    pub fn printed_height(self, (width, height): (f64, f64)) -> f64 {
        let within = |(box_width, box_height): (f64, f64)| (box_width * height / width).min(box_height);
        match self {
            Self::Logo => within(LOGO_BOX),
            Self::SupporterLogo => within(SUPPORTER_LOGO_BOX),
            Self::Figure => within(FIGURE_BOX),
            Self::Portrait => PORTRAIT_SIDE * (height / width).max(1.0),
        }
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
        assert!(near(Placement::Portrait.printed_height((200.0, 100.0)), 30.0));
        assert!(near(Placement::Portrait.printed_height((100.0, 200.0)), 60.0));
    }
}
