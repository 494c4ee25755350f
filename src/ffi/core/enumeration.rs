//! The constants of an enumeration, and the error for a number that is none of them.

use crate::context::Error;

/// An enumeration of the header. `enumerations.rs` has them all.
pub(in crate::ffi) struct Enumeration {
    /// What the names of its constants begin with.
    pub prefix: &'static str,
    /// The rest of each name in small letters, and its number.
    pub words: &'static [(&'static str, i64)],
}

impl Enumeration {
    /// The error for a number that is none of the constants.
    pub(in crate::ffi) fn refuse(&self, parameter: &str, found: i32) -> Error {
        Error::argument(parameter, found, self.allowed())
    }

    /// The error for a number that is none of some of the constants.
    pub(in crate::ffi) fn refuse_but(&self, parameter: &str, found: i32, allowed: &[i32]) -> Error {
        let few: Vec<_> =
            self.words.iter().filter(|(_, n)| allowed.iter().any(|&a| i64::from(a) == *n)).copied().collect();
        Error::argument(parameter, found, self.listed(&few))
    }

    /// The error for a number that is none of the constants, or 0 where there is no default.
    pub(in crate::ffi) fn refuse_without_default(&self, parameter: &str, found: i32) -> Error {
        Error::argument(parameter, found, self.named())
    }

    /// All that there are, as messages say it.
    fn allowed(&self) -> String {
        let default = if self.words.contains(&("default", 0)) { "0 (default) or " } else { "" };
        format!("{default}{}", self.named())
    }

    /// Without the default that stands for another one.
    fn named(&self) -> String {
        let mut words: Vec<_> = self.words.iter().filter(|word| **word != ("default", 0)).copied().collect();
        words.sort_by_key(|(_, number)| *number);
        words.dedup_by_key(|(_, number)| *number);
        let gaps = words.windows(2).any(|pair| pair[1].1 - pair[0].1 > 1 && !(pair[0].1 < 0 && pair[1].1 == 1));
        match (&words[..], gaps) {
            ([first, _, _, .., last], false) => format!("{} to {}", self.constant(*first), self.constant(*last)),
            (few, _) => self.listed(few),
        }
    }

    fn listed(&self, words: &[(&str, i64)]) -> String {
        let names: Vec<String> = words.iter().map(|&word| self.constant(word)).collect();
        match names.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, before)) => format!("{} or {last}", before.join(", ")),
            None => String::new(),
        }
    }

    fn constant(&self, (word, number): (&str, i64)) -> String {
        format!("{}{} ({number})", self.prefix, word.to_uppercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_allowed_follows_from_the_constants() {
        let of = |prefix, words| Enumeration { prefix, words }.allowed();
        assert_eq!(of("SIDE_", &[("left", 0), ("right", 1)]), "SIDE_LEFT (0) or SIDE_RIGHT (1)");
        assert_eq!(of("X_", &[("a", 0), ("b", 1), ("c", 2)]), "X_A (0), X_B (1) or X_C (2)");
        assert_eq!(
            of("M_", &[("default", 0), ("a", 1), ("b", 2), ("b_too", 2), ("c", 3), ("d", 4)]),
            "0 (default) or M_A (1) to M_D (4)"
        );
        assert_eq!(
            of("I_", &[("default", 0), ("nearest", -1), ("linear", 1), ("quadratic", 2), ("cubic", 3)]),
            "0 (default) or I_NEAREST (-1) to I_CUBIC (3)"
        );
        assert_eq!(of("B_", &[("a", 1), ("b", 2), ("c", 4), ("d", 8)]), "B_A (1), B_B (2), B_C (4) or B_D (8)");
        let fill = Enumeration { prefix: "F_", words: &[("default", 0), ("value", 1), ("own", 2)] };
        assert_eq!(
            fill.refuse_but("mode", 2, &[0, 1]).to_string(),
            "`mode` is 2; allowed: F_DEFAULT (0) or F_VALUE (1)"
        );
        assert!(fill.refuse_without_default("mode", 0).to_string().ends_with("allowed: F_VALUE (1) or F_OWN (2)"));
    }
}
