//! Roman numerals.

const NUMERALS: &[(u32, &str)] =
    &[(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

/// The value of a Roman numeral up to 399; `None` for what is not written as one.
pub(super) fn value(text: &str) -> Option<u32> {
    const MAX_LENGTH: usize = "CCCLXXXVIII".len();
    if text.is_empty() || text.len() > MAX_LENGTH {
        return None;
    }
    let mut rest = text;
    let mut value = 0;
    for (worth, numeral) in NUMERALS {
        while let Some(after) = rest.strip_prefix(numeral) {
            value += worth;
            rest = after;
        }
    }
    (rest.is_empty() && value < 400 && written(value) == text).then_some(value)
}

fn written(mut value: u32) -> String {
    let mut text = String::new();
    for (worth, numeral) in NUMERALS {
        while value >= *worth {
            value -= worth;
            text.push_str(numeral);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_have_the_value_that_they_are_written_as() {
        for number in 1..400 {
            assert_eq!(value(&written(number)), Some(number));
        }
        assert_eq!(
            ["I", "IV", "IX", "XIV", "XXI", "XL", "XCIX"].map(value),
            [1, 4, 9, 14, 21, 40, 99].map(Some)
        );
        for text in ["", "IIII", "IC", "VX", "VV", "XIIX", "D", "CCCC", "IIV", "a"] {
            assert_eq!(value(text), None, "{text}");
        }
    }
}
