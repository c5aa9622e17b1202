//! The rows of a picture, written so that they pack well.
//!
//! Each row says how it follows from its neighbours (the PNG specification, chapter 9, by way of
//! ISO 32000-1, 7.4.4.4), in the way of those tried that leaves the smallest differences.

/// How a sample is foretold by those on its left, above it, and above and to the left.
type Foretell = fn(u8, u8, u8) -> u8;

/// The ways with their numbers in the PNG specification.
const WAYS: [(u8, Foretell); 3] = [(1, |left, _, _| left), (2, |_, above, _| above), (4, paeth)];

/// Rows of samples, `length` bytes each, as differences after the number of a way. A pixel has
/// `pixel` bytes.
pub(super) fn differences(samples: &[u8], length: usize, pixel: usize) -> Vec<u8> {
    let mut rows = Vec::with_capacity(samples.len() + samples.len() / length.max(1) + 1);
    let mut above: &[u8] = &[];
    for row in samples.chunks(length.max(1)) {
        let best = WAYS
            .map(|(number, foretell)| (number, row_differences(row, above, pixel, foretell)))
            .into_iter()
            .min_by_key(|(_, differences)| {
                differences
                    .iter()
                    .map(|difference| u64::from(difference.cast_signed().unsigned_abs()))
                    .sum::<u64>()
            });
        if let Some((number, differences)) = best {
            rows.push(number);
            rows.extend(differences);
        }
        above = row;
    }
    rows
}

fn row_differences(row: &[u8], above: &[u8], pixel: usize, foretell: Foretell) -> Vec<u8> {
    let before = |row: &[u8], index: usize| {
        index.checked_sub(pixel).and_then(|index| row.get(index)).copied().unwrap_or(0)
    };
    let difference = |(index, sample): (usize, &u8)| {
        let above_it = above.get(index).copied().unwrap_or(0);
        sample.wrapping_sub(foretell(before(row, index), above_it, before(above, index)))
    };
    row.iter().enumerate().map(difference).collect()
}

/// Whichever of the three is nearest to what a plane through them would have.
fn paeth(left: u8, above: u8, corner: u8) -> u8 {
    let plane = i16::from(left) + i16::from(above) - i16::from(corner);
    let distance = |sample: u8| (plane - i16::from(sample)).abs();
    [left, above, corner].into_iter().min_by_key(|sample| distance(*sample)).unwrap_or(left)
}

#[cfg(test)]
mod tests {
    use lopdf::{Stream, dictionary};

    use super::*;

    /// What a reader makes of it is what was written.
    #[test]
    fn rows_are_read_as_they_were() {
        let (width, height) = (37, 11);
        let samples: Vec<u8> =
            (0..width * height * 4).map(|index: u32| (index * index / 7).to_le_bytes()[0]).collect();
        let row = width as usize * 4;
        let mut stream = Stream::new(
            dictionary! {
                "DecodeParms" => dictionary! {
                    "Predictor" => 15, "Colors" => 4, "BitsPerComponent" => 8, "Columns" => i64::from(width),
                },
            },
            differences(&samples, row, 4),
        );
        stream.compress().unwrap();
        assert!(stream.is_compressed(), "there is something to undo");
        assert_eq!(stream.get_plain_content().unwrap(), samples);
    }
}
