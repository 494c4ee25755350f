//! A file in, an [`Image`](crate::image::Image) out, and back.
