//! The one table of status codes. Codes are only ever appended; a retired one keeps its number.

use std::ffi::CStr;

macro_rules! statuses {
    ($($(#[doc = $doc:literal])+ $name:ident = $code:literal, $constant:literal, $text:literal;)+) => {
        /// Why a call failed. The numbers are in 5000-5999, the range that LabVIEW leaves to users.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[repr(i32)]
        pub enum Status { $($(#[doc = $doc])+ $name = $code,)+ }

        impl Status {
            /// Every status, in the order of the numbers.
            pub const ALL: &'static [Status] = &[$(Status::$name,)+];

            /// The number that the C functions return.
            pub const fn code(self) -> i32 {
                self as i32
            }

            /// The status with this number.
            pub const fn from_code(code: i32) -> Option<Status> {
                match code { $($code => Some(Status::$name),)+ _ => None }
            }

            /// The name of the C constant.
            pub const fn constant(self) -> &'static str {
                match self { $(Status::$name => $constant,)+ }
            }

            /// What the status means, in a few words.
            pub const fn text(self) -> &'static CStr {
                const fn terminated(text: &'static str) -> &'static CStr {
                    match CStr::from_bytes_with_nul(text.as_bytes()) {
                        Ok(text) => text,
                        Err(_) => panic!("a text has a NUL inside"),
                    }
                }
                match self { $(Status::$name => const { terminated(concat!($text, "\0")) },)+ }
            }
        }
    };
}

statuses! {
    /// An argument has a value that the function does not take.
    InvalidArgument = 5001, "STONER_ERR_INVALID_ARGUMENT", "an argument has a value that is not allowed";
    /// A handle was freed, belongs to another type or was never issued.
    InvalidHandle = 5002, "STONER_ERR_INVALID_HANDLE", "a handle is not valid";
    /// A required pointer is NULL.
    NullPointer = 5003, "STONER_ERR_NULL_POINTER", "a required pointer is NULL";
    /// A string from the caller is not UTF-8.
    InvalidUtf8 = 5004, "STONER_ERR_INVALID_UTF8", "a string is not valid UTF-8";
    /// The caller's buffer is too small.
    BufferTooSmall = 5005, "STONER_ERR_BUFFER_TOO_SMALL", "the buffer is too small";
    /// Memory for the result could not be had.
    NoMemory = 5006, "STONER_ERR_NO_MEMORY", "not enough memory";
    /// The call was cancelled through its context.
    Cancelled = 5007, "STONER_ERR_CANCELLED", "the call was cancelled";
    /// The function needs a hook for dialogs and none is set.
    NotInteractive = 5008, "STONER_ERR_NOT_INTERACTIVE", "no interactive hook is set";
    /// The request makes sense, but is not supported.
    Unsupported = 5009, "STONER_ERR_UNSUPPORTED", "not supported";
    /// A defect of the library: a panic that was caught.
    Internal = 5010, "STONER_ERR_INTERNAL", "internal error of the library";
    /// An index, a box or an axis lies outside what there is.
    OutOfRange = 5020, "STONER_ERR_OUT_OF_RANGE", "an index lies outside the allowed range";
    /// Shapes or ranks do not fit.
    Shape = 5021, "STONER_ERR_SHAPE", "the shapes do not fit";
    /// The dtype is not one that the function takes.
    Dtype = 5022, "STONER_ERR_DTYPE", "the dtype does not fit";
    /// The data are such that there is no result (a constant image to normalise, everything masked).
    NoResult = 5023, "STONER_ERR_NO_RESULT", "the data have no such result";
    /// There is no metadata entry under that key.
    KeyNotFound = 5030, "STONER_ERR_KEY_NOT_FOUND", "no such metadata key";
    /// The metadata entry has another type.
    MetadataType = 5031, "STONER_ERR_METADATA_TYPE", "the metadata entry has another type";
    /// There is no such file.
    FileNotFound = 5040, "STONER_ERR_FILE_NOT_FOUND", "no such file";
    /// Reading or writing failed in the operating system.
    Io = 5041, "STONER_ERR_IO", "reading or writing failed";
    /// The file is not of a format that can be read.
    Format = 5042, "STONER_ERR_FORMAT", "the file has an unknown or unsupported format";
    /// The file is damaged or incomplete.
    Corrupt = 5043, "STONER_ERR_CORRUPT", "the file is damaged or incomplete";
    /// Another program is writing the file.
    BeingWritten = 5044, "STONER_ERR_BEING_WRITTEN", "the file is being written";
    /// A file is not the one any more that was opened.
    Changed = 5045, "STONER_ERR_CHANGED", "the file has changed since it was opened";
    /// Two images have polarizations that cannot be combined.
    Polarization = 5050, "STONER_ERR_POLARIZATION", "the polarizations do not fit";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_in_the_users_range() {
        for pair in Status::ALL.windows(2) {
            assert!(pair[0].code() < pair[1].code());
        }
        for &status in Status::ALL {
            assert!((5000..6000).contains(&status.code()));
            assert_eq!(Status::from_code(status.code()), Some(status));
            assert!(status.constant().starts_with("STONER_ERR_"));
        }
        assert_eq!(Status::from_code(0), None);
    }
}
