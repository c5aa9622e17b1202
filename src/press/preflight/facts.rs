//! The properties of a file, whether right or wrong.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

/// What a file holds.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Facts {
    /// The version of PDF, such as `1.6`.
    pub version: String,
    /// The standards that it claims to conform to, such as `PDF/X-4`.
    pub standards: Vec<String>,
    /// The number of pages.
    pub pages: usize,
    /// The sizes of the trimmed pages in millimetres, each once, a hundred at most; of pages that are not to be
    /// trimmed, those of the sheets.
    pub sizes: Vec<(f64, f64)>,
    /// The least bleed of any page, in millimetres; `None` if no page states its trim.
    pub bleed: Option<f64>,
    /// The number of pages with a rotation or a user unit.
    pub turned_or_scaled: usize,
    /// The printing condition that the output intent for PDF/X names.
    pub output_condition: Option<String>,
    /// The fonts, and whether each is embedded.
    pub fonts: BTreeMap<String, bool>,
    /// How often each colour space is painted in, pictures included.
    pub color_spaces: BTreeMap<String, usize>,
    /// The inks beside cyan, magenta, yellow and black.
    pub spot_inks: BTreeSet<String>,
    /// How many pictures are placed.
    pub pictures: usize,
    /// The lowest resolution of a picture at its printed size, in dots per inch.
    pub lowest_dpi: Option<f64>,
    /// The most ink that one colour or pixel has, in per cent.
    pub highest_ink: Option<f64>,
    /// How many gradients, pictures and colours there are whose ink cannot be known without
    /// converting or rendering them.
    pub unknown_inks: usize,
    /// The smallest height of type, in points.
    pub smallest_text: Option<f64>,
    /// Whether anything is transparent.
    pub transparency: bool,
    /// How many optional layers there are.
    pub layers: usize,
    /// How many of them are hidden when the file is opened.
    pub hidden_layers: usize,
    /// How many files are embedded.
    pub attachments: usize,
}
