//! The typefaces that an SVG asks for.
//!
//! Text in a typeface that is not among the fonts of the program is set in another one, without an error. Its words then
//! have other widths, and may run into each other.

use std::sync::{Mutex, PoisonError};

use svgtypes::FontFamily;
use usvg::fontdb::{Database, Family, Query};
use usvg::{Font, FontResolver};

/// The longest name to quote, in characters.
const MAX_NAME: usize = 100;

/// The first typeface that is missing.
#[derive(Debug, Default)]
pub(super) struct MissingTypeface(Mutex<Option<String>>);

impl MissingTypeface {
    /// Chooses fonts as usvg itself does, and notes what is missing.
    pub(super) fn resolver(&self) -> FontResolver<'_> {
        let select = FontResolver::default_font_selector();
        FontResolver {
            select_font: Box::new(move |font, fonts| {
                self.look_for(font, fonts);
                select(font, fonts)
            }),
            ..FontResolver::default()
        }
    }

    /// Looks for the typefaces that a text lists in the order of preference. Any typeface will do for a generic name such
    /// as `serif`, unless others precede it.
    fn look_for(&self, font: &Font, fonts: &Database) {
        let mut named = font.families().iter().filter_map(|family| match family {
            // Without a name, the text leaves the choice open.
            FontFamily::Named(name) if !name.is_empty() => Some(name),
            _ => None,
        });
        let is_there = |name: &&String| {
            let families = &[Family::Name(name)];
            fonts.query(&Query { families, ..Query::default() }).is_some()
        };
        if let Some(first) = named.clone().next()
            && !named.any(|name| is_there(&name))
        {
            let mut missing = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            missing.get_or_insert_with(|| first.chars().take(MAX_NAME).collect());
        }
    }

    pub(super) fn name(self) -> Option<String> {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}
