//! The HDF5 functions that give enumerations or structures, declared here with plain integers.
//!
//! `hdf5-sys` declares them with Rust enumerations, and a damaged file or a user-defined link class can hold a number
//! that is none of their variants, which would be undefined behaviour.

use hdf5_sys::h5::{herr_t, hsize_t};
use hdf5_sys::h5i::hid_t;
use std::ffi::{c_char, c_int, c_uint, c_void};

/// Where an object lies in its file.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token([u8; 16]);

#[repr(C)]
pub union LinkTarget {
    pub token: Token,
    value_size: usize,
}

#[repr(C)]
pub struct LinkInfo {
    pub class: c_int,
    order_valid: u8,
    order: i64,
    character_set: c_int,
    pub target: LinkTarget,
}

#[repr(C)]
pub struct ObjectInfo {
    file: std::ffi::c_ulong,
    pub token: Token,
    kind: c_int,
    references: c_uint,
    times: [libc::time_t; 4],
    attributes: hsize_t,
}

impl ObjectInfo {
    pub const fn zeroed() -> Self {
        ObjectInfo { file: 0, token: Token([0; 16]), kind: 0, references: 0, times: [0; 4], attributes: 0 }
    }
}

/// What stands in an object's header.
#[repr(C)]
pub struct HeaderInfo {
    version: c_uint,
    messages: c_uint,
    chunks: c_uint,
    flags: c_uint,
    space: [hsize_t; 4],
    /// Bit n is set when there is a message of type n.
    pub present: u64,
    shared: u64,
    sizes: [[hsize_t; 2]; 2],
}

impl HeaderInfo {
    pub const fn zeroed() -> Self {
        HeaderInfo {
            version: 0,
            messages: 0,
            chunks: 0,
            flags: 0,
            space: [0; 4],
            present: 0,
            shared: 0,
            sizes: [[0; 2]; 2],
        }
    }
}

/// `H5O_NATIVE_INFO_HDR`.
pub const HEADER: c_uint = 0x0008;
/// `H5O_INFO_BASIC`.
pub const BASIC: c_uint = 0x0001;
/// The list of the external files that hold a dataset.
pub const MESSAGE_EXTERNAL_FILES: u64 = 1 << 0x07;
/// An attribute, or where attributes lie that are too many or too large for the header.
pub const MESSAGE_ATTRIBUTES: u64 = 1 << 0x0C | 1 << 0x15;

pub type LinkCallback =
    unsafe extern "C" fn(group: hid_t, name: *const c_char, info: *const LinkInfo, data: *mut c_void) -> herr_t;
pub type AttributeCallback =
    unsafe extern "C" fn(object: hid_t, name: *const c_char, info: *const c_void, data: *mut c_void) -> herr_t;
pub type ExternalLinkCallback = unsafe extern "C" fn(
    parent_file: *const c_char,
    parent_group: *const c_char,
    file: *const c_char,
    object: *const c_char,
    flags: *mut c_uint,
    access: hid_t,
    data: *mut c_void,
) -> herr_t;

unsafe extern "C" {
    pub fn H5Literate2(
        group: hid_t,
        index: c_int,
        order: c_int,
        position: *mut hsize_t,
        callback: LinkCallback,
        data: *mut c_void,
    ) -> herr_t;
    pub fn H5Aiterate2(
        object: hid_t,
        index: c_int,
        order: c_int,
        position: *mut hsize_t,
        callback: AttributeCallback,
        data: *mut c_void,
    ) -> herr_t;
    pub fn H5Oget_info3(object: hid_t, info: *mut ObjectInfo, fields: c_uint) -> herr_t;
    pub fn H5Oget_native_info(object: hid_t, info: *mut HeaderInfo, fields: c_uint) -> herr_t;
    pub fn H5Oopen_by_token(location: hid_t, token: Token) -> hid_t;
    pub fn H5Iget_type(id: hid_t) -> c_int;
    pub fn H5Pget_layout(creation: hid_t) -> c_int;
    pub fn H5Pset_elink_cb(access: hid_t, callback: ExternalLinkCallback, data: *mut c_void) -> herr_t;
    pub fn H5PLset_loading_state(mask: c_uint) -> herr_t;
    pub fn H5Sget_simple_extent_type(space: hid_t) -> c_int;
    pub fn H5Tget_class(datatype: hid_t) -> c_int;
    pub fn H5Tget_sign(datatype: hid_t) -> c_int;
    pub fn H5Tget_strpad(datatype: hid_t) -> c_int;
}

pub const LINK_HARD: c_int = 0;
pub const LINK_SOFT: c_int = 1;

pub const INDEX_NAME: c_int = 0;
pub const ORDER_INCREASING: c_int = 0;
pub const ORDER_NATIVE: c_int = 2;

pub const ID_GROUP: c_int = 2;
pub const ID_DATASET: c_int = 5;

pub const LAYOUT_VIRTUAL: c_int = 3;

pub const SPACE_NULL: c_int = 2;

pub const CLASS_INTEGER: c_int = 0;
pub const CLASS_FLOAT: c_int = 1;
pub const CLASS_TIME: c_int = 2;
pub const CLASS_STRING: c_int = 3;
pub const CLASS_BITFIELD: c_int = 4;
pub const CLASS_OPAQUE: c_int = 5;
pub const CLASS_COMPOUND: c_int = 6;
pub const CLASS_REFERENCE: c_int = 7;
pub const CLASS_ENUM: c_int = 8;
pub const CLASS_VLEN: c_int = 9;
pub const CLASS_ARRAY: c_int = 10;
pub const CLASS_COMPLEX: c_int = 11;

pub const SIGN_NONE: c_int = 0;

pub const PAD_SPACE: c_int = 2;
