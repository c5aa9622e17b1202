//! Converts shadings (ISO 32000-1, 8.7.4.5).

use lopdf::{Dictionary, Object, ObjectId};

use super::spaces::Space;
use super::{ColorTarget, Conversion};
use crate::press::{FinishError, Unconvertible};

impl Conversion<'_> {
    /// Converts a shading with a function. A gradient of pure greys becomes black ink only, like grey fills. A gradient
    /// that merely passes through grey is converted by the profile throughout, to avoid a visible seam.
    pub(super) fn shading(&mut self, id: ObjectId, target: ColorTarget) -> Result<Dictionary, FinishError> {
        let source = self.source;
        // Shadings without a function are streams with their own colours.
        let Object::Dictionary(shading) = source.get_object(id)? else {
            return Err(FinishError::Color(Unconvertible::Gradient));
        };
        if shading.has(b"Background") {
            return Err(FinishError::Color(Unconvertible::Gradient));
        }
        let space = self.spaces.space(shading.get(b"ColorSpace")?)?;
        let mut converted = shading.clone();
        if matches!((&space, target), (Space::Gray(_), ColorTarget::Lightness)) {
            converted.set("ColorSpace", "DeviceGray");
            return Ok(converted);
        }
        let function = shading.get(b"Function")?.as_reference()?;
        let is_gray = self.all_colors(function, |color| space.is_gray(color))?;
        let function = self.convert_function(function, &|color| {
            if is_gray { space.convert(color, target) } else { space.convert_by_profile(color, target) }
        })?;
        converted.set("Function", function);
        converted.set("ColorSpace", target.space());
        Ok(converted)
    }
}
