//! What is drawn on a page: filled shapes, lines, and the positions of words.

use hayro::hayro_interpret::font::Glyph;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Device, GlyphDrawMode, Image, Paint, PathDrawMode, SoftMask,
};
use hayro::vello_cpu::kurbo::{Affine, BezPath, Rect, Shape as _};

use crate::pdf::{File, Page};

/// Points per millimetre.
pub(crate) const MM: f64 = 72.0 / 25.4;

/// A filled shape.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape {
    /// Its bounds in points, from the upper left corner of the page.
    pub(crate) bounds: Rect,
    /// Its colour: red, green and blue.
    pub(crate) color: [u8; 3],
}

/// The shapes on a page, in the order in which they are painted.
#[derive(Default)]
pub(crate) struct Drawing {
    /// Filled shapes.
    pub(crate) fills: Vec<Shape>,
    /// Lines and outlines; the bounds are those of the path without the width of the line.
    pub(crate) lines: Vec<Shape>,
}

impl Drawing {
    /// The shapes on a page, from 0.
    pub(crate) fn of(file: &File, page: usize) -> Self {
        let mut drawing = Self::default();
        file.draw(page, &mut drawing);
        drawing
    }
}

/// The bounds of words on a page, wherever they occur, in the order of the page. Spaces do not matter, and the words are
/// not parts of longer words.
pub(crate) fn places(page: &Page, words: &str) -> Vec<Rect> {
    let is_counted = |letter: &char| !letter.is_whitespace() && *letter != '\u{ad}';
    let wanted: Vec<char> = words.chars().filter(is_counted).collect();
    let letters: Vec<(char, usize, bool)> = page
        .glyphs
        .iter()
        .enumerate()
        .flat_map(|(index, glyph)| {
            let mut is_first = true;
            let letters: Vec<_> = glyph
                .text
                .chars()
                .filter(is_counted)
                .map(|letter| (letter, index, std::mem::take(&mut is_first)))
                .collect();
            letters
        })
        .collect();
    let ink = |index: usize| page.glyphs[index].ink;
    // Letters of one word are on one baseline, close to each other.
    let are_joined = |before: Option<&(char, usize, bool)>, after: Option<&(char, usize, bool)>| {
        let (Some(before), Some(after)) = (before, after) else { return false };
        let (a, b) = (&page.glyphs[before.1], &page.glyphs[after.1]);
        let gap = b.ink.x0 - a.ink.x1;
        before.0.is_alphanumeric()
            && after.0.is_alphanumeric()
            && (a.origin.y - b.origin.y).abs() < 0.1
            && (-1.0..1.5).contains(&gap)
    };
    (0..letters.len().saturating_sub(wanted.len() - 1))
        .filter(|start| {
            letters[*start..].iter().zip(&wanted).all(|((letter, ..), wanted)| letter == wanted)
                && !are_joined(start.checked_sub(1).map(|before| &letters[before]), letters.get(*start))
                && !are_joined(letters.get(start + wanted.len() - 1), letters.get(start + wanted.len()))
        })
        .map(|start| {
            let inks = letters[start..start + wanted.len()].iter().map(|(_, index, _)| ink(*index));
            inks.reduce(|a, b| a.union(b)).unwrap()
        })
        .collect()
}

impl<'a> Device<'a> for Drawing {
    fn draw_path(&mut self, path: &BezPath, transform: Affine, paint: &Paint<'a>, mode: &PathDrawMode) {
        let Paint::Color(color) = paint else { return };
        let [red, green, blue, _] = color.to_rgba().to_rgba8();
        let shape = Shape { bounds: (transform * path.clone()).bounding_box(), color: [red, green, blue] };
        match mode {
            PathDrawMode::Fill(_) => self.fills.push(shape),
            PathDrawMode::Stroke(_) => self.lines.push(shape),
        }
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn pop_clip_path(&mut self) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_transparency_group(&mut self) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn draw_glyph(&mut self, _: &Glyph<'a>, _: Affine, _: Affine, _: &Paint<'a>, _: &GlyphDrawMode) {}
    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
}
