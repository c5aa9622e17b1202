//! Converts the functions of shadings (ISO 32000-1, 7.10).

use hayro_interpret::Function;
use hayro_interpret::hayro_syntax::object::{Object as Read, ObjectIdentifier};
use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::Conversion;
use super::spaces::{OutputColor, byte};
use crate::press::{FinishError, Unconvertible};

/// The number of samples between two gradient stops; in print, adjacent samples cannot be distinguished.
const STEPS: u16 = 64;
/// The number of samples along each dimension of a function that contains all stops itself.
const STEPS_OF_WHOLE: u16 = 256;

/// The conversion of a colour.
pub(super) type ConvertColor<'a> = dyn Fn(&[f32]) -> Result<OutputColor, FinishError> + 'a;

impl<'a> Conversion<'a> {
    /// Whether a predicate is true for all colours of a function.
    pub(super) fn all_colors(
        &self,
        id: ObjectId,
        predicate: impl Fn(&[f32]) -> bool,
    ) -> Result<bool, FinishError> {
        let function = self.function(id)?;
        let grid = grid(&domain(self.function_dict(id)?)?, STEPS);
        Ok(grid
            .into_iter()
            .all(|point| function.eval(point.into_iter().collect()).is_some_and(|color| predicate(&color))))
    }

    /// Converts the colours of a function: each subfunction of a stitching function becomes a sampled function, and
    /// the bounds between them are kept.
    pub(super) fn convert_function(
        &mut self,
        id: ObjectId,
        convert: &ConvertColor<'_>,
    ) -> Result<Object, FinishError> {
        let dict = self.function_dict(id)?;
        if let Ok(subfunctions) = dict.get(b"Functions") {
            let mut stitched = dict.clone();
            stitched.remove(b"Range");
            let mut converted = Vec::new();
            for subfunction in subfunctions.as_array()? {
                converted.push(self.convert_function(subfunction.as_reference()?, convert)?);
            }
            stitched.set("Functions", converted);
            return Ok(self.converted.add_object(stitched).into());
        }
        let steps = if dict.get(b"FunctionType")?.as_i64()? == 2 { STEPS } else { STEPS_OF_WHOLE };
        let domain = domain(dict)?;
        let table = self.table(id, grid(&domain, steps), convert)?;
        let outputs = table.first().map_or(0, Vec::len);
        let mut sampled = Stream::new(
            dictionary! {
                "FunctionType" => 0,
                "Domain" => intervals(&domain),
                "Range" => intervals(&vec![[0.0, 1.0]; outputs]),
                "Size" => vec![Object::from(steps); domain.len()],
                "BitsPerSample" => 8,
            },
            table.into_iter().flatten().collect(),
        );
        sampled.compress()?;
        Ok(self.converted.add_object(sampled).into())
    }

    /// The converted colour at each grid point, one byte per component.
    fn table(
        &self,
        id: ObjectId,
        grid: Vec<Vec<f32>>,
        convert: &ConvertColor<'_>,
    ) -> Result<Vec<Vec<u8>>, FinishError> {
        let function = self.function(id)?;
        let samples = grid.into_iter().map(|point| {
            let color = function
                .eval(point.into_iter().collect())
                .ok_or(FinishError::Color(Unconvertible::Gradient))?;
            Ok(convert(&color)?.values().iter().copied().map(byte).collect())
        });
        samples.collect()
    }

    /// A function that can be evaluated.
    fn function(&self, (number, generation): ObjectId) -> Result<Function, FinishError> {
        i32::try_from(number)
            .ok()
            .and_then(|number| {
                let id = ObjectIdentifier::new(number, generation.into());
                Function::new(&self.functions.xref().get::<Read<'_>>(id)?)
            })
            .ok_or(FinishError::Color(Unconvertible::Gradient))
    }

    fn function_dict(&self, id: ObjectId) -> Result<&'a Dictionary, FinishError> {
        Ok(match self.source.get_object(id)? {
            Object::Stream(stream) => &stream.dict,
            other => other.as_dict()?,
        })
    }
}

/// The domain of a function, one interval per input.
fn domain(dict: &Dictionary) -> Result<Vec<[f32; 2]>, FinishError> {
    let ends = dict.get(b"Domain")?.as_array()?;
    let ends = ends.iter().map(Object::as_float).collect::<Result<Vec<_>, _>>()?;
    Ok(ends.as_chunks().0.to_vec())
}

fn intervals(intervals: &[[f32; 2]]) -> Vec<Object> {
    intervals.as_flattened().iter().map(|end| Object::Real(*end)).collect()
}

/// A regular grid over a domain; the first coordinate varies fastest (ISO 32000-1, 7.10.2).
fn grid(domain: &[[f32; 2]], steps: u16) -> Vec<Vec<f32>> {
    domain.iter().fold(vec![Vec::new()], |points, [start, end]| {
        (0..steps)
            .map(|step| start + (end - start) * f32::from(step) / f32::from(steps - 1))
            .flat_map(|coordinate| points.iter().map(move |point| [point.as_slice(), &[coordinate]].concat()))
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_coordinate_varies_fastest() {
        assert_eq!(grid(&[[0.0, 1.0]], 3), [[0.0], [0.5], [1.0]]);
        assert_eq!(grid(&[[0.0, 2.0], [5.0, 6.0]], 2), [[0.0, 5.0], [2.0, 5.0], [0.0, 6.0], [2.0, 6.0]]);
    }
}
