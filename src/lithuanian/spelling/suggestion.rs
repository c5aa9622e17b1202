//! What may have been meant by a wrong word.

use super::dictionary::Dictionary;

/// The most suggestions for a word.
const MOST: usize = 5;

/// The most letters of a word that is worth a suggestion. The search takes time that grows with
/// the square of the length, and hardly a longer word is ever printed.
const LONGEST_WORD: usize = 20;

/// The most letters that are exchanged for one that looks or sounds alike.
const MOST_EXCHANGED: usize = 4;

/// The most words that are tried with such letters, about 5 µs each.
const MOST_TRIALS: usize = 1000;

/// The fewest letters of each word, where two may have run together. Shorter words are found in
/// nearly every other one.
const SHORTEST_OF_TWO: usize = 4;

/// Right words that are near the wrong one, the likeliest first.
///
/// Those come first in which letters stand for others that look or sound alike: marks are what a
/// hurried typist leaves out and a scanner misreads, and `i` and `y`, `ė` and `ę`, `ū` and `ų` are
/// what writers are taught not to mix up. Then come those that differ by one letter too few, too
/// many, out of place or replaced, then two words that ran together.
pub(super) fn suggestions(word: &str, dictionaries: &[&Dictionary]) -> Vec<String> {
    if word.chars().count() > LONGEST_WORD {
        return Vec::new();
    }
    let is_right = |word: &str| dictionaries.iter().any(|dictionary| dictionary.contains(word));
    let near = dictionaries.iter().flat_map(|dictionary| dictionary.one_slip_away(word));
    let (single, several): (Vec<_>, Vec<_>) = near.partition(|near| !near.contains([' ', '-']));
    let several = several.into_iter().filter(|words| {
        let mut words = words.split(' ');
        words.clone().count() == 2 && words.all(|word| word.chars().count() >= SHORTEST_OF_TWO)
    });
    let mut suggestions = Vec::new();
    for suggestion in with_letters_alike(word, is_right).into_iter().chain(single).chain(several) {
        if !suggestions.contains(&suggestion) {
            suggestions.push(suggestion);
        }
    }
    suggestions.truncate(MOST);
    suggestions
}

/// Whether two words differ in letters that look or sound alike, and in nothing else.
pub(super) fn differs_in_letters_alike(word: &str, other: &str) -> bool {
    word.chars().count() == other.chars().count()
        && word
            .to_lowercase()
            .chars()
            .zip(other.to_lowercase().chars())
            .all(|(letter, other)| letter == other || alike(letter).contains(other))
}

/// The right words that letters alike make of the word, those with the fewest exchanged first.
fn with_letters_alike(word: &str, is_right: impl Fn(&str) -> bool) -> Vec<String> {
    let mut letters: Vec<char> = word.chars().collect();
    let mut found = Vec::new();
    let mut trials = 0;
    for count in 1..=MOST_EXCHANGED {
        exchange(&mut letters, 0, count, &mut |word| {
            if is_right(word) {
                found.push(word.to_owned());
            }
            trials += 1;
            trials < MOST_TRIALS && found.len() < MOST
        });
    }
    found
}

/// Replaces a number of letters from the given one on, in every way, and passes on each word, until told
/// to stop. The letters are left as they were. Gives whether it may go on.
fn exchange(letters: &mut [char], from: usize, count: usize, show: &mut impl FnMut(&str) -> bool) -> bool {
    if count == 0 {
        return show(&letters.iter().collect::<String>());
    }
    let mut goes_on = true;
    for index in from..letters.len() {
        let Some(&letter) = letters.get(index) else { break };
        for other in alike(letter).chars() {
            letters.get_mut(index).into_iter().for_each(|place| *place = other);
            goes_on = goes_on && exchange(letters, index + 1, count - 1, show);
        }
        letters.get_mut(index).into_iter().for_each(|place| *place = letter);
        if !goes_on {
            break;
        }
    }
    goes_on
}

/// What a letter may have been meant for.
const fn alike(letter: char) -> &'static str {
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
        // A scanner reads so.
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
