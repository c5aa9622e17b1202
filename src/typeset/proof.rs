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
            #import "/theme.typ": page-width, text-width, gutter
            #import "/components/pictures.typ": max-height
            #import "/components/quotation.typ": portrait-size
            #import "/components/opening.typ": opening-height
            #import "/sections/cover.typ": logo-box
            #import "/sections/supporters.typ": logo-size
            #let data = json("/report.json")
            #let equal(length, expected) = assert(calc.abs(length / 1mm - expected) < 0.001)
            #equal(text-width, data.text)
            #equal(gutter, data.gutter)
            #equal(max-height, data.height)
            #equal(logo-box.width, data.logo.at(0))
            #equal(logo-box.height, data.logo.at(1))
            #equal(logo-size.width, data.supporter.at(0))
            #equal(logo-size.height, data.supporter.at(1))
            #equal(portrait-size, data.portrait)
            #equal(page-width + 2 * 3mm, data.opening.at(0))
            #equal(opening-height + 3mm, data.opening.at(1))
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
