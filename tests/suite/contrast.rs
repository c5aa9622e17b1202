//! Text has a contrast of at least 4.5 : 1 (WCAG 2.2, success criterion 1.4.3), including large text.
//!
//! Each page is painted without its glyphs, and the colour of each glyph is compared with the pixels at its position.

use hayro::hayro_interpret::font::Glyph;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Device, FillRule, GlyphDrawMode, Image, Paint, PathDrawMode, SoftMask,
};
use hayro::vello_cpu::color::{AlphaColor, Srgb};
use hayro::vello_cpu::kurbo::{Affine, BezPath, Rect, Stroke};
use hayro::vello_cpu::peniko::Fill;
use hayro::vello_cpu::{Pixmap, RenderContext, Resources};

use crate::pdf::File;

const LEAST: f64 = 4.5;
/// Pixels per point of the painted background.
const SCALE: f64 = 2.0;
/// The share of a glyph's background that may have too little contrast: a hairline, such as the underline of a link,
/// may cross it.
const CROSSED: f64 = 0.15;

#[test]
fn the_real_report_has_enough_contrast() {
    assert_readable(crate::real_report::pdf());
}

#[test]
fn a_report_with_a_brand_colour_has_enough_contrast() {
    assert_readable(crate::full_report::full_pdf());
}

/// The lightest accepted accents, including a yellowish and a bluish one.
#[test]
fn the_lightest_colours_have_enough_contrast() {
    for color in ["#767676", "#857400", "#0078d4"] {
        let theme = format!("theme: {{ primary: {{ screen: \"{color}\" }} }}\n");
        let yaml = format!("{}{theme}", crate::full_report::MINIMAL);
        assert_readable(&crate::press::print_cleanly(&yaml, std::path::Path::new(crate::press::ROOT)));
    }
}

/// The reference values of WCAG.
#[test]
fn contrast_follows_wcag() {
    let of = |a: [u8; 3], b: [u8; 3]| contrast(luminance(a), luminance(b));
    assert!((of([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
    assert!(of([0x76; 3], [255; 3]) >= LEAST && of([0x77; 3], [255; 3]) < LEAST);
}

fn assert_readable(pdf: &[u8]) {
    let file = File::read(pdf);
    let mut checked = 0;
    for (index, page) in file.pages.iter().enumerate() {
        let ground = Ground::of(&file, index);
        for glyph in page.glyphs.iter().filter(|glyph| glyph.ink.area() > 0.0) {
            let pixels = ground.around(glyph.ink);
            let contrasts =
                pixels.iter().map(|pixel| contrast(luminance(over(glyph.color, *pixel)), luminance(*pixel)));
            let mut contrasts: Vec<f64> = contrasts.collect();
            contrasts.sort_by(f64::total_cmp);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                clippy::cast_precision_loss,
                reason = "a share of a small whole number"
            )]
            let counted = (contrasts.len() as f64 * CROSSED) as usize;
            assert!(
                contrasts[counted] >= LEAST,
                "“{}” at {:?} on page {} has a contrast of {:.2} : 1",
                glyph.text,
                glyph.ink.center(),
                index + 1,
                contrasts[counted]
            );
            checked += 1;
        }
    }
    assert!(checked > 200, "{checked} glyphs were looked at");
}

/// A colour over a background.
fn over([red, green, blue, alpha]: [f32; 4], ground: [u8; 3]) -> [u8; 3] {
    let mut mixed = ground;
    for (channel, color) in mixed.iter_mut().zip([red, green, blue]) {
        let value = (color * alpha + f32::from(*channel) / 255.0 * (1.0 - alpha)) * 255.0;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is 0 to 255")]
        let value = value.round() as u8;
        *channel = value;
    }
    mixed
}

pub(crate) fn contrast(a: f64, b: f64) -> f64 {
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Relative luminance, as WCAG 2.2 defines it.
pub(crate) fn luminance([red, green, blue]: [u8; 3]) -> f64 {
    let linear = |channel: u8| {
        let channel = f64::from(channel) / 255.0;
        if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// A page without its glyphs.
struct Ground(image::RgbImage);

impl Ground {
    fn of(file: &File, page: usize) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a page is not that large"
        )]
        let size = |points: f64| (points * SCALE).round() as u16;
        let (width, height) = (size(file.pages[page].width), size(file.pages[page].height));
        let mut painter = Painter { context: RenderContext::new(width, height) };
        painter.context.set_paint(AlphaColor::<Srgb>::WHITE);
        painter.context.fill_rect(&Rect::new(0.0, 0.0, width.into(), height.into()));
        file.draw(page, &mut painter);
        let mut pixmap = Pixmap::new(width, height);
        painter.context.flush();
        painter.context.render_to_pixmap(&mut Resources::default(), &mut pixmap);
        let pixels = pixmap.data().iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b]).collect();
        Self(image::RgbImage::from_raw(width.into(), height.into(), pixels).unwrap())
    }

    /// The pixels of a rectangle and their neighbours.
    fn around(&self, place: Rect) -> Vec<[u8; 3]> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "glyphs stand on the page"
        )]
        let pixel = |points: f64, limit: u32| ((points * SCALE).max(0.0) as u32).min(limit - 1);
        let (width, height) = self.0.dimensions();
        let rows = pixel(place.y0, height)..=pixel(place.y1, height);
        let columns = pixel(place.x0, width)..=pixel(place.x1, width);
        rows.flat_map(|y| columns.clone().map(move |x| self.0.get_pixel(x, y).0)).collect()
    }
}

