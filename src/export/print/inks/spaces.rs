//! Converts colours of each colour space.

use std::cell::RefCell;
use std::rc::Rc;

use lopdf::{Dictionary, Document, Object};

use super::ColorTarget;
use crate::press::icc::IccSpace;
use crate::press::ink::{Grays, PressProfile, Separation, limited};
use crate::press::pdf::{ColorSpace, ObjectId, Pdf};
use crate::press::{FinishError, Unconvertible};

/// A colour space.
#[derive(Clone)]
pub(super) enum Space {
    /// Grey.
    Gray(Rc<Grays>),
    /// RGB.
    Rgb(Rc<Separation>),
    /// CMYK.
    Ink,
    /// Patterns.
    Pattern,
}

/// A converted colour; values are from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum OutputColor {
    /// Grey, in a mask.
    Gray(f32),
    /// Cyan, magenta, yellow and black.
    Ink([f32; 4]),
}

/// The colour spaces of a document.
pub(super) struct Spaces<'a> {
    document: &'a Document,
    /// The same document, for reading colour spaces.
    pdf: &'a Pdf<'a>,
    press: &'a PressProfile,
    srgb: Rc<Separation>,
    /// Device greys, which are taken as sRGB.
    grays: Rc<Grays>,
    /// Cached spaces; there are only a few.
    known: RefCell<Vec<(Object, Space)>>,
}

impl<'a> Spaces<'a> {
    pub(super) fn new(
        document: &'a Document,
        pdf: &'a Pdf<'a>,
        press: &'a PressProfile,
    ) -> Result<Self, FinishError> {
        // The press profile was validated when it was read.
        let srgb = Separation::of_srgb(press).map_err(|_| FinishError::Broken)?;
        let grays = Rc::new(srgb.grays().clone());
        Ok(Self { document, pdf, press, srgb: Rc::new(srgb), grays, known: RefCell::default() })
    }

    /// The colour space with a resource name or device space name.
    pub(super) fn named(&self, name: &[u8], resources: &Dictionary) -> Result<Space, FinishError> {
        let spaces = resources.get_deref(b"ColorSpace", self.document).and_then(Object::as_dict);
        match spaces.and_then(|spaces| spaces.get(name)) {
            Ok(space) => self.space(space),
            Err(_) => self.space(&Object::Name(name.to_vec())),
        }
    }

    /// The colour space described by an object.
    pub(super) fn space(&self, object: &Object) -> Result<Space, FinishError> {
        if let Some((_, known)) = self.known.borrow().iter().find(|(known, _)| known == object) {
            return Ok(known.clone());
        }
        let space = match *self.pdf.described_space(&object.into()) {
            ColorSpace::DeviceGray | ColorSpace::CalGray => Space::Gray(Rc::clone(&self.grays)),
            ColorSpace::Icc { space: IccSpace::Gray, profile: Some(profile) } => {
                Space::Gray(self.profiled_grays(profile)?)
            }
            ColorSpace::DeviceRgb | ColorSpace::CalRgb => Space::Rgb(Rc::clone(&self.srgb)),
            ColorSpace::DeviceCmyk => Space::Ink,
            ColorSpace::Pattern(None) => Space::Pattern,
            ColorSpace::Icc { space: IccSpace::Rgb | IccSpace::Lab, profile: Some(profile) } => {
                Space::Rgb(self.separation(profile)?)
            }
            _ => return Err(FinishError::Color(Unconvertible::Space)),
        };
        self.known.borrow_mut().push((object.clone(), space.clone()));
        Ok(space)
    }

    /// The share of black ink that darkens what is below it as black of an opacity does on the screen; `None` if the
    /// separations leave no room for it.
    pub(super) fn black_over(&self, opacity: f32) -> Option<f32> {
        self.srgb.leaves_room().then(|| self.grays.black(1.0 - opacity))
    }

    /// The initial colour space, `DeviceGray`.
    pub(super) fn device_gray(&self) -> Space {
        Space::Gray(Rc::clone(&self.grays))
    }

    /// The greys of an embedded profile. If the profile is not usable, sRGB is assumed.
    fn profiled_grays(&self, profile: ObjectId) -> Result<Rc<Grays>, FinishError> {
        let icc = self.document.get_object(profile)?.as_stream()?.get_plain_content()?;
        Ok(Grays::of_profile(&icc, self.press).map_or_else(|_| Rc::clone(&self.grays), Rc::new))
    }

