//! The functions by which a shading goes from colour to colour (ISO 32000-1, 7.10).

use hayro_interpret::Function;
use hayro_interpret::hayro_syntax::object::{Object as Read, ObjectIdentifier};
use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::Conversion;
use super::spaces::{Printed, byte};
use crate::press::{FinishError, Unconvertible};

/// Samples between two stops of a gradient; in print, neighbouring ones cannot be distinguished.
const STEPS: u16 = 64;
/// Samples, along each side, of a function that has its stops in itself.
const STEPS_OF_ALL: u16 = 256;

/// What a colour of a shading becomes.
pub(super) type ToPrinted<'a> = dyn Fn(&[f32]) -> Result<Printed, FinishError> + 'a;

impl<'a> Conversion<'a> {
    /// Whether a function keeps to colours of a kind, all the way.
    pub(super) fn always(&self, id: ObjectId, kind: impl Fn(&[f32]) -> bool) -> Result<bool, FinishError> {
        let function = self.function(id)?;
        let places = places(&domain(self.description(id)?)?, STEPS);
        Ok(places
            .into_iter()
            .all(|place| function.eval(place.into_iter().collect()).is_some_and(|color| kind(&color))))
    }

    /// A function to colours, as one to what is printed: a table of samples for each stretch
    /// between two stops, whose places stay as they are.
    pub(super) fn printed(
        &mut self,
        id: ObjectId,
        to_printed: &ToPrinted<'_>,
    ) -> Result<Object, FinishError> {
        let description = self.description(id)?;
        if let Ok(stretches) = description.get(b"Functions") {
            let mut stitched = description.clone();
            stitched.remove(b"Range");
            let mut printed = Vec::new();
            for stretch in stretches.as_array()? {
                printed.push(self.printed(stretch.as_reference()?, to_printed)?);
            }
            stitched.set("Functions", printed);
            return Ok(self.converted.add_object(stitched).into());
        }
        let steps = if description.get(b"FunctionType")?.as_i64()? == 2 { STEPS } else { STEPS_OF_ALL };
        let domain = domain(description)?;
        let table = self.table(id, places(&domain, steps), to_printed)?;
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

    /// What is printed at each place, a byte for each ink.
    fn table(
        &self,
        id: ObjectId,
        places: Vec<Vec<f32>>,
        to_printed: &ToPrinted<'_>,
    ) -> Result<Vec<Vec<u8>>, FinishError> {
        let function = self.function(id)?;
        let samples = places.into_iter().map(|place| {
            let color = function
                .eval(place.into_iter().collect())
                .ok_or(FinishError::Color(Unconvertible::Gradient))?;
            Ok(to_printed(&color)?.values().iter().copied().map(byte).collect())
        });
        samples.collect()
    }

    /// A function as the reader of functions knows it.
    fn function(&self, (number, generation): ObjectId) -> Result<Function, FinishError> {
        i32::try_from(number)
            .ok()
            .and_then(|number| {
                let id = ObjectIdentifier::new(number, generation.into());
                Function::new(&self.functions.xref().get::<Read<'_>>(id)?)
            })
            .ok_or(FinishError::Color(Unconvertible::Gradient))
    }

    fn description(&self, id: ObjectId) -> Result<&'a Dictionary, FinishError> {
        Ok(match self.source.get_object(id)? {
            Object::Stream(stream) => &stream.dict,
            other => other.as_dict()?,
        })
    }
}

/// The intervals in which a function is defined.
fn domain(description: &Dictionary) -> Result<Vec<[f32; 2]>, FinishError> {
    let ends = description.get(b"Domain")?.as_array()?;
    let ends = ends.iter().map(Object::as_float).collect::<Result<Vec<_>, _>>()?;
    Ok(ends.as_chunks().0.to_vec())
}

fn intervals(intervals: &[[f32; 2]]) -> Vec<Object> {
    intervals.as_flattened().iter().map(|end| Object::Real(*end)).collect()
}

/// Evenly spaced places in a domain, the first coordinate going fastest (ISO 32000-1, 7.10.2).
fn places(domain: &[[f32; 2]], steps: u16) -> Vec<Vec<f32>> {
    domain.iter().fold(vec![Vec::new()], |places, [start, end]| {
        (0..steps)
            .map(|step| start + (end - start) * f32::from(step) / f32::from(steps - 1))
            .flat_map(|coordinate| places.iter().map(move |place| [place.as_slice(), &[coordinate]].concat()))
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_coordinate_goes_fastest() {
        assert_eq!(places(&[[0.0, 1.0]], 3), [[0.0], [0.5], [1.0]]);
        assert_eq!(places(&[[0.0, 2.0], [5.0, 6.0]], 2), [[0.0, 5.0], [2.0, 5.0], [0.0, 6.0], [2.0, 6.0]]);
    }
}
