//! The C surface: one file per section of the header. Each function converts its arguments, calls the layer below
//! inside [`guard!`] and puts the result where the caller wants it; nothing else.
//!
//! The module is private: a Rust program calls the layers below, so it never meets the guard's panic hook. Every
//! function here is `unsafe` because it trusts the caller's pointers; the header's preface
//! states that contract once.

#![allow(non_camel_case_types, reason = "the names are those of the C types")]
#![allow(clippy::missing_safety_doc, reason = "the contract is the header's preface, stated once")]
#![allow(clippy::too_many_arguments, reason = "the C conventions want plain parameters")]

#[macro_use]
mod core;
mod dispatch;
#[rustfmt::skip]
#[allow(clippy::undocumented_unsafe_blocks, reason = "made: what is passed is what dispatch.rs keeps alive during the call")]
mod operations_table;
mod option_text;
mod report;
mod types;

mod arithmetic;
mod array_bytes;
mod array_elements;
mod array_extremes;
mod array_mask;
mod array_order;
mod array_reduce;
mod array_scan;
mod array_shape;
mod context;
mod data;
mod draw;
mod files;
mod filter;
mod frames;
mod geometry;
mod histogram;
mod hooks;
mod image;
mod intensity;
mod levels;
mod library;
mod live;
mod loaders;
mod metadata;
mod metadata_get;
mod metadata_set;
mod operations;
mod planes;
mod profile;
mod radial;
mod register;
mod regrid;
mod render;
mod resample;
mod scan;
mod scan_read;
mod table;
mod xray;
