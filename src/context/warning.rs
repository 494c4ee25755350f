//! The kinds of warnings. Codes are only ever appended; a retired one keeps its number.

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $name:ident = $code:literal, $constant:literal;)+) => {
        /// What a warning is about, so that a program can tell warnings apart without reading them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[repr(i32)]
        pub enum Warning { $($(#[doc = $doc])+ $name = $code,)+ }

        impl Warning {
            /// Every kind, in the order of the numbers.
            pub const ALL: &'static [Warning] = &[$(Warning::$name,)+];

            /// The number that C knows.
            pub const fn code(self) -> i32 {
                self as i32
            }

            /// The name of the C constant.
            pub const fn constant(self) -> &'static str {
                match self { $(Warning::$name => $constant,)+ }
            }
        }
    };
}

kinds! {
    /// None of the others.
    Other = 0, "STONER_WARNING_OTHER";
    /// Planes or the map were dropped, because pixels no longer have positions, or moved.
    PositionsDropped = 1, "STONER_WARNING_POSITIONS_DROPPED";
    /// Values lost precision.
    Precision = 2, "STONER_WARNING_PRECISION";
    /// Values lost their sign.
    Sign = 3, "STONER_WARNING_SIGN";
    /// Values outside of the range were clipped, or cannot be represented in the dtype.
    Clipped = 4, "STONER_WARNING_CLIPPED";
    /// A request was reduced to what the data allow.
    Reduced = 5, "STONER_WARNING_REDUCED";
    /// A registration has another solution that is nearly as good.
    Ambiguous = 6, "STONER_WARNING_AMBIGUOUS";
    /// A result has large standard errors.
    Uncertain = 7, "STONER_WARNING_UNCERTAIN";
    /// A frame of a stack has no result.
    FrameFailed = 8, "STONER_WARNING_FRAME_FAILED";
    /// Parts of a file are damaged and left out.
    FileDamaged = 9, "STONER_WARNING_FILE_DAMAGED";
    /// Parts of a file cannot be loaded into an image: colours, transparency, further pictures.
    FileReduced = 10, "STONER_WARNING_FILE_REDUCED";
    /// Measured positions or detector values of a file are left out, or were not measured.
    NotMeasured = 11, "STONER_WARNING_NOT_MEASURED";
    /// A picture shows nothing, or lacks characters.
    Picture = 12, "STONER_WARNING_PICTURE";
    /// A file gives numbers without a unit.
    NoUnit = 13, "STONER_WARNING_NO_UNIT";
    /// What is combined was taken under other conditions, or a condition is not known.
    Unlike = 14, "STONER_WARNING_UNLIKE";
    /// Integers do not fit the dtype of a result, and wrapped around.
    Overflow = 15, "STONER_WARNING_OVERFLOW";
    /// What a file does not say, or says against the rules of its format, was assumed.
    Assumed = 16, "STONER_WARNING_ASSUMED";
}
