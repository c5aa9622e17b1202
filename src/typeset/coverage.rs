//! Character coverage of the fonts.

use super::Typesetter;

impl Typesetter {
    /// Whether any font has a glyph for a character. Typst falls back from font to font.
    pub fn shows(&self, c: char) -> bool {
        let book = self.fonts.book();
        (0..).map_while(|index| book.info(index)).any(|info| info.coverage.contains(u32::from(c)))
    }
}
