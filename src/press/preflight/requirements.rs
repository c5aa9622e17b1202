//! The requirements for a print file that the standard leaves open.

/// The requirements of a printing house. The defaults are those of most.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Requirements {
    /// The width and height of the trimmed page in millimetres; if missing, all pages must have that of the first.
    pub trim: Option<(f64, f64)>,
    /// The bleed on every side, in millimetres.
    pub bleed: f64,
    /// The total ink limit, in per cent: 300 for coated offset paper.
    pub ink: f64,
    /// The minimum height of type, in points.
    pub text: f64,
    /// The minimum height of type in all four process inks, in points.
    pub text_in_four_inks: f64,
    /// The minimum width of a line, in points.
    pub line: f64,
    /// The resolution that images should have at their printed size, in dots per inch. Less than half of it is an
    /// error. Bitmap images should have twice as much.
    pub dpi: f64,
}

impl Default for Requirements {
    fn default() -> Self {
        Self {
            trim: None,
            bleed: 3.0,
            ink: 300.0,
            text: 6.0,
            text_in_four_inks: 10.0,
            line: 0.25,
            dpi: 300.0,
        }
    }
}