    /// The conversion through an embedded profile. If the profile is not usable, such as a Lab profile in an RGB image,
    /// sRGB is assumed, as in image editors.
    fn separation(&self, profile: ObjectId) -> Result<Rc<Separation>, FinishError> {
        let icc = self.document.get_object(profile)?.as_stream()?.get_plain_content()?;
        let separation = Separation::of_profile(&icc, self.press).map(Rc::new);
        Ok(separation.unwrap_or_else(|_| Rc::clone(&self.srgb)))
    }
}

impl Space {
    /// The initial colour of the space (ISO 32000-1, 8.6.3).
    pub(super) fn initial(&self) -> &'static [f32] {
        match self {
            Self::Gray(_) => &[0.0],
            Self::Rgb(_) => &[0.0; 3],
            Self::Ink => &[0.0, 0.0, 0.0, 1.0],
            Self::Pattern => &[],
        }
    }

    /// Whether a colour is a pure grey, which is printed in black ink only.
    pub(super) fn is_gray(&self, values: &[f32]) -> bool {
        match (self, values) {
            (Self::Gray(_), _) => true,
            (Self::Rgb(_), &[red, green, blue]) => byte(red) == byte(green) && byte(green) == byte(blue),
            _ => false,
        }
    }

    /// Whether a colour is pure black.
    pub(super) fn is_black(&self, values: &[f32]) -> bool {
        match self {
            Self::Gray(_) | Self::Rgb(_) => {
                !values.is_empty() && values.iter().all(|value| byte(*value) == 0)
            }
            Self::Ink => values.iter().copied().map(byte).eq([0, 0, 0, u8::MAX]),
            Self::Pattern => false,
        }
    }

    /// Converts the colour of a fill or stroke; pure greys become black ink only.
    pub(super) fn convert(&self, values: &[f32], target: ColorTarget) -> Result<OutputColor, FinishError> {
        let grays = match self {
            Self::Gray(grays) => Some(&**grays),
            Self::Rgb(separation) => Some(separation.grays()),
            _ => None,
        };
        match (grays, values) {
            (Some(grays), &[gray, ..]) if target == ColorTarget::Ink && self.is_gray(values) => {
                Ok(OutputColor::Ink([0.0, 0.0, 0.0, grays.black(gray)]))
            }
            _ => self.convert_by_profile(values, target),
        }
    }

    /// Converts a colour through the profile; greys become all four inks.
    pub(super) fn convert_by_profile(
        &self,
        values: &[f32],
        target: ColorTarget,
    ) -> Result<OutputColor, FinishError> {
        let color = match (self, values) {
            (Self::Gray(_), &[gray]) if target == ColorTarget::Lightness => OutputColor::Gray(gray),
            (Self::Gray(grays), &[gray]) => OutputColor::Ink(grays.inks_of_sample(byte(gray)).map(share)),
            (Self::Rgb(_), &[red, green, blue]) if target == ColorTarget::Lightness => {
                OutputColor::Gray(0.3 * red + 0.59 * green + 0.11 * blue)
            }
            (Self::Rgb(separation), &[red, green, blue]) => {
                OutputColor::Ink(separation.color([red, green, blue].map(byte)).map(share))
            }
            (Self::Ink, &[cyan, magenta, yellow, black]) => {
                let inks = [cyan, magenta, yellow, black];
                let within = limited(inks.map(byte));
                OutputColor::Ink(if within == inks.map(byte) { inks } else { within.map(share) })
            }
            _ => return Err(FinishError::Color(Unconvertible::Space)),
        };
        Ok(match target {
            ColorTarget::Ink | ColorTarget::TranslucentInk => color,
            ColorTarget::Lightness => OutputColor::Gray(color.lightness()),
        })
    }
}

impl OutputColor {
    /// The component values.
    pub(super) fn values(&self) -> &[f32] {
        match self {
            Self::Gray(gray) => std::slice::from_ref(gray),
            Self::Ink(inks) => inks,
        }
    }

    /// Converts to grey (ISO 32000-1, 10.3.2 and 10.3.3).
    fn lightness(self) -> f32 {
        match self {
            Self::Gray(gray) => gray,
            Self::Ink([cyan, magenta, yellow, black]) => {
                1.0 - (0.3 * cyan + 0.59 * magenta + 0.11 * yellow + black).min(1.0)
            }
        }
    }
}

/// Converts a value from 0..=1 to 0..=255.
pub(super) fn byte(value: f32) -> u8 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255 after clamping")]
    let byte = (value.clamp(0.0, 1.0) * 255.0).round() as u8;
    byte
}

fn share(byte: u8) -> f32 {
    f32::from(byte) / 255.0
}
