//! Shared by many operations.
//!
//! | file | what |
//! |---|---|
//! | [`frames`] | splits an image of any real dtype into frames of `f32` or `f64`, and joins the results |
//! | `pixelwise` | one pixel at a time: memory, threads, masks, counts |
//! | [`fill`] | values for masked pixels, for operations that need one |

pub mod fill;
pub mod frames;
pub(super) mod pixelwise;
