//! Which of the processor's instructions the kernels of this process use. One switch for the whole process, for tests and for
//! reports of faults: all levels give the same bits.

use super::{Error, Result, Status};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU8, Ordering};

/// The environment variable that sets the kernels' level from the start.
const VARIABLE: &str = "STONER_INSTRUCTION_SET";

macro_rules! levels {
    ($($(#[doc = $doc:literal])+ $level:ident = $code:literal, $word:literal;)+) => {
        /// What the kernels are compiled for; a later level has all of the earlier ones.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum InstructionSet { $($(#[doc = $doc])+ $level = $code,)+ }

        impl InstructionSet {
            /// Every level, the least first.
            pub const ALL: &'static [InstructionSet] = &[$(InstructionSet::$level,)+];

            /// Its name in the environment and in messages.
            pub const fn word(self) -> &'static str {
                match self { $(InstructionSet::$level => $word,)+ }
            }
        }
    };
}

levels! {
    /// What the library is compiled for: every 64-bit processor of the kind.
    Baseline = 1, "baseline";
    /// x86-64 with AVX2, FMA, BMI1 and BMI2.
    Avx2 = 2, "avx2";
    /// The same with the F, BW, CD, DQ and VL parts of AVX-512.
    Avx512 = 3, "avx512";
}

/// The code of the level in use; 0 as long as nobody has asked.
static LEVEL: AtomicU8 = AtomicU8::new(0);

impl InstructionSet {
    /// The number that C knows.
    pub const fn code(self) -> i32 {
        self as i32
    }

    /// The level of this number.
    pub fn from_code(code: i32) -> Option<Self> {
        Self::ALL.iter().copied().find(|level| level.code() == code)
    }

    /// The best that this processor, and the operating system, have.
    pub fn best() -> Self {
        static BEST: OnceLock<InstructionSet> = OnceLock::new();
        *BEST.get_or_init(detect)
    }
}

#[cfg(target_arch = "x86_64")]
fn detect() -> InstructionSet {
    macro_rules! has { ($($feature:tt)+) => { $(is_x86_feature_detected!($feature))&&+ } }
    // What `macros/src/lib.rs` compiles for, and `popcnt`, which all such processors have.
    if !has!("avx2" "fma" "bmi1" "bmi2" "popcnt") {
        InstructionSet::Baseline
    } else if !has!("avx512f" "avx512bw" "avx512cd" "avx512dq" "avx512vl") {
        InstructionSet::Avx2
    } else {
        InstructionSet::Avx512
    }
}

#[cfg(not(target_arch = "x86_64"))]
fn detect() -> InstructionSet {
    InstructionSet::Baseline
}

/// The level in use: what was set last, else what the environment says, else the best.
#[inline]
pub fn instruction_set() -> InstructionSet {
    match LEVEL.load(Ordering::Relaxed) {
        3 => InstructionSet::Avx512,
        2 => InstructionSet::Avx2,
        1 => InstructionSet::Baseline,
        _ => first(),
    }
}

#[cold]
fn first() -> InstructionSet {
    let level = environment().as_ref().ok().copied().flatten().unwrap_or_else(InstructionSet::best);
    // Not over what another thread has set meanwhile.
    let _ = LEVEL.compare_exchange(0, level as u8, Ordering::Relaxed, Ordering::Relaxed);
    instruction_set()
}

/// Sets the level of the whole process's kernels; `None`: the best one. Running calls change to it too.
///
/// # Errors
/// [`Status::Unsupported`] where the processor lacks it.
pub fn set_instruction_set(level: Option<InstructionSet>) -> Result<()> {
    let level = level.unwrap_or_else(InstructionSet::best);
    supported("instruction_set", level)?;
    LEVEL.store(level as u8, Ordering::Relaxed);
    Ok(())
}

/// What is wrong with the environment variable, if anything; it is then ignored.
pub(super) fn environment_fault() -> Option<String> {
    environment()
        .as_ref()
        .err()
        .map(|error| format!("{error}; it is ignored, the instruction set in use is {}", InstructionSet::best().word()))
}

/// The level that the environment asks for. It is read once.
fn environment() -> &'static Result<Option<InstructionSet>> {
    static ASKED: OnceLock<Result<Option<InstructionSet>>> = OnceLock::new();
    ASKED.get_or_init(|| match std::env::var_os(VARIABLE) {
        None => Ok(None),
        Some(text) => asked(&text.to_string_lossy()),
    })
}

/// What a text asks for. An empty one asks for nothing.
fn asked(text: &str) -> Result<Option<InstructionSet>> {
    let word = text.trim().to_ascii_lowercase();
    if word.is_empty() {
        return Ok(None);
    }
    let words = InstructionSet::ALL.iter().map(|level| level.word());
    let level = InstructionSet::ALL
        .iter()
        .copied()
        .find(|level| level.word() == word)
        .ok_or_else(|| Error::argument(VARIABLE, format!("{text:?}"), words.collect::<Vec<_>>().join(", ")))?;
    supported(VARIABLE, level).map(|()| Some(level))
}

fn supported(name: &str, level: InstructionSet) -> Result<()> {
    let best = InstructionSet::best();
    if level <= best {
        return Ok(());
    }
    Err(Error::new(
        Status::Unsupported,
        format!("`{name}` is {}, which this processor lacks; the best that it has is {}", level.word(), best.word()),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    // What is set is the whole process's; array::simd's tests set it.

    #[test]
    fn a_text_asks_for_a_level_or_is_an_error_that_lists_them() {
        assert_eq!(asked("").unwrap(), None);
        assert_eq!(asked(" BASELINE\n").unwrap(), Some(InstructionSet::Baseline));
        let error = asked("avx3").unwrap_err();
        assert_eq!(error.status(), Status::InvalidArgument);
        assert_eq!(error.to_string(), r#"`STONER_INSTRUCTION_SET` is "avx3"; allowed: baseline, avx2, avx512"#);
    }

    #[test]
    fn a_level_beyond_the_processors_best_is_an_error_that_says_so() {
        for &level in InstructionSet::ALL {
            let result = supported("instruction_set", level);
            assert_eq!(result.is_ok(), level <= InstructionSet::best());
            if let Err(error) = result {
                assert_eq!(error.status(), Status::Unsupported);
                assert!(error.to_string().contains("which this processor lacks; the best that it has is"), "{error}");
            }
        }
    }

    #[test]
    fn codes_and_levels_go_over_into_each_other() {
        assert!(InstructionSet::ALL.iter().all(|&level| InstructionSet::from_code(level.code()) == Some(level)));
        assert_eq!((InstructionSet::from_code(0), InstructionSet::from_code(4)), (None, None));
        assert!(InstructionSet::ALL.contains(&instruction_set()));
    }
}
