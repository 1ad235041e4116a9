//! Numbers written out in words, in English and French.

use super::parts::Parts;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Piece {
    /// 0 to 19.
    Small(u32),
    /// 20, 30 ... 90.
    Tens(u32),
    Hundred,
    /// A thousand or more.
    Great(u32),
}

fn piece(word: &str) -> Option<Piece> {
    Some(match word {
        "zero" => Piece::Small(0),
        "one" | "un" | "une" => Piece::Small(1),
        "two" | "deux" => Piece::Small(2),
        "three" | "trois" => Piece::Small(3),
        "four" | "quatre" => Piece::Small(4),
        "five" | "cinq" => Piece::Small(5),
        "six" => Piece::Small(6),
        "seven" | "sept" => Piece::Small(7),
        "eight" | "huit" => Piece::Small(8),
        "nine" | "neuf" => Piece::Small(9),
        "ten" | "dix" => Piece::Small(10),
        "eleven" | "onze" => Piece::Small(11),
        "twelve" | "douze" => Piece::Small(12),
        "thirteen" | "treize" => Piece::Small(13),
        "fourteen" | "quatorze" => Piece::Small(14),
        "fifteen" | "quinze" => Piece::Small(15),
        "sixteen" | "seize" => Piece::Small(16),
        "seventeen" => Piece::Small(17),
        "eighteen" => Piece::Small(18),
        "nineteen" => Piece::Small(19),
        "twenty" | "vingt" | "vingts" => Piece::Tens(20),
        "thirty" | "trente" => Piece::Tens(30),
        "forty" | "fourty" | "quarante" => Piece::Tens(40),
        "fifty" | "cinquante" => Piece::Tens(50),
        "sixty" | "soixante" => Piece::Tens(60),
        "seventy" | "septante" => Piece::Tens(70),
        "eighty" | "huitante" | "octante" => Piece::Tens(80),
        "ninety" | "nonante" => Piece::Tens(90),
        "hundred" | "hundreds" | "cent" | "cents" => Piece::Hundred,
        "thousand" | "mille" => Piece::Great(1_000),
        "million" | "millions" => Piece::Great(1_000_000),
        _ => return None,
    })
}

/// The number in words that starts at this place, and the place after it.
pub(crate) fn read(parts: &Parts, at: usize) -> Option<(u32, usize)> {
    let (mut total, mut group) = (0u32, 0u32);
    let mut last = None;
    let mut here = at;
    let mut end = at;
    while let Some(next) = parts.word(here).and_then(piece) {
        let fits = match (next, last) {
            (_, Some(Piece::Small(0))) => false,
            (Piece::Small(_) | Piece::Tens(_), None | Some(Piece::Hundred | Piece::Great(_))) => true,
            (Piece::Small(n), Some(Piece::Tens(tens))) => (1..10).contains(&n) || (n >= 10 && matches!(tens, 60 | 80)),
            // dix-sept, dix-huit, dix-neuf
            (Piece::Small(n), Some(Piece::Small(10))) => (7..10).contains(&n) && !parts.is(here, "seven"),
            // quatre-vingts
            (Piece::Tens(20), Some(Piece::Small(4))) => parts.text(here).starts_with("vingt"),
            (Piece::Hundred, None) => parts.text(here).starts_with("cent"),
            (Piece::Hundred, Some(Piece::Small(n))) => group == n,
            (Piece::Great(_), None) => parts.is(here, "mille"),
            (Piece::Great(great), Some(_)) => total == 0 || total.is_multiple_of(great.saturating_mul(1_000)),
            _ => false,
        };
        if !fits {
            break;
        }
        last = Some(match (next, last) {
            (Piece::Tens(20), Some(Piece::Small(4))) => {
                group += 76;
                Piece::Tens(80)
            }
            (Piece::Small(n) | Piece::Tens(n), _) => {
                group += n;
                next
            }
            (Piece::Hundred, _) => {
                group = group.max(1) * 100;
                next
            }
            (Piece::Great(great), _) => {
                total = total.checked_add(group.max(1).checked_mul(great)?)?;
                group = 0;
                next
            }
        });
        here += 1;
        end = here;
        // "twenty-one", "vingt et un", "one hundred and five".
        let hyphen = parts.is(here, "-") && !parts.gap(here) && !parts.gap(here + 1);
        if hyphen || matches!(parts.text(here), "et" | "and") {
            here += 1;
        }
        if here != end && matches!(parts.text(end), "et" | "and") && matches!(last, Some(Piece::Small(_))) {
            break;
        }
    }
    (end > at).then_some((total.checked_add(group)?, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads() {
        for (text, value, end) in [
            ("seven", 7, 1),
            ("sept", 7, 1),
            ("Zéro", 0, 1),
            ("vingt et un", 21, 3),
            ("twenty-one", 21, 3),
            ("twenty one", 21, 2),
            ("dix-sept ans", 17, 3),
            ("soixante-dix", 70, 3),
            ("soixante et onze", 71, 3),
            ("quatre-vingts", 80, 3),
            ("quatre-vingt-dix-sept", 97, 7),
            ("quatre vingt douze", 92, 3),
            ("nonante", 90, 1),
            ("cent vingt", 120, 2),
            ("deux cents", 200, 2),
            ("one hundred and five", 105, 4),
            ("quatre mille trois cents", 4300, 4),
            ("four thousand three hundred", 4300, 4),
            ("mille cinq cents", 1500, 3),
            ("one million two hundred thousand", 1_200_000, 5),
            ("five and seven", 5, 1),
            ("five and a half", 5, 1),
            ("vingt et trente", 20, 1),
            ("ten seven", 10, 1),
            ("deux trois", 2, 1),
        ] {
            assert_eq!(read(&Parts::new(text), 0), Some((value, end)), "{text}");
        }
        for text in ["", "hundred", "foo", "7"] {
            assert_eq!(read(&Parts::new(text), 0), None, "{text}");
        }
        let _ = read(&Parts::new(&"million ".repeat(500)), 0);
        let _ = read(&Parts::new(&"deux mille cent ".repeat(500)), 0);
    }
}