/// Paints everything but glyphs.
struct Painter {
    context: RenderContext,
}

/// A mid grey has too little contrast with any colour, so the test must fail on it.
const UNKNOWN: AlphaColor<Srgb> = AlphaColor::new([0.46, 0.46, 0.46, 1.0]);

impl<'a> Device<'a> for Painter {
    fn draw_path(&mut self, path: &BezPath, transform: Affine, paint: &Paint<'a>, mode: &PathDrawMode) {
        self.context.set_transform(Affine::scale(SCALE) * transform);
        self.context.set_paint(match paint {
            Paint::Color(color) => AlphaColor::<Srgb>::new(color.to_rgba().components()),
            Paint::Pattern(_) => UNKNOWN,
        });
        match mode {
            PathDrawMode::Fill(rule) => {
                self.context.set_fill_rule(fill(*rule));
                self.context.fill_path(path);
            }
            PathDrawMode::Stroke(stroke) => {
                self.context.set_stroke(Stroke::new(stroke.line_width.into()));
                self.context.stroke_path(path);
            }
        }
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.context.set_transform(Affine::scale(SCALE));
        self.context.set_fill_rule(fill(clip.fill));
        self.context.push_clip_path(&clip.path);
    }

    fn pop_clip_path(&mut self) {
        self.context.pop_clip_path();
    }

    fn push_transparency_group(&mut self, opacity: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.context.push_layer(None, None, Some(opacity), None, None);
    }

    fn pop_transparency_group(&mut self) {
        self.context.pop_layer();
    }

    fn draw_image(&mut self, image: Image<'a, '_>, transform: Affine) {
        self.context.set_transform(Affine::scale(SCALE) * transform);
        self.context.set_paint(UNKNOWN);
        self.context.fill_rect(&Rect::new(0.0, 0.0, image.width().into(), image.height().into()));
    }

    fn draw_glyph(&mut self, _: &Glyph<'a>, _: Affine, _: Affine, _: &Paint<'a>, _: &GlyphDrawMode) {}
    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
}

fn fill(rule: FillRule) -> Fill {
    match rule {
        FillRule::NonZero => Fill::NonZero,
        FillRule::EvenOdd => Fill::EvenOdd,
    }
}
