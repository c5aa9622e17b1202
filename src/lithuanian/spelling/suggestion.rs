//! Suggestions for misspelled words.

use super::dictionary::Dictionary;

/// The maximum number of suggestions for a word.
const MAX_SUGGESTIONS: usize = 5;

/// The maximum number of letters of a word with suggestions. The search time grows with the square of the length, and
/// longer words are rare.
const MAX_WORD: usize = 20;

/// The maximum number of letters that are replaced by similar ones.
const MAX_REPLACED: usize = 4;

/// The maximum number of words that are tried with similar letters, about 5 µs each.
const MAX_TRIALS: usize = 1000;

/// The minimum number of letters of each of two joined words. Shorter words occur in nearly every other word.
const MIN_OF_TWO: usize = 4;

/// Correct words that are similar to a misspelled one, the most likely first.
///
/// First come words in which letters are replaced by similar ones: diacritics are often left out or misread by
/// scanners, and `i` and `y`, `ė` and `ę`, `ū` and `ų` are often confused. Then come words with a missing, extra,
/// transposed or replaced letter, then two joined words.
pub(super) fn suggestions(word: &str, dictionaries: &[&Dictionary]) -> Vec<String> {
    if word.chars().count() > MAX_WORD {
        return Vec::new();
    }
    let is_right = |word: &str| dictionaries.iter().any(|dictionary| dictionary.contains(word));
    let near = dictionaries.iter().flat_map(|dictionary| dictionary.one_edit_away(word));
    let (single, several): (Vec<_>, Vec<_>) = near.partition(|near| !near.contains([' ', '-']));
    let several = several.into_iter().filter(|words| {
        let mut words = words.split(' ');
        words.clone().count() == 2 && words.all(|word| word.chars().count() >= MIN_OF_TWO)
    });
    let mut suggestions = Vec::new();
    for suggestion in with_similar_letters(word, is_right).into_iter().chain(single).chain(several) {
        if !suggestions.contains(&suggestion) {
            suggestions.push(suggestion);
        }
    }
    suggestions.truncate(MAX_SUGGESTIONS);
    suggestions
}

/// Whether two words differ only in similar letters.
pub(super) fn differs_in_similar_letters(word: &str, other: &str) -> bool {
    word.chars().count() == other.chars().count()
        && word
            .to_lowercase()
            .chars()
            .zip(other.to_lowercase().chars())
            .all(|(letter, other)| letter == other || similar(letter).contains(other))
}

/// The correct words that result from replacing similar letters, those with the fewest replacements first.
fn with_similar_letters(word: &str, is_right: impl Fn(&str) -> bool) -> Vec<String> {
    let mut letters: Vec<char> = word.chars().collect();
    let mut found = Vec::new();
    let mut trials = 0;
    for count in 1..=MAX_REPLACED {
        replace_letters(&mut letters, 0, count, &mut |word| {
            if is_right(word) {
                found.push(word.to_owned());
            }
            trials += 1;
            trials < MAX_TRIALS && found.len() < MAX_SUGGESTIONS
        });
    }
    found
}

/// Replaces a number of letters from an index on in every possible way, and calls `show` with each word until it returns
/// `false`. The letters are restored. Returns whether to continue.
fn replace_letters(
    letters: &mut [char],
    from: usize,
    count: usize,
    show: &mut impl FnMut(&str) -> bool,
) -> bool {
    if count == 0 {
        return show(&letters.iter().collect::<String>());
    }
    let mut continues = true;
    for index in from..letters.len() {
        let Some(&letter) = letters.get(index) else { break };
        for other in similar(letter).chars() {
            letters.get_mut(index).into_iter().for_each(|place| *place = other);
            continues = continues && replace_letters(letters, index + 1, count - 1, show);
        }
        letters.get_mut(index).into_iter().for_each(|place| *place = letter);
        if !continues {
            break;
        }
    }
    continues
}

/// The letters that a letter may have been intended as.
const fn similar(letter: char) -> &'static str {
    match letter {
        'a' => "ą",
        'ą' => "a",
        'c' => "č",
        'č' => "c",
        'e' => "ėę",
        'ė' => "ęe",
        'ę' => "ėe",
        'i' => "įy",
        'į' => "iy",
        'y' => "įi",
        // Scanners misread į as j.
        'j' => "į",
        's' => "š",
        'š' => "s",
        'u' => "ųū",
        'ų' => "ūu",
        'ū' => "ųu",
        'z' => "ž",
        'ž' => "z",
        'A' => "Ą",
        'C' => "Č",
        'E' => "ĖĘ",
        'I' => "ĮY",
        'S' => "Š",
        'U' => "ŪŲ",
        'Y' => "ĮI",
        'Z' => "Ž",
        _ => "",
    }
}
