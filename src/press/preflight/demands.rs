//! The requirements for a print file that the standard leaves open.

/// The requirements of a printing house. The defaults are those of most.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Demands {
    /// The width and height of the trimmed page in millimetres; without it, that of the first page
    /// holds for all.
    pub trim: Option<(f64, f64)>,
    /// The bleed on every side, in millimetres.
    pub bleed: f64,
    /// The most ink in one place, in per cent: coated offset paper takes 300.
    pub ink: f64,
    /// The least height of type, in points.
    pub text: f64,
    /// The least height of type in which all four process inks have to meet, in points.
    pub text_in_four_inks: f64,
    /// The least width of a line, in points.
    pub line: f64,
    /// The resolution that pictures should have at their printed size, in dots per inch; of half as
    /// much it is an error. Pictures of black and white alone should have twice as much.
    pub dpi: f64,
}

impl Default for Demands {
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
