//! Which characters the typefaces have.

use super::Typesetter;

impl Typesetter {
    /// Whether any of the typefaces has a shape for a character; Typst falls back from one to the
    /// next.
    pub fn shows(&self, c: char) -> bool {
        let book = self.fonts.book();
        (0..).map_while(|index| book.info(index)).any(|info| info.coverage.contains(u32::from(c)))
    }
}
