//! Numbers as bytes, without allocation: what the machine formats write millions of.

use crate::score::Score;

/// A whole number.
pub(super) fn push_whole(out: &mut Vec<u8>, value: u64) {
    out.extend_from_slice(itoa::Buffer::new().format(value).as_bytes());
}

/// A score, exactly as its `Display` shows it: at most 6 decimals and none that are zero at the end.
pub(super) fn push_score(out: &mut Vec<u8>, score: Score) {
    push_steps(out, u64::from(score.steps()));
}

/// A number rounded to 6 decimals, never `-0` and never with an exponent; `null` for what is no number.
pub(super) fn push_six(out: &mut Vec<u8>, value: f64) {
    const WHOLE: f64 = 9e9;
    if !value.is_finite() {
        out.extend_from_slice(b"null");
        return;
    }
    if value.abs() < WHOLE {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "positive and under 9e15")]
        let steps = (value.abs() * Score::STEPS).round() as u64;
        if value < 0.0 && steps > 0 {
            out.push(b'-');
        }
        push_steps(out, steps);
    } else {
        // Beyond what steps can hold; six decimals of it mean nothing.
        out.extend_from_slice(format!("{value:.0}").as_bytes());
    }
}

/// A count of millionths.
fn push_steps(out: &mut Vec<u8>, steps: u64) {
    push_whole(out, steps / 1_000_000);
    let part = steps % 1_000_000;
    if part == 0 {
        return;
    }
    // The digit before them keeps the zeros at the front.
    let mut digits = itoa::Buffer::new();
    let digits = digits.format(1_000_000 + part).as_bytes();
    out.push(b'.');
    out.extend_from_slice(without_zeros(&digits[1..]));
}

/// Without the zeros at the end.
fn without_zeros(digits: &[u8]) -> &[u8] {
    let end = digits.iter().rposition(|byte| *byte != b'0').map_or(0, |at| at + 1);
    &digits[..end]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn six(value: f64) -> String {
        let mut out = Vec::new();
        push_six(&mut out, value);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn six_decimals_at_most() {
        for (value, written) in [
            (0.0, "0"),
            (-0.0, "0"),
            (-0.000_000_1, "0"),
            (1.0, "1"),
            (7.0 / 15.0, "0.466667"),
            (0.000_001, "0.000001"),
            (-2.5, "-2.5"),
            (20.0, "20"),
            (1e20, "100000000000000000000"),
            (f64::NAN, "null"),
            (f64::INFINITY, "null"),
        ] {
            assert_eq!(six(value), written);
        }
    }

    proptest! {
        #[test]
        fn a_score_is_written_as_it_is_shown(steps in 0_u32..=100_000_000) {
            let score = Score::from_steps(steps);
            let mut out = Vec::new();
            push_score(&mut out, score);
            prop_assert_eq!(String::from_utf8(out).unwrap(), score.to_string());
        }

        #[test]
        fn a_whole_number_is_written_as_it_is_shown(value: u64) {
            let mut out = Vec::new();
            push_whole(&mut out, value);
            prop_assert_eq!(String::from_utf8(out).unwrap(), value.to_string());
        }

        #[test]
        fn six_decimals_are_near(value in -1e6_f64..1e6) {
            let back: f64 = six(value).parse().unwrap();
            prop_assert!((back - value).abs() <= 0.51e-6);
        }
    }
}
