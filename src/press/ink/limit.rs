//! The maximum total ink that paper takes.

/// The most ink at one place, as the sum of its four shares: 300 %. More does not dry in time.
pub const MAX_TOTAL_INK: u16 = 300;

/// The full share of an ink, 100 %.
const FULL: u16 = 255;
const MAX_SUM: u16 = MAX_TOTAL_INK / 100 * FULL;

/// Cyan, magenta, yellow and black, each 0 to 255, within [`MAX_TOTAL_INK`].
///
/// The excess is removed from the coloured inks in proportion; black, which carries the detail, is kept.
#[must_use]
pub fn limited(inks: [u8; 4]) -> [u8; 4] {
    let [cyan, magenta, yellow, black] = inks;
    let colored = u16::from(cyan) + u16::from(magenta) + u16::from(yellow);
    let room = MAX_SUM - u16::from(black);
    if colored <= room {
        return inks;
    }
    let reduced = |ink: u8| {
        let share = u32::from(ink) * u32::from(room) / u32::from(colored);
        u8::try_from(share).unwrap_or(ink)
    };
    [reduced(cyan), reduced(magenta), reduced(yellow), black]
}

/// The same, with room for all of the black ink, which may be laid over the colour.
#[must_use]
pub fn limited_under_black([cyan, magenta, yellow, black]: [u8; 4]) -> [u8; 4] {
    let [cyan, magenta, yellow, _] = limited([cyan, magenta, yellow, u8::MAX]);
    [cyan, magenta, yellow, black]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn total(inks: [u8; 4]) -> u16 {
        inks.map(u16::from).iter().sum()
    }

    #[test]
    fn excess_ink_is_removed_from_the_coloured_inks() {
        assert_eq!(limited([255, 255, 255, 0]), [255, 255, 255, 0]);
        assert_eq!(limited([200, 200, 200, 165]), [200, 200, 200, 165]);
        assert_eq!(limited([255, 255, 255, 255]), [170, 170, 170, 255]);
        assert_eq!(limited([255, 128, 255, 200]), [225, 113, 225, 200]);
        for inks in [[255, 255, 254, 2], [255, 1, 255, 255], [254, 253, 255, 254], [255, 255, 255, 1]] {
            let limited = limited(inks);
            assert!(total(limited) <= MAX_SUM && total(limited) > MAX_SUM - 4, "{limited:?}");
            assert_eq!(limited[3], inks[3]);
        }
    }
}
