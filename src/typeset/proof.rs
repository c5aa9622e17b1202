//! Proofs: images laid out by themselves, to see whether they can be printed.

use serde::Serialize;

use super::edition::{Edition, EditionFacts};
use super::{Additions, Layout, Typesetter};
use crate::Diagnostic;
use crate::images::Images;
use crate::report::ImagePath;

const PAGE: &str = include_str!("proof.typ");

/// What the page of a proof reads.
#[derive(Serialize)]
struct Data<'a> {
    edition: EditionFacts,
    /// The typeface of text that names none.
    fonts: Vec<&'a str>,
    images: Vec<ProofImage>,
}

#[derive(Serialize)]
struct ProofImage {
    file: String,
    /// In millimetres.
    height: f64,
}

impl Typesetter {
    /// Lays out images on pages of their own, each of a height in millimetres.
    ///
    /// # Errors
    /// What Typst cannot lay out.
    pub fn proof(
        &self,
        images: &Images,
        placed: &[(&ImagePath, f64)],
        edition: Edition,
    ) -> Result<Layout<'_>, Vec<Diagnostic>> {
        let fonts = self.fonts.book().families().map(|(family, _)| family).take(1).collect();
        let placed = placed
            .iter()
            .filter_map(|(path, height)| Some(ProofImage { file: images.file_name(path)?, height: *height }));
        let data = Data { edition: edition.into(), fonts, images: placed.collect() };
        self.lay_out(Some(PAGE), &data, Additions::default(), images)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::images::size::{
        GREATEST_HEIGHT, GUTTER, LOGO_BOX, OPENING_BOX, PORTRAIT_SIZE, SUPPORTER_LOGO_BOX, TEXT_WIDTH,
    };

    /// The sizes at which images are judged are those at which the template sets them.
    #[test]
    fn the_boxes_are_those_of_the_template() {
        const PAGE: &str = r#"
            #import "/theme.typ": page-width, text-width, gutter, picture-sizes
            #let data = json("/report.json")
            #let equal(length, expected) = assert(calc.abs(length / 1mm - expected) < 0.001)
            #equal(text-width, data.text)
            #equal(gutter, data.gutter)
            #equal(picture-sizes.row-height, data.height)
            #equal(picture-sizes.logo.width, data.logo.at(0))
            #equal(picture-sizes.logo.height, data.logo.at(1))
            #equal(picture-sizes.supporter-logo.width, data.supporter.at(0))
            #equal(picture-sizes.supporter-logo.height, data.supporter.at(1))
            #equal(picture-sizes.portrait, data.portrait)
            #equal(page-width + 2 * 3mm, data.opening.at(0))
            #equal(picture-sizes.opening-height + 3mm, data.opening.at(1))
        "#;
        let data = |portrait: f64| {
            json!({
                "edition": { "name": "screen", "bleed": 0 },
                "primary": null,
                "mapped": false,
                "text": TEXT_WIDTH,
                "gutter": GUTTER,
                "height": GREATEST_HEIGHT,
                "logo": LOGO_BOX,
                "supporter": SUPPORTER_LOGO_BOX,
                "portrait": portrait,
                "opening": OPENING_BOX,
            })
        };
        let typesetter = Typesetter::new(None, None).unwrap();
        let typeset =
            |data| typesetter.lay_out(Some(PAGE), &data, Additions::default(), &Images::default()).map(drop);
        assert_eq!(typeset(data(PORTRAIT_SIZE)), Ok(()));
        assert!(typeset(data(PORTRAIT_SIZE + 1.0)).is_err());
    }
}
