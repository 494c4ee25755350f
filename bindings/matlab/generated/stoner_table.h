/* The gateway's table. Made from interface/interface.json by bindings/generator: do not edit. */

#define MAX_PARAMETERS 17

static const word words_dtype[] = {{"logical", 1}, {"bool", 1}, {"uint8", 2}, {"int8", 3}, {"uint16", 4}, {"int16", 5}, {"uint32", 6}, {"int32", 7}, {"uint64", 8}, {"int64", 9}, {"single", 10}, {"float32", 10}, {"double", 11}, {"float64", 11}, {"single complex", 12}, {"complex64", 12}, {"double complex", 13}, {"complex128", 13}, {NULL, 0}};
static const word words_warning[] = {{"other", 0}, {"positions_dropped", 1}, {"precision", 2}, {"sign", 3}, {"clipped", 4}, {"reduced", 5}, {"ambiguous", 6}, {"uncertain", 7}, {"frame_failed", 8}, {"file_damaged", 9}, {"file_reduced", 10}, {"not_measured", 11}, {"picture", 12}, {"no_unit", 13}, {"unlike", 14}, {"overflow", 15}, {"assumed", 16}, {NULL, 0}};
static const word words_instruction_set[] = {{"best", 0}, {"baseline", 1}, {"avx2", 2}, {"avx512", 3}, {NULL, 0}};
static const word words_mode[] = {{"default", 0}, {"constant", 1}, {"grid_constant", 2}, {"nearest", 3}, {"edge", 3}, {"reflect", 4}, {"symmetric", 4}, {"mirror", 5}, {"wrap", 6}, {"grid_wrap", 7}, {NULL, 0}};
static const word words_interpolation[] = {{"default", 0}, {"nearest", -1}, {"linear", 1}, {"quadratic", 2}, {"cubic", 3}, {"quartic", 4}, {"quintic", 5}, {NULL, 0}};
static const word words_type[] = {{"none", 1}, {"bool", 2}, {"i64", 3}, {"f64", 4}, {"complex", 5}, {"string", 6}, {"bytes", 7}, {"timestamp", 8}, {"array", 9}, {"list", 10}, {"cluster", 11}, {"tuple", 12}, {NULL, 0}};
static const word words_scan_kind[] = {{"generic", 0}, {"image", 1}, {"stack", 2}, {"line_spectrum", 3}, {"point_spectrum", 4}, {"focus", 5}, {"osa_image", 6}, {"osa_focus", 7}, {"detector_image", 8}, {NULL, 0}};
static const word words_axis_role[] = {{"other", 0}, {"frame", 1}, {"row", 2}, {"column", 3}, {"spectrum", 4}, {NULL, 0}};
static const word words_direction[] = {{"descending", -1}, {"none", 0}, {"ascending", 1}, {NULL, 0}};
static const word words_quantity[] = {{"energy", 1}, {"dwell", 2}, {"polarization", 3}, {"helicity", 4}, {"ring_current", 5}, {"sample_x", 6}, {"sample_y", 7}, {"zone_plate", 8}, {NULL, 0}};
static const word words_spread[] = {{"nearest", 0}, {"linear", 1}, {NULL, 0}};
static const word words_cval[] = {{"mean", 0}, {"value", 1}, {NULL, 0}};
static const word words_prefilter[] = {{"none", 0}, {"gaussian", 1}, {"scharr", 2}, {NULL, 0}};
static const word words_series[] = {{"reference", 0}, {"neighbour", 1}, {"all_pairs", 2}, {NULL, 0}};
static const word words_grid[] = {{"linear", 0}, {"nearest", 1}, {"cubic", 2}, {NULL, 0}};
static const word words_grid_fill[] = {{"mean", 0}, {"value", 1}, {"mask", 2}, {NULL, 0}};
static const word words_draw[] = {{"image", 0}, {"mask", 1}, {NULL, 0}};
static const word words_circle[] = {{"bresenham", 0}, {"andres", 1}, {NULL, 0}};
static const word words_arithmetic[] = {{"add", 1}, {"subtract", 2}, {"multiply", 3}, {"divide", 4}, {"floor_divide", 5}, {"remainder", 6}, {"power", 7}, {"minimum", 8}, {"maximum", 9}, {"hypot", 10}, {"arctan2", 11}, {NULL, 0}};
static const word words_comparison[] = {{"equal", 1}, {"not_equal", 2}, {"less", 3}, {"less_equal", 4}, {"greater", 5}, {"greater_equal", 6}, {NULL, 0}};
static const word words_logic[] = {{"and", 1}, {"or", 2}, {"xor", 3}, {"not", 4}, {NULL, 0}};
static const word words_math[] = {{"negative", 1}, {"absolute", 2}, {"sign", 3}, {"square", 4}, {"sqrt", 5}, {"reciprocal", 6}, {"exp", 7}, {"expm1", 8}, {"log", 9}, {"log1p", 10}, {"log2", 11}, {"log10", 12}, {"sin", 13}, {"cos", 14}, {"tan", 15}, {"arcsin", 16}, {"arccos", 17}, {"arctan", 18}, {"floor", 19}, {"ceil", 20}, {"trunc", 21}, {"isnan", 22}, {"isinf", 23}, {"isfinite", 24}, {NULL, 0}};
static const word words_level[] = {{"clip", 0}, {"norm", 1}, {"none", 2}, {NULL, 0}};
static const word words_sgolay[] = {{"smooth", 0}, {"x", 1}, {"y", 2}, {"both", 3}, {NULL, 0}};
static const word words_fft[] = {{"magnitude", 0}, {"phase", 1}, {"complex", 2}, {NULL, 0}};
static const word words_radial[] = {{"distance", 0}, {"angle", 1}, {"complex", 2}, {NULL, 0}};
static const word words_angles[] = {{"from_right", 0}, {"from_left", 1}, {NULL, 0}};
static const word words_order[] = {{"default", 0}, {"c", 1}, {"f", 2}, {"a", 3}, {"k", 4}, {NULL, 0}};
static const word words_casting[] = {{"default", 0}, {"no", 1}, {"equiv", 2}, {"safe", 3}, {"same_kind", 4}, {"unsafe", 5}, {NULL, 0}};
static const word words_flag[] = {{"c_contiguous", 1}, {"f_contiguous", 2}, {"owndata", 4}, {"aligned", 256}, {"writeable", 1024}, {NULL, 0}};
static const word words_byte_order[] = {{"swap", 0}, {"native", 1}, {"little", 2}, {"big", 3}, {NULL, 0}};
static const word words_fill[] = {{"default", 0}, {"value", 1}, {"own", 2}, {NULL, 0}};
static const word words_index[] = {{"default", 0}, {"raise", 1}, {"wrap", 2}, {"clip", 3}, {NULL, 0}};
static const word words_side[] = {{"left", 0}, {"right", 1}, {NULL, 0}};
static const word words_dialog[] = {{"file", 0}, {"directory", 1}, {"save", 2}, {"files", 3}, {NULL, 0}};

static const status_name STATUS_NAMES[] = {
    {STONER_ERR_INVALID_ARGUMENT, "stoner:InvalidArgument"},
    {STONER_ERR_INVALID_HANDLE, "stoner:InvalidHandle"},
    {STONER_ERR_NULL_POINTER, "stoner:NullPointer"},
    {STONER_ERR_INVALID_UTF8, "stoner:InvalidUTF8"},
    {STONER_ERR_BUFFER_TOO_SMALL, "stoner:BufferTooSmall"},
    {STONER_ERR_NO_MEMORY, "stoner:NoMemory"},
    {STONER_ERR_CANCELLED, "stoner:Cancelled"},
    {STONER_ERR_NOT_INTERACTIVE, "stoner:NotInteractive"},
    {STONER_ERR_UNSUPPORTED, "stoner:Unsupported"},
    {STONER_ERR_INTERNAL, "stoner:Internal"},
    {STONER_ERR_OUT_OF_RANGE, "stoner:OutOfRange"},
    {STONER_ERR_SHAPE, "stoner:Shape"},
    {STONER_ERR_DTYPE, "stoner:Dtype"},
    {STONER_ERR_NO_RESULT, "stoner:NoResult"},
    {STONER_ERR_KEY_NOT_FOUND, "stoner:KeyNotFound"},
    {STONER_ERR_METADATA_TYPE, "stoner:MetadataType"},
    {STONER_ERR_FILE_NOT_FOUND, "stoner:FileNotFound"},
    {STONER_ERR_IO, "stoner:IO"},
    {STONER_ERR_FORMAT, "stoner:Format"},
    {STONER_ERR_CORRUPT, "stoner:Corrupt"},
    {STONER_ERR_BEING_WRITTEN, "stoner:BeingWritten"},
    {STONER_ERR_CHANGED, "stoner:Changed"},
    {STONER_ERR_POLARIZATION, "stoner:Polarization"},
    {0, NULL},
};

static void call_version(const argument *a, argument *r) {
    (void)a;
    r->text = stoner_version();
}

static void call_version_number(const argument *a, argument *r) {
    (void)a;
    r->i32 = stoner_version_number();
}

static void call_status_text(const argument *a, argument *r) {
    r->text = stoner_status_text(a[0].i32);
}
static const parameter parameters_status_text[] = {
    {.name = "status", .kind = I32, .role = NUMBER, .needed = 1},
};

static void call_live_handles(const argument *a, argument *r) {
    (void)a;
    r->i64 = stoner_live_handles();
}

static void call_set_kept_memory(const argument *a, argument *r) {
    r->i32 = stoner_set_kept_memory(a[0].p, a[1].i64);
}
static const parameter parameters_set_kept_memory[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "bytes", .kind = I64, .role = NUMBER, .allowed = "1 or more", .preset = 6.71089e+07},
};

static void call_set_instruction_set(const argument *a, argument *r) {
    r->i32 = stoner_set_instruction_set(a[0].p, a[1].i32);
}
static const parameter parameters_set_instruction_set[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "instruction_set", .kind = I32, .role = NUMBER, .words = words_instruction_set},
};

static void call_instruction_set(const argument *a, argument *r) {
    r->i32 = stoner_instruction_set(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_instruction_set[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "instruction_set", .kind = I32, .role = RESULT, .room = 1},
    {.name = "best", .kind = I32, .role = RESULT, .room = 1, .optional = 1},
};

static void call_version_report(const argument *a, argument *r) {
    r->i32 = stoner_version_report(a[0].p, a[1].p, a[2].i64, a[3].p);
}
static const parameter parameters_version_report[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_interface(const argument *a, argument *r) {
    r->i32 = stoner_interface(a[0].p, a[1].p, a[2].i64, a[3].p);
}
static const parameter parameters_interface[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_load(const argument *a, argument *r) {
    r->i32 = stoner_load(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_load[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "path", .kind = CHAR, .role = TEXT},
    {.name = "filetype", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_load_stxm(const argument *a, argument *r) {
    r->i32 = stoner_load_stxm(a[0].p, a[1].p, a[2].i32, a[3].i32, a[4].p);
}
static const parameter parameters_load_stxm[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "path", .kind = CHAR, .role = TEXT},
    {.name = "regrid", .kind = I32, .role = NUMBER},
    {.name = "bcn", .kind = I32, .role = NUMBER},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_save(const argument *a, argument *r) {
    r->i32 = stoner_image_save(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i32);
}
static const parameter parameters_image_save[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "path", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "formats", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "forcetype", .kind = I32, .role = NUMBER},
};

static void call_image_save_tiff(const argument *a, argument *r) {
    r->i32 = stoner_image_save_tiff(a[0].p, a[1].p, a[2].p, a[3].i32);
}
static const parameter parameters_image_save_tiff[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "path", .kind = CHAR, .role = TEXT},
    {.name = "forcetype", .kind = I32, .role = NUMBER},
};

static void call_image_save_png(const argument *a, argument *r) {
    r->i32 = stoner_image_save_png(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_save_png[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "path", .kind = CHAR, .role = TEXT},
};

static void call_image_save_npy(const argument *a, argument *r) {
    r->i32 = stoner_image_save_npy(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_save_npy[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "path", .kind = CHAR, .role = TEXT},
};

static void call_image_clone(const argument *a, argument *r) {
    r->i32 = stoner_image_clone(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_clone[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_stack(const argument *a, argument *r) {
    r->i32 = stoner_image_stack(a[0].p, a[1].p, a[2].i64, a[3].p);
}
static const parameter parameters_image_stack[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "images", .kind = OBJECT, .role = HANDLES, .object = A_IMAGE, .count = 2},
    {.name = "n_images", .kind = I64, .role = SIZE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_frame(const argument *a, argument *r) {
    r->i32 = stoner_image_frame(a[0].p, a[1].p, a[2].i64, a[3].p);
}
static const parameter parameters_image_frame[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "index", .kind = I64, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_assign(const argument *a, argument *r) {
    r->i32 = stoner_image_assign(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_assign[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "target", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "source", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
};

static void call_image_do_nothing(const argument *a, argument *r) {
    r->i32 = stoner_image_do_nothing(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_do_nothing[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_free(const argument *a, argument *r) {
    r->i32 = stoner_image_free(a[0].p);
}
static const parameter parameters_image_free[] = {
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
};

static void call_image_equal(const argument *a, argument *r) {
    r->i32 = stoner_image_equal(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].p);
}
static const parameter parameters_image_equal[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "a", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "b", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "all", .kind = I32, .role = NUMBER},
    {.name = "equal", .kind = I32, .role = RESULT, .room = 1},
};

static void call_image_ndim(const argument *a, argument *r) {
    r->i32 = stoner_image_ndim(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_ndim[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "ndim", .kind = I32, .role = RESULT, .room = 1},
};

static void call_image_shape(const argument *a, argument *r) {
    r->i32 = stoner_image_shape(a[0].p, a[1].p, a[2].p, a[3].i64, a[4].p);
}
static const parameter parameters_image_shape[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "shape", .kind = I64, .role = BUFFER, .meaning = SIZE_OF},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "ndim", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_image_dtype(const argument *a, argument *r) {
    r->i32 = stoner_image_dtype(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_dtype[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dtype", .kind = I32, .role = RESULT, .room = 1},
};

static void call_image_size(const argument *a, argument *r) {
    r->i32 = stoner_image_size(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_size[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "size", .kind = I64, .role = RESULT, .room = 1},
};

static void call_image_title(const argument *a, argument *r) {
    r->i32 = stoner_image_title(a[0].p, a[1].p, a[2].p, a[3].i64, a[4].p);
}
static const parameter parameters_image_title[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_image_set_title(const argument *a, argument *r) {
    r->i32 = stoner_image_set_title(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_set_title[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "title", .kind = CHAR, .role = TEXT, .optional = 1},
};

static void call_image_filename(const argument *a, argument *r) {
    r->i32 = stoner_image_filename(a[0].p, a[1].p, a[2].p, a[3].i64, a[4].p);
}
static const parameter parameters_image_filename[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_image_set_filename(const argument *a, argument *r) {
    r->i32 = stoner_image_set_filename(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_set_filename[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "filename", .kind = CHAR, .role = TEXT, .optional = 1},
};

static void call_scan_open(const argument *a, argument *r) {
    r->i32 = stoner_scan_open(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_scan_open[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "path", .kind = CHAR, .role = TEXT},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_SCAN},
};

static void call_scan_clone(const argument *a, argument *r) {
    r->i32 = stoner_scan_clone(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_scan_clone[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_SCAN},
};

static void call_scan_free(const argument *a, argument *r) {
    r->i32 = stoner_scan_free(a[0].p);
}
static const parameter parameters_scan_free[] = {
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
};

static void call_scan_filename(const argument *a, argument *r) {
    r->i32 = stoner_scan_filename(a[0].p, a[1].p, a[2].p, a[3].i64, a[4].p);
}
static const parameter parameters_scan_filename[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_scan_rule(const argument *a, argument *r) {
    r->i32 = stoner_scan_rule(a[0].p, a[1].p, a[2].p, a[3].i64, a[4].p);
}
static const parameter parameters_scan_rule[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_scan_entry_count(const argument *a, argument *r) {
    r->i32 = stoner_scan_entry_count(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_scan_entry_count[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "n", .kind = I32, .role = RESULT, .room = 1},
};

static void call_scan_entry_name(const argument *a, argument *r) {
    r->i32 = stoner_scan_entry_name(a[0].p, a[1].p, a[2].i32, a[3].p, a[4].i64, a[5].p);
}
static const parameter parameters_scan_entry_name[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "index", .kind = I32, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_scan_default_entry(const argument *a, argument *r) {
    r->i32 = stoner_scan_default_entry(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_scan_default_entry[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "index", .kind = I32, .role = RESULT, .room = 1, .meaning = INDEX},
};

static void call_scan_kind(const argument *a, argument *r) {
    r->i32 = stoner_scan_kind(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_scan_kind[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "kind", .kind = I32, .role = RESULT, .room = 1},
};

static void call_scan_start(const argument *a, argument *r) {
    r->i32 = stoner_scan_start(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i64, a[5].p);
}
static const parameter parameters_scan_start[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_scan_end(const argument *a, argument *r) {
    r->i32 = stoner_scan_end(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i64, a[5].p);
}
static const parameter parameters_scan_end[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_scan_facility(const argument *a, argument *r) {
    r->i32 = stoner_scan_facility(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i64, a[5].p);
}
static const parameter parameters_scan_facility[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_scan_repair_count(const argument *a, argument *r) {
    r->i32 = stoner_scan_repair_count(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_scan_repair_count[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "n", .kind = I32, .role = RESULT, .room = 1},
};

static void call_scan_repair(const argument *a, argument *r) {
    r->i32 = stoner_scan_repair(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].p, a[5].i64, a[6].p);
}
static const parameter parameters_scan_repair[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "index", .kind = I32, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_scan_metadata(const argument *a, argument *r) {
    r->i32 = stoner_scan_metadata(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_scan_metadata[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_METADATA},
};

static void call_scan_detector_count(const argument *a, argument *r) {
    r->i32 = stoner_scan_detector_count(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_scan_detector_count[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "n", .kind = I32, .role = RESULT, .room = 1},
};

static void call_scan_detector_name(const argument *a, argument *r) {
    r->i32 = stoner_scan_detector_name(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].p, a[5].i64, a[6].p);
}
static const parameter parameters_scan_detector_name[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "index", .kind = I32, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_scan_default_detector(const argument *a, argument *r) {
    r->i32 = stoner_scan_default_detector(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_scan_default_detector[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "index", .kind = I32, .role = RESULT, .room = 1, .meaning = INDEX},
};

static void call_scan_monitor_count(const argument *a, argument *r) {
    r->i32 = stoner_scan_monitor_count(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_scan_monitor_count[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "n", .kind = I32, .role = RESULT, .room = 1},
};

static void call_scan_monitor_name(const argument *a, argument *r) {
    r->i32 = stoner_scan_monitor_name(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].p, a[5].i64, a[6].p);
}
static const parameter parameters_scan_monitor_name[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "index", .kind = I32, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_scan_shape(const argument *a, argument *r) {
    r->i32 = stoner_scan_shape(a[0].p, a[1].p, a[2].p, a[3].p, a[4].p, a[5].i64, a[6].p);
}
static const parameter parameters_scan_shape[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "detector", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "shape", .kind = I64, .role = BUFFER, .meaning = SIZE_OF},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "ndim", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_scan_dtype(const argument *a, argument *r) {
    r->i32 = stoner_scan_dtype(a[0].p, a[1].p, a[2].p, a[3].p, a[4].p);
}
static const parameter parameters_scan_dtype[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "detector", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "dtype", .kind = I32, .role = RESULT, .room = 1},
};

static void call_scan_frame_count(const argument *a, argument *r) {
    r->i32 = stoner_scan_frame_count(a[0].p, a[1].p, a[2].p, a[3].p, a[4].p);
}
static const parameter parameters_scan_frame_count[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "detector", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "n", .kind = I64, .role = RESULT, .room = 1},
};

static void call_scan_axis_name(const argument *a, argument *r) {
    r->i32 = stoner_scan_axis_name(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i32, a[5].p, a[6].i64, a[7].p);
}
static const parameter parameters_scan_axis_name[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "detector", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "axis", .kind = I32, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_scan_axis_unit(const argument *a, argument *r) {
    r->i32 = stoner_scan_axis_unit(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i32, a[5].p, a[6].i64, a[7].p);
}
static const parameter parameters_scan_axis_unit[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "detector", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "axis", .kind = I32, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_scan_axis_values(const argument *a, argument *r) {
    r->i32 = stoner_scan_axis_values(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i32, a[5].p, a[6].i64, a[7].p);
}
static const parameter parameters_scan_axis_values[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "detector", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "axis", .kind = I32, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "buffer", .kind = F64, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_scan_axis_role(const argument *a, argument *r) {
    r->i32 = stoner_scan_axis_role(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i32, a[5].p);
}
static const parameter parameters_scan_axis_role[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "detector", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "axis", .kind = I32, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "role", .kind = I32, .role = RESULT, .room = 1},
};

static void call_scan_axis_direction(const argument *a, argument *r) {
    r->i32 = stoner_scan_axis_direction(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i32, a[5].p);
}
static const parameter parameters_scan_axis_direction[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "detector", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "axis", .kind = I32, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "direction", .kind = I32, .role = RESULT, .room = 1},
};

static void call_scan_quantity(const argument *a, argument *r) {
    r->i32 = stoner_scan_quantity(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i32, a[5].p, a[6].i64, a[7].p);
}
static const parameter parameters_scan_quantity[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "detector", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "quantity", .kind = I32, .role = NUMBER, .optional = 1, .needed = 1, .words = words_quantity},
    {.name = "buffer", .kind = F64, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_scan_image(const argument *a, argument *r) {
    r->i32 = stoner_scan_image(a[0].p, a[1].p, a[2].p, a[3].p, a[4].p);
}
static const parameter parameters_scan_image[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "detector", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_scan_frame(const argument *a, argument *r) {
    r->i32 = stoner_scan_frame(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i64, a[5].p);
}
static const parameter parameters_scan_frame[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "detector", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "frame", .kind = I64, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_scan_spectrum(const argument *a, argument *r) {
    r->i32 = stoner_scan_spectrum(a[0].p, a[1].p, a[2].p, a[3].p, a[4].p, a[5].p, a[6].p);
}
static const parameter parameters_scan_spectrum[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "detector", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "box", .kind = I64, .role = NUMBERS, .room = 4, .optional = 1, .meaning = BOX},
    {.name = "region", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE, .optional = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_TABLE},
};

static void call_scan_points(const argument *a, argument *r) {
    r->i32 = stoner_scan_points(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i64, a[5].p);
}
static const parameter parameters_scan_points[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "detector", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "frame", .kind = I64, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_TABLE},
};

static void call_scan_completeness(const argument *a, argument *r) {
    r->i32 = stoner_scan_completeness(a[0].p, a[1].p, a[2].p, a[3].p, a[4].p);
}
static const parameter parameters_scan_completeness[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "detector", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "fraction", .kind = F64, .role = RESULT, .room = 1},
};

static void call_scan_refresh(const argument *a, argument *r) {
    r->i32 = stoner_scan_refresh(a[0].p, a[1].p, a[2].p, a[3].p, a[4].p, a[5].p, a[6].p);
}
static const parameter parameters_scan_refresh[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "scan", .kind = OBJECT, .role = HANDLE, .object = A_SCAN},
    {.name = "entry", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "detector", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "first", .kind = I64, .role = RESULT, .room = 1, .optional = 1, .meaning = INDEX},
    {.name = "n", .kind = I64, .role = RESULT, .room = 1, .optional = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_SCAN},
};

static void call_live_new(const argument *a, argument *r) {
    r->i32 = stoner_live_new(a[0].p, a[1].i64, a[2].i64, a[3].f64, a[4].f64, a[5].f64, a[6].f64, a[7].i32, a[8].f64, a[9].p, a[10].p);
}
static const parameter parameters_live_new[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "rows", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "columns", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "x_first", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "y_first", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "x_step", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "y_step", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "spread", .kind = I32, .role = NUMBER, .words = words_spread},
    {.name = "reference", .kind = F64, .role = NUMBER, .allowed = "above 0", .preset = 1},
    {.name = "unit", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_LIVE},
};

static void call_live_clone(const argument *a, argument *r) {
    r->i32 = stoner_live_clone(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_live_clone[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "live", .kind = OBJECT, .role = HANDLE, .object = A_LIVE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_LIVE},
};

static void call_live_free(const argument *a, argument *r) {
    r->i32 = stoner_live_free(a[0].p);
}
static const parameter parameters_live_free[] = {
    {.name = "live", .kind = OBJECT, .role = HANDLE, .object = A_LIVE},
};

static void call_live_push(const argument *a, argument *r) {
    r->i32 = stoner_live_push(a[0].p, a[1].p, a[2].p, a[3].p, a[4].p, a[5].p, a[6].i64);
}
static const parameter parameters_live_push[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "live", .kind = OBJECT, .role = HANDLE, .object = A_LIVE},
    {.name = "x", .kind = F64, .role = NUMBERS, .count = 6},
    {.name = "y", .kind = F64, .role = NUMBERS, .count = 6},
    {.name = "counts", .kind = F64, .role = NUMBERS, .count = 6},
    {.name = "monitor", .kind = F64, .role = NUMBERS, .count = 6, .optional = 1},
    {.name = "n_points", .kind = I64, .role = SIZE},
};

static void call_live_image(const argument *a, argument *r) {
    r->i32 = stoner_live_image(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_live_image[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "live", .kind = OBJECT, .role = HANDLE, .object = A_LIVE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_live_state(const argument *a, argument *r) {
    r->i32 = stoner_live_state(a[0].p, a[1].p, a[2].p, a[3].p, a[4].p, a[5].p);
}
static const parameter parameters_live_state[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "live", .kind = OBJECT, .role = HANDLE, .object = A_LIVE},
    {.name = "points", .kind = I64, .role = RESULT, .room = 1, .optional = 1},
    {.name = "outside", .kind = I64, .role = RESULT, .room = 1, .optional = 1},
    {.name = "invalid", .kind = I64, .role = RESULT, .room = 1, .optional = 1},
    {.name = "coverage", .kind = F64, .role = RESULT, .room = 1, .optional = 1},
};

static void call_live_reset(const argument *a, argument *r) {
    r->i32 = stoner_live_reset(a[0].p, a[1].p);
}
static const parameter parameters_live_reset[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "live", .kind = OBJECT, .role = HANDLE, .object = A_LIVE},
};

static void call_live_set_metadata(const argument *a, argument *r) {
    r->i32 = stoner_live_set_metadata(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_live_set_metadata[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "live", .kind = OBJECT, .role = HANDLE, .object = A_LIVE},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
};

static void call_context_new(const argument *a, argument *r) {
    r->i32 = stoner_context_new(a[0].p, a[1].p);
}
static const parameter parameters_context_new[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_CONTEXT},
};

static void call_context_free(const argument *a, argument *r) {
    r->i32 = stoner_context_free(a[0].p);
}
static const parameter parameters_context_free[] = {
    {.name = "context", .kind = OBJECT, .role = HANDLE, .object = A_CONTEXT},
};

static void call_last_error(const argument *a, argument *r) {
    r->text = stoner_last_error(a[0].p);
}
static const parameter parameters_last_error[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
};

static void call_last_error_read(const argument *a, argument *r) {
    r->i32 = stoner_last_error_read(a[0].p, a[1].p, a[2].i64, a[3].p);
}
static const parameter parameters_last_error_read[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_last_error_status(const argument *a, argument *r) {
    r->i32 = stoner_last_error_status(a[0].p);
}
static const parameter parameters_last_error_status[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
};

static void call_context_clear_error(const argument *a, argument *r) {
    r->i32 = stoner_context_clear_error(a[0].p);
}
static const parameter parameters_context_clear_error[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
};

static void call_context_warning_count(const argument *a, argument *r) {
    r->i32 = stoner_context_warning_count(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_context_warning_count[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "kept", .kind = I64, .role = RESULT, .room = 1},
    {.name = "dropped", .kind = I64, .role = RESULT, .room = 1, .optional = 1},
};

static void call_context_warning(const argument *a, argument *r) {
    r->i32 = stoner_context_warning(a[0].p, a[1].i64, a[2].p, a[3].i64, a[4].p);
}
static const parameter parameters_context_warning[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "index", .kind = I64, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_context_warning_code(const argument *a, argument *r) {
    r->i32 = stoner_context_warning_code(a[0].p, a[1].i64, a[2].p);
}
static const parameter parameters_context_warning_code[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "index", .kind = I64, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "code", .kind = I32, .role = RESULT, .room = 1},
};

static void call_context_clear_warnings(const argument *a, argument *r) {
    r->i32 = stoner_context_clear_warnings(a[0].p);
}
static const parameter parameters_context_clear_warnings[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
};

static void call_context_set_threads(const argument *a, argument *r) {
    r->i32 = stoner_context_set_threads(a[0].p, a[1].i32);
}
static const parameter parameters_context_set_threads[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "threads", .kind = I32, .role = NUMBER},
};

static void call_context_threads(const argument *a, argument *r) {
    r->i32 = stoner_context_threads(a[0].p, a[1].p);
}
static const parameter parameters_context_threads[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "threads", .kind = I32, .role = RESULT, .room = 1},
};

static void call_context_set_memory_limit(const argument *a, argument *r) {
    r->i32 = stoner_context_set_memory_limit(a[0].p, a[1].i64);
}
static const parameter parameters_context_set_memory_limit[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "bytes", .kind = I64, .role = NUMBER, .allowed = "1 or more", .preset = 2.68435e+08},
};

static void call_context_memory_limit(const argument *a, argument *r) {
    r->i32 = stoner_context_memory_limit(a[0].p, a[1].p);
}
static const parameter parameters_context_memory_limit[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "bytes", .kind = I64, .role = RESULT, .room = 1},
};

static void call_context_cancel(const argument *a, argument *r) {
    r->i32 = stoner_context_cancel(a[0].p);
}
static const parameter parameters_context_cancel[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
};

static void call_context_reset_cancel(const argument *a, argument *r) {
    r->i32 = stoner_context_reset_cancel(a[0].p);
}
static const parameter parameters_context_reset_cancel[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
};

static void call_context_is_cancelled(const argument *a, argument *r) {
    r->i32 = stoner_context_is_cancelled(a[0].p, a[1].p);
}
static const parameter parameters_context_is_cancelled[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "cancelled", .kind = I32, .role = RESULT, .room = 1},
};

static void call_context_progress(const argument *a, argument *r) {
    r->i32 = stoner_context_progress(a[0].p, a[1].p);
}
static const parameter parameters_context_progress[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "fraction", .kind = F64, .role = RESULT, .room = 1},
};

static void call_image_cw(const argument *a, argument *r) {
    r->i32 = stoner_image_cw(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_cw[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_ccw(const argument *a, argument *r) {
    r->i32 = stoner_image_ccw(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_ccw[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_flip_h(const argument *a, argument *r) {
    r->i32 = stoner_image_flip_h(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_flip_h[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_flip_v(const argument *a, argument *r) {
    r->i32 = stoner_image_flip_v(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_flip_v[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_transpose(const argument *a, argument *r) {
    r->i32 = stoner_image_transpose(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_transpose[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_crop(const argument *a, argument *r) {
    r->i32 = stoner_image_crop(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_image_crop[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "box", .kind = I64, .role = NUMBERS, .room = 4, .optional = 1, .meaning = BOX},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_box_from_border(const argument *a, argument *r) {
    r->i32 = stoner_image_box_from_border(a[0].p, a[1].p, a[2].i64, a[3].p);
}
static const parameter parameters_image_box_from_border[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "border", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "box", .kind = I64, .role = RESULT, .room = 4},
};

static void call_image_box_from_border_fraction(const argument *a, argument *r) {
    r->i32 = stoner_image_box_from_border_fraction(a[0].p, a[1].p, a[2].f64, a[3].p);
}
static const parameter parameters_image_box_from_border_fraction[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "fraction", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "box", .kind = I64, .role = RESULT, .room = 4},
};

static void call_image_box_from_fraction(const argument *a, argument *r) {
    r->i32 = stoner_image_box_from_fraction(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_image_box_from_fraction[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "fractions", .kind = F64, .role = NUMBERS, .room = 4},
    {.name = "box", .kind = I64, .role = RESULT, .room = 4},
};

static void call_image_box_from_metadata(const argument *a, argument *r) {
    r->i32 = stoner_image_box_from_metadata(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_image_box_from_metadata[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "box", .kind = I64, .role = RESULT, .room = 4},
};

static void call_image_max_box(const argument *a, argument *r) {
    r->i32 = stoner_image_max_box(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_max_box[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "box", .kind = I64, .role = RESULT, .room = 4},
};

static void call_image_aspect(const argument *a, argument *r) {
    r->i32 = stoner_image_aspect(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_aspect[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "aspect", .kind = F64, .role = RESULT, .room = 1},
};

static void call_image_centre(const argument *a, argument *r) {
    r->i32 = stoner_image_centre(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_centre[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "centre", .kind = F64, .role = RESULT, .room = 2},
};

static void call_image_rotate(const argument *a, argument *r) {
    r->i32 = stoner_image_rotate(a[0].p, a[1].p, a[2].f64, a[3].i32, a[4].p, a[5].i32, a[6].i32, a[7].f64, a[8].i32, a[9].i32, a[10].p);
}
static const parameter parameters_image_rotate[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "angle", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "resize", .kind = I32, .role = NUMBER},
    {.name = "center", .kind = F64, .in_c = "centre_xy", .role = NUMBERS, .room = 2, .optional = 1},
    {.name = "order", .kind = I32, .role = NUMBER, .zero = STONER_INTERPOLATION_NEAREST, .words = words_interpolation},
    {.name = "mode", .kind = I32, .role = NUMBER, .words = words_mode, .preset = 1},
    {.name = "cval", .kind = F64, .role = NUMBER},
    {.name = "clip", .kind = I32, .role = NUMBER, .preset = 1},
    {.name = "preserve_range", .kind = I32, .role = NUMBER},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_translate(const argument *a, argument *r) {
    r->i32 = stoner_image_translate(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].i32, a[5].i32, a[6].i32, a[7].f64, a[8].p);
}
static const parameter parameters_image_translate[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "translation", .kind = F64, .role = NUMBERS, .room = 2},
    {.name = "add_metadata", .kind = I32, .role = NUMBER},
    {.name = "order", .kind = I32, .role = NUMBER, .zero = STONER_INTERPOLATION_NEAREST, .words = words_interpolation},
    {.name = "mode", .kind = I32, .role = NUMBER, .words = words_mode, .preset = 6},
    {.name = "cval_mode", .kind = I32, .role = NUMBER, .words = words_cval, .meaning = VALUE_MODE, .count = 7},
    {.name = "cval", .kind = F64, .role = NUMBER},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_translate_limits(const argument *a, argument *r) {
    r->i32 = stoner_image_translate_limits(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].p);
}
static const parameter parameters_image_translate_limits[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "translation", .kind = F64, .role = NUMBERS, .room = 2},
    {.name = "reverse", .kind = I32, .role = NUMBER},
    {.name = "limits", .kind = F64, .role = RESULT, .room = 4},
};

static void call_image_register(const argument *a, argument *r) {
    r->i32 = stoner_image_register(a[0].p, a[1].p, a[2].p, a[3].p, a[4].p, a[5].f64, a[6].i32, a[7].f64, a[8].f64, a[9].f64, a[10].i32, a[11].i32, a[12].p, a[13].p, a[14].p, a[15].p, a[16].p);
}
static const parameter parameters_image_register[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "reference", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "method", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "box", .kind = I64, .role = NUMBERS, .room = 4, .optional = 1, .meaning = BOX},
    {.name = "scale", .kind = F64, .role = NUMBER, .allowed = "above 0", .preset = 1},
    {.name = "prefilter", .kind = I32, .role = NUMBER, .words = words_prefilter},
    {.name = "prefilter_sigma", .kind = F64, .role = NUMBER, .allowed = "above 0", .preset = 1},
    {.name = "upsample_factor", .kind = F64, .role = NUMBER},
    {.name = "threshold", .kind = F64, .role = NUMBER},
    {.name = "rotation", .kind = I32, .role = NUMBER},
    {.name = "scaling", .kind = I32, .role = NUMBER},
    {.name = "shift", .kind = F64, .role = RESULT, .room = 2},
    {.name = "sigma", .kind = F64, .role = RESULT, .room = 2, .optional = 1},
    {.name = "angle", .kind = F64, .role = RESULT, .room = 1, .optional = 1},
    {.name = "magnification", .kind = F64, .role = RESULT, .room = 1, .optional = 1},
    {.name = "details", .kind = OBJECT, .role = NEW, .object = A_METADATA, .optional = 1},
};

static void call_image_align(const argument *a, argument *r) {
    r->i32 = stoner_image_align(a[0].p, a[1].p, a[2].p, a[3].p, a[4].p, a[5].f64, a[6].i32, a[7].f64, a[8].f64, a[9].f64, a[10].i32, a[11].i32, a[12].i32, a[13].i32, a[14].f64, a[15].i32, a[16].p);
}
static const parameter parameters_image_align[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "reference", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "method", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "box", .kind = I64, .role = NUMBERS, .room = 4, .optional = 1, .meaning = BOX},
    {.name = "scale", .kind = F64, .role = NUMBER, .allowed = "above 0", .preset = 1},
    {.name = "prefilter", .kind = I32, .role = NUMBER, .words = words_prefilter},
    {.name = "prefilter_sigma", .kind = F64, .role = NUMBER, .allowed = "above 0", .preset = 1},
    {.name = "upsample_factor", .kind = F64, .role = NUMBER},
    {.name = "threshold", .kind = F64, .role = NUMBER},
    {.name = "rotation", .kind = I32, .role = NUMBER},
    {.name = "scaling", .kind = I32, .role = NUMBER},
    {.name = "order", .kind = I32, .role = NUMBER, .zero = STONER_INTERPOLATION_NEAREST, .words = words_interpolation},
    {.name = "mode", .kind = I32, .role = NUMBER, .words = words_mode, .preset = 1},
    {.name = "cval", .kind = F64, .role = NUMBER, .preset = MISSING},
    {.name = "do_shift", .kind = I32, .role = NUMBER, .preset = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_correct_drift(const argument *a, argument *r) {
    r->i32 = stoner_image_correct_drift(a[0].p, a[1].p, a[2].p, a[3].f64, a[4].f64, a[5].p, a[6].i32, a[7].p);
}
static const parameter parameters_image_correct_drift[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "reference", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "threshold", .kind = F64, .role = NUMBER, .preset = 0.005},
    {.name = "upsample_factor", .kind = F64, .role = NUMBER, .allowed = "1 or more", .preset = 50},
    {.name = "box", .kind = I64, .role = NUMBERS, .room = 4, .optional = 1, .meaning = BOX},
    {.name = "do_shift", .kind = I32, .role = NUMBER, .preset = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_align_stack(const argument *a, argument *r) {
    r->i32 = stoner_image_align_stack(a[0].p, a[1].p, a[2].i32, a[3].i64, a[4].p, a[5].p, a[6].f64, a[7].i32, a[8].f64, a[9].f64, a[10].f64, a[11].i32, a[12].i32, a[13].f64, a[14].p, a[15].p);
}
static const parameter parameters_image_align_stack[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "stack", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "series", .kind = I32, .role = NUMBER, .words = words_series},
    {.name = "reference", .kind = I64, .role = NUMBER, .meaning = INDEX},
    {.name = "method", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "box", .kind = I64, .role = NUMBERS, .room = 4, .optional = 1, .meaning = BOX},
    {.name = "scale", .kind = F64, .role = NUMBER, .allowed = "above 0", .preset = 1},
    {.name = "prefilter", .kind = I32, .role = NUMBER, .words = words_prefilter},
    {.name = "prefilter_sigma", .kind = F64, .role = NUMBER, .allowed = "above 0", .preset = 1},
    {.name = "upsample_factor", .kind = F64, .role = NUMBER},
    {.name = "threshold", .kind = F64, .role = NUMBER},
    {.name = "order", .kind = I32, .role = NUMBER, .zero = STONER_INTERPOLATION_NEAREST, .words = words_interpolation},
    {.name = "mode", .kind = I32, .role = NUMBER, .words = words_mode, .preset = 1},
    {.name = "cval", .kind = F64, .role = NUMBER, .preset = MISSING},
    {.name = "shifts", .kind = OBJECT, .role = NEW, .object = A_TABLE, .optional = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE, .optional = 1},
};

static void call_image_griddata(const argument *a, argument *r) {
    r->i32 = stoner_image_griddata(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i32, a[5].f64, a[6].i32, a[7].p);
}
static const parameter parameters_image_griddata[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "values", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "xi", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "method", .kind = I32, .role = NUMBER, .words = words_grid},
    {.name = "fill_value", .kind = F64, .role = NUMBER, .preset = MISSING},
    {.name = "rescale", .kind = I32, .role = NUMBER},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_gridimage(const argument *a, argument *r) {
    r->i32 = stoner_image_gridimage(a[0].p, a[1].p, a[2].p, a[3].p, a[4].p, a[5].p, a[6].i32, a[7].i32, a[8].f64, a[9].i32, a[10].i32, a[11].f64, a[12].p, a[13].p);
}
static const parameter parameters_image_gridimage[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "points_x", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE, .optional = 1},
    {.name = "points_y", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE, .optional = 1},
    {.name = "xi_x", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE, .optional = 1},
    {.name = "xi_y", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE, .optional = 1},
    {.name = "method", .kind = I32, .role = NUMBER, .words = words_grid},
    {.name = "fill_mode", .kind = I32, .role = NUMBER, .words = words_grid_fill, .meaning = VALUE_MODE, .count = 8},
    {.name = "fill_value", .kind = F64, .role = NUMBER, .preset = MISSING},
    {.name = "rescale", .kind = I32, .role = NUMBER},
    {.name = "remove_offset", .kind = I32, .role = NUMBER},
    {.name = "max_distance", .kind = F64, .role = NUMBER, .allowed = "above 0", .preset = 2},
    {.name = "offset", .kind = F64, .role = RESULT, .room = 2, .optional = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_draw_line(const argument *a, argument *r) {
    r->i32 = stoner_image_draw_line(a[0].p, a[1].p, a[2].i64, a[3].i64, a[4].i64, a[5].i64, a[6].i32, a[7].i32, a[8].p);
}
static const parameter parameters_image_draw_line[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "x0", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "y0", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "x1", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "y1", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "target", .kind = I32, .role = NUMBER, .words = words_draw},
    {.name = "dtype", .kind = I32, .role = DTYPE_OF},
    {.name = "value", .kind = BYTES, .role = SCALAR, .count = 7, .optional = 1},
};

static void call_image_draw_disk(const argument *a, argument *r) {
    r->i32 = stoner_image_draw_disk(a[0].p, a[1].p, a[2].f64, a[3].f64, a[4].f64, a[5].i32, a[6].i32, a[7].p);
}
static const parameter parameters_image_draw_disk[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "x", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "y", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "radius", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "target", .kind = I32, .role = NUMBER, .words = words_draw},
    {.name = "dtype", .kind = I32, .role = DTYPE_OF},
    {.name = "value", .kind = BYTES, .role = SCALAR, .count = 6, .optional = 1},
};

static void call_image_draw_circle(const argument *a, argument *r) {
    r->i32 = stoner_image_draw_circle(a[0].p, a[1].p, a[2].f64, a[3].f64, a[4].f64, a[5].i32, a[6].i32, a[7].p);
}
static const parameter parameters_image_draw_circle[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "x", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "y", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "radius", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "target", .kind = I32, .role = NUMBER, .words = words_draw},
    {.name = "dtype", .kind = I32, .role = DTYPE_OF},
    {.name = "value", .kind = BYTES, .role = SCALAR, .count = 6, .optional = 1},
};

static void call_image_draw_annulus(const argument *a, argument *r) {
    r->i32 = stoner_image_draw_annulus(a[0].p, a[1].p, a[2].f64, a[3].f64, a[4].f64, a[5].f64, a[6].i32, a[7].i32, a[8].p);
}
static const parameter parameters_image_draw_annulus[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "x", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "y", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "radius1", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "radius2", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "target", .kind = I32, .role = NUMBER, .words = words_draw},
    {.name = "dtype", .kind = I32, .role = DTYPE_OF},
    {.name = "value", .kind = BYTES, .role = SCALAR, .count = 7, .optional = 1},
};

static void call_image_draw_circle_perimeter(const argument *a, argument *r) {
    r->i32 = stoner_image_draw_circle_perimeter(a[0].p, a[1].p, a[2].i64, a[3].i64, a[4].i64, a[5].i32, a[6].i32, a[7].i32, a[8].p);
}
static const parameter parameters_image_draw_circle_perimeter[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "x", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "y", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "radius", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "method", .kind = I32, .role = NUMBER, .words = words_circle},
    {.name = "target", .kind = I32, .role = NUMBER, .words = words_draw},
    {.name = "dtype", .kind = I32, .role = DTYPE_OF},
    {.name = "value", .kind = BYTES, .role = SCALAR, .count = 7, .optional = 1},
};

static void call_image_draw_ellipse(const argument *a, argument *r) {
    r->i32 = stoner_image_draw_ellipse(a[0].p, a[1].p, a[2].f64, a[3].f64, a[4].f64, a[5].f64, a[6].f64, a[7].i32, a[8].i32, a[9].p);
}
static const parameter parameters_image_draw_ellipse[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "x", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "y", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "x_radius", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "y_radius", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "rotation", .kind = F64, .role = NUMBER},
    {.name = "target", .kind = I32, .role = NUMBER, .words = words_draw},
    {.name = "dtype", .kind = I32, .role = DTYPE_OF},
    {.name = "value", .kind = BYTES, .role = SCALAR, .count = 8, .optional = 1},
};

static void call_image_draw_ellipse_perimeter(const argument *a, argument *r) {
    r->i32 = stoner_image_draw_ellipse_perimeter(a[0].p, a[1].p, a[2].i64, a[3].i64, a[4].i64, a[5].i64, a[6].f64, a[7].i32, a[8].i32, a[9].p);
}
static const parameter parameters_image_draw_ellipse_perimeter[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "x", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "y", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "x_radius", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "y_radius", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "orientation", .kind = F64, .role = NUMBER},
    {.name = "target", .kind = I32, .role = NUMBER, .words = words_draw},
    {.name = "dtype", .kind = I32, .role = DTYPE_OF},
    {.name = "value", .kind = BYTES, .role = SCALAR, .count = 8, .optional = 1},
};

static void call_image_draw_polygon(const argument *a, argument *r) {
    r->i32 = stoner_image_draw_polygon(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i64, a[5].i32, a[6].i32, a[7].p);
}
static const parameter parameters_image_draw_polygon[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "x", .kind = F64, .role = NUMBERS, .count = 4},
    {.name = "y", .kind = F64, .role = NUMBERS, .count = 4},
    {.name = "n_vertices", .kind = I64, .role = SIZE},
    {.name = "target", .kind = I32, .role = NUMBER, .words = words_draw},
    {.name = "dtype", .kind = I32, .role = DTYPE_OF},
    {.name = "value", .kind = BYTES, .role = SCALAR, .count = 6, .optional = 1},
};

static void call_image_draw_polygon_perimeter(const argument *a, argument *r) {
    r->i32 = stoner_image_draw_polygon_perimeter(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i64, a[5].i32, a[6].i32, a[7].i32, a[8].p);
}
static const parameter parameters_image_draw_polygon_perimeter[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "x", .kind = F64, .role = NUMBERS, .count = 4},
    {.name = "y", .kind = F64, .role = NUMBERS, .count = 4},
    {.name = "n_vertices", .kind = I64, .role = SIZE},
    {.name = "clip", .kind = I32, .role = NUMBER},
    {.name = "target", .kind = I32, .role = NUMBER, .words = words_draw},
    {.name = "dtype", .kind = I32, .role = DTYPE_OF},
    {.name = "value", .kind = BYTES, .role = SCALAR, .count = 7, .optional = 1},
};

static void call_image_draw_rectangle(const argument *a, argument *r) {
    r->i32 = stoner_image_draw_rectangle(a[0].p, a[1].p, a[2].f64, a[3].f64, a[4].f64, a[5].f64, a[6].i32, a[7].i32, a[8].p);
}
static const parameter parameters_image_draw_rectangle[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "x0", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "y0", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "x1", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "y1", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "target", .kind = I32, .role = NUMBER, .words = words_draw},
    {.name = "dtype", .kind = I32, .role = DTYPE_OF},
    {.name = "value", .kind = BYTES, .role = SCALAR, .count = 7, .optional = 1},
};

static void call_image_draw_rectangle_perimeter(const argument *a, argument *r) {
    r->i32 = stoner_image_draw_rectangle_perimeter(a[0].p, a[1].p, a[2].f64, a[3].f64, a[4].f64, a[5].f64, a[6].i32, a[7].i32, a[8].i32, a[9].p);
}
static const parameter parameters_image_draw_rectangle_perimeter[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "x0", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "y0", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "x1", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "y1", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "clip", .kind = I32, .role = NUMBER},
    {.name = "target", .kind = I32, .role = NUMBER, .words = words_draw},
    {.name = "dtype", .kind = I32, .role = DTYPE_OF},
    {.name = "value", .kind = BYTES, .role = SCALAR, .count = 8, .optional = 1},
};

static void call_image_draw_rotated_rectangle(const argument *a, argument *r) {
    r->i32 = stoner_image_draw_rotated_rectangle(a[0].p, a[1].p, a[2].f64, a[3].f64, a[4].f64, a[5].f64, a[6].f64, a[7].i32, a[8].i32, a[9].p);
}
static const parameter parameters_image_draw_rotated_rectangle[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "x", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "y", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "width", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "height", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "angle", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "target", .kind = I32, .role = NUMBER, .words = words_draw},
    {.name = "dtype", .kind = I32, .role = DTYPE_OF},
    {.name = "value", .kind = BYTES, .role = SCALAR, .count = 8, .optional = 1},
};

static void call_image_draw_rotated_rectangle_perimeter(const argument *a, argument *r) {
    r->i32 = stoner_image_draw_rotated_rectangle_perimeter(a[0].p, a[1].p, a[2].f64, a[3].f64, a[4].f64, a[5].f64, a[6].f64, a[7].i32, a[8].i32, a[9].p);
}
static const parameter parameters_image_draw_rotated_rectangle_perimeter[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "x", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "y", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "width", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "height", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "angle", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "target", .kind = I32, .role = NUMBER, .words = words_draw},
    {.name = "dtype", .kind = I32, .role = DTYPE_OF},
    {.name = "value", .kind = BYTES, .role = SCALAR, .count = 8, .optional = 1},
};

static void call_image_draw_square(const argument *a, argument *r) {
    r->i32 = stoner_image_draw_square(a[0].p, a[1].p, a[2].f64, a[3].f64, a[4].f64, a[5].f64, a[6].i32, a[7].i32, a[8].p);
}
static const parameter parameters_image_draw_square[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "x", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "y", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "width", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "angle", .kind = F64, .role = NUMBER},
    {.name = "target", .kind = I32, .role = NUMBER, .words = words_draw},
    {.name = "dtype", .kind = I32, .role = DTYPE_OF},
    {.name = "value", .kind = BYTES, .role = SCALAR, .count = 7, .optional = 1},
};

static void call_image_draw_bezier_curve(const argument *a, argument *r) {
    r->i32 = stoner_image_draw_bezier_curve(a[0].p, a[1].p, a[2].i64, a[3].i64, a[4].i64, a[5].i64, a[6].i64, a[7].i64, a[8].f64, a[9].i32, a[10].i32, a[11].p);
}
static const parameter parameters_image_draw_bezier_curve[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "x0", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "y0", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "x1", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "y1", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "x2", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "y2", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "weight", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "target", .kind = I32, .role = NUMBER, .words = words_draw},
    {.name = "dtype", .kind = I32, .role = DTYPE_OF},
    {.name = "value", .kind = BYTES, .role = SCALAR, .count = 10, .optional = 1},
};

static void call_image_arithmetic(const argument *a, argument *r) {
    r->i32 = stoner_image_arithmetic(a[0].p, a[1].p, a[2].i32, a[3].p, a[4].i32, a[5].p);
}
static const parameter parameters_image_arithmetic[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "a", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "operation", .kind = I32, .role = NUMBER, .needed = 1, .words = words_arithmetic},
    {.name = "b", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dtype", .kind = I32, .role = NUMBER, .words = words_dtype},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_arithmetic_scalar(const argument *a, argument *r) {
    r->i32 = stoner_image_arithmetic_scalar(a[0].p, a[1].p, a[2].i32, a[3].f64, a[4].i32, a[5].i32, a[6].p);
}
static const parameter parameters_image_arithmetic_scalar[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "operation", .kind = I32, .role = NUMBER, .needed = 1, .words = words_arithmetic},
    {.name = "value", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "swapped", .kind = I32, .role = NUMBER},
    {.name = "dtype", .kind = I32, .role = NUMBER, .words = words_dtype},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_compare(const argument *a, argument *r) {
    r->i32 = stoner_image_compare(a[0].p, a[1].p, a[2].i32, a[3].p, a[4].p);
}
static const parameter parameters_image_compare[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "a", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "comparison", .kind = I32, .role = NUMBER, .needed = 1, .words = words_comparison},
    {.name = "b", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_compare_scalar(const argument *a, argument *r) {
    r->i32 = stoner_image_compare_scalar(a[0].p, a[1].p, a[2].i32, a[3].f64, a[4].p);
}
static const parameter parameters_image_compare_scalar[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "comparison", .kind = I32, .role = NUMBER, .needed = 1, .words = words_comparison},
    {.name = "value", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_logic(const argument *a, argument *r) {
    r->i32 = stoner_image_logic(a[0].p, a[1].p, a[2].i32, a[3].p, a[4].p);
}
static const parameter parameters_image_logic[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "a", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "operation", .kind = I32, .role = NUMBER, .needed = 1, .words = words_logic},
    {.name = "b", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE, .optional = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_math(const argument *a, argument *r) {
    r->i32 = stoner_image_math(a[0].p, a[1].p, a[2].i32, a[3].i32, a[4].p);
}
static const parameter parameters_image_math[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "function", .kind = I32, .role = NUMBER, .needed = 1, .words = words_math},
    {.name = "dtype", .kind = I32, .role = NUMBER, .words = words_dtype},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_where(const argument *a, argument *r) {
    r->i32 = stoner_image_where(a[0].p, a[1].p, a[2].p, a[3].p, a[4].p);
}
static const parameter parameters_image_where[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "condition", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "a", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "b", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_arithmetic_into(const argument *a, argument *r) {
    r->i32 = stoner_image_arithmetic_into(a[0].p, a[1].p, a[2].i32, a[3].p, a[4].i32, a[5].p);
}
static const parameter parameters_image_arithmetic_into[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "a", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "operation", .kind = I32, .role = NUMBER, .needed = 1, .words = words_arithmetic},
    {.name = "b", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dtype", .kind = I32, .role = NUMBER, .words = words_dtype},
    {.name = "target", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
};

static void call_image_arithmetic_scalar_into(const argument *a, argument *r) {
    r->i32 = stoner_image_arithmetic_scalar_into(a[0].p, a[1].p, a[2].i32, a[3].f64, a[4].i32, a[5].i32, a[6].p);
}
static const parameter parameters_image_arithmetic_scalar_into[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "operation", .kind = I32, .role = NUMBER, .needed = 1, .words = words_arithmetic},
    {.name = "value", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "swapped", .kind = I32, .role = NUMBER},
    {.name = "dtype", .kind = I32, .role = NUMBER, .words = words_dtype},
    {.name = "target", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
};

static void call_image_math_into(const argument *a, argument *r) {
    r->i32 = stoner_image_math_into(a[0].p, a[1].p, a[2].i32, a[3].i32, a[4].p);
}
static const parameter parameters_image_math_into[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "function", .kind = I32, .role = NUMBER, .needed = 1, .words = words_math},
    {.name = "dtype", .kind = I32, .role = NUMBER, .words = words_dtype},
    {.name = "target", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
};

static void call_image_convert(const argument *a, argument *r) {
    r->i32 = stoner_image_convert(a[0].p, a[1].p, a[2].i32, a[3].i32, a[4].i32, a[5].i32, a[6].p);
}
static const parameter parameters_image_convert[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dtype", .kind = I32, .role = NUMBER, .needed = 1, .words = words_dtype},
    {.name = "force_copy", .kind = I32, .role = NUMBER},
    {.name = "uniform", .kind = I32, .role = NUMBER},
    {.name = "normalise", .kind = I32, .role = NUMBER, .preset = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_asfloat(const argument *a, argument *r) {
    r->i32 = stoner_image_asfloat(a[0].p, a[1].p, a[2].i32, a[3].i32, a[4].i32, a[5].p);
}
static const parameter parameters_image_asfloat[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "normalise", .kind = I32, .role = NUMBER, .preset = 1},
    {.name = "clip", .kind = I32, .role = NUMBER},
    {.name = "clip_negative", .kind = I32, .role = NUMBER},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_clip_intensity(const argument *a, argument *r) {
    r->i32 = stoner_image_clip_intensity(a[0].p, a[1].p, a[2].i32, a[3].p, a[4].p);
}
static const parameter parameters_image_clip_intensity[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "clip_negative", .kind = I32, .role = NUMBER},
    {.name = "limits", .kind = F64, .role = NUMBERS, .room = 2, .optional = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_normalise(const argument *a, argument *r) {
    r->i32 = stoner_image_normalise(a[0].p, a[1].p, a[2].p, a[3].p, a[4].p, a[5].i32, a[6].p);
}
static const parameter parameters_image_normalise[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "scale", .kind = F64, .role = NUMBERS, .room = 2, .optional = 1},
    {.name = "sample", .kind = I64, .role = NUMBERS, .room = 4, .optional = 1, .meaning = BOX},
    {.name = "limits", .kind = F64, .role = NUMBERS, .room = 2, .optional = 1},
    {.name = "scale_masked", .kind = I32, .role = NUMBER},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_span(const argument *a, argument *r) {
    r->i32 = stoner_image_span(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_image_span[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "min", .kind = F64, .role = RESULT, .room = 1},
    {.name = "max", .kind = F64, .role = RESULT, .room = 1},
};

static void call_image_adjust_contrast(const argument *a, argument *r) {
    r->i32 = stoner_image_adjust_contrast(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].p);
}
static const parameter parameters_image_adjust_contrast[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "lims", .kind = F64, .role = NUMBERS, .room = 2, .optional = 1},
    {.name = "percent", .kind = I32, .role = NUMBER, .preset = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_subtract_image(const argument *a, argument *r) {
    r->i32 = stoner_image_subtract_image(a[0].p, a[1].p, a[2].p, a[3].f64, a[4].i32, a[5].f64, a[6].p);
}
static const parameter parameters_image_subtract_image[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "background", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "contrast", .kind = F64, .role = NUMBER, .preset = 16},
    {.name = "clip", .kind = I32, .role = NUMBER, .preset = 1},
    {.name = "offset", .kind = F64, .role = NUMBER, .preset = 0.5},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_threshold_minmax(const argument *a, argument *r) {
    r->i32 = stoner_image_threshold_minmax(a[0].p, a[1].p, a[2].f64, a[3].f64, a[4].p);
}
static const parameter parameters_image_threshold_minmax[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "threshmin", .kind = F64, .role = NUMBER, .preset = 0.1},
    {.name = "threshmax", .kind = F64, .role = NUMBER, .preset = 0.9},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_clip_neg(const argument *a, argument *r) {
    r->i32 = stoner_image_clip_neg(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_clip_neg[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_level_image(const argument *a, argument *r) {
    r->i32 = stoner_image_level_image(a[0].p, a[1].p, a[2].i32, a[3].i32, a[4].p, a[5].p, a[6].i32, a[7].p, a[8].i32, a[9].i32, a[10].p);
}
static const parameter parameters_image_level_image[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "poly_vert", .kind = I32, .role = NUMBER, .zero = STONER_DEGREE_ZERO, .preset = 1},
    {.name = "poly_horiz", .kind = I32, .role = NUMBER, .zero = STONER_DEGREE_ZERO, .preset = 1},
    {.name = "box", .kind = I64, .role = NUMBERS, .room = 4, .optional = 1, .meaning = BOX},
    {.name = "vert", .kind = F64, .role = NUMBERS, .count = 6, .optional = 1},
    {.name = "n_vert", .kind = I32, .role = SIZE},
    {.name = "horiz", .kind = F64, .role = NUMBERS, .count = 8, .optional = 1},
    {.name = "n_horiz", .kind = I32, .role = SIZE},
    {.name = "mode", .kind = I32, .role = NUMBER, .words = words_level},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_quantize(const argument *a, argument *r) {
    r->i32 = stoner_image_quantize(a[0].p, a[1].p, a[2].p, a[3].i64, a[4].p, a[5].i64, a[6].p);
}
static const parameter parameters_image_quantize[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "output", .kind = F64, .role = NUMBERS, .count = 3},
    {.name = "n_output", .kind = I64, .role = SIZE},
    {.name = "levels", .kind = F64, .role = NUMBERS, .count = 5, .optional = 1},
    {.name = "n_levels", .kind = I64, .role = SIZE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_remove_outliers(const argument *a, argument *r) {
    r->i32 = stoner_image_remove_outliers(a[0].p, a[1].p, a[2].p, a[3].p, a[4].p);
}
static const parameter parameters_image_remove_outliers[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "percentiles", .kind = F64, .role = NUMBERS, .room = 2, .optional = 1},
    {.name = "replace", .kind = F64, .role = NUMBERS, .room = 2, .optional = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_asint(const argument *a, argument *r) {
    r->i32 = stoner_image_asint(a[0].p, a[1].p, a[2].i32, a[3].p);
}
static const parameter parameters_image_asint[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dtype", .kind = I32, .role = NUMBER, .words = words_dtype, .preset = 4},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_dtype_limits(const argument *a, argument *r) {
    r->i32 = stoner_image_dtype_limits(a[0].p, a[1].p, a[2].i32, a[3].p, a[4].p);
}
static const parameter parameters_image_dtype_limits[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "clip_negative", .kind = I32, .role = NUMBER, .preset = 1},
    {.name = "min", .kind = F64, .role = RESULT, .room = 1},
    {.name = "max", .kind = F64, .role = RESULT, .room = 1},
};

static void call_image_im_scale(const argument *a, argument *r) {
    r->i32 = stoner_image_im_scale(a[0].p, a[1].p, a[2].i32, a[3].i32, a[4].i32, a[5].p);
}
static const parameter parameters_image_im_scale[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "n", .kind = I32, .role = NUMBER, .needed = 1},
    {.name = "m", .kind = I32, .role = NUMBER, .needed = 1},
    {.name = "dtype", .kind = I32, .role = NUMBER, .words = words_dtype},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_prec_loss(const argument *a, argument *r) {
    r->i32 = stoner_image_prec_loss(a[0].p, a[1].p, a[2].i32, a[3].p);
}
static const parameter parameters_image_prec_loss[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dtypeobj", .kind = I32, .in_c = "dtype", .role = NUMBER, .needed = 1, .words = words_dtype},
    {.name = "loss", .kind = I32, .role = RESULT, .room = 1},
};

static void call_image_sign_loss(const argument *a, argument *r) {
    r->i32 = stoner_image_sign_loss(a[0].p, a[1].p, a[2].i32, a[3].p);
}
static const parameter parameters_image_sign_loss[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dtypeobj", .kind = I32, .in_c = "dtype", .role = NUMBER, .needed = 1, .words = words_dtype},
    {.name = "loss", .kind = I32, .role = RESULT, .room = 1},
};

static void call_image_filter_image(const argument *a, argument *r) {
    r->i32 = stoner_image_filter_image(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].f64, a[5].f64, a[6].i32, a[7].p);
}
static const parameter parameters_image_filter_image[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "sigma", .kind = F64, .in_c = "sigma_xy", .role = NUMBERS, .room = 2, .optional = 1},
    {.name = "mode", .kind = I32, .role = NUMBER, .words = words_mode, .preset = 3},
    {.name = "cval", .kind = F64, .role = NUMBER},
    {.name = "truncate", .kind = F64, .role = NUMBER, .allowed = "above 0", .preset = 4},
    {.name = "preserve_range", .kind = I32, .role = NUMBER},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_gaussian_filter(const argument *a, argument *r) {
    r->i32 = stoner_image_gaussian_filter(a[0].p, a[1].p, a[2].p, a[3].p, a[4].p, a[5].f64, a[6].f64, a[7].p);
}
static const parameter parameters_image_gaussian_filter[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "sigma", .kind = F64, .in_c = "sigma_xy", .role = NUMBERS, .room = 2},
    {.name = "order", .kind = I32, .in_c = "order_xy", .role = NUMBERS, .room = 2, .optional = 1},
    {.name = "mode", .kind = I32, .in_c = "mode_xy", .role = NUMBERS, .room = 2, .optional = 1, .words = words_mode},
    {.name = "cval", .kind = F64, .role = NUMBER},
    {.name = "truncate", .kind = F64, .role = NUMBER, .allowed = "above 0", .preset = 4},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_sgolay2d(const argument *a, argument *r) {
    r->i32 = stoner_image_sgolay2d(a[0].p, a[1].p, a[2].i64, a[3].i32, a[4].i32, a[5].p, a[6].p);
}
static const parameter parameters_image_sgolay2d[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "points", .kind = I64, .role = NUMBER, .allowed = "1 to 999", .preset = 15},
    {.name = "poly", .kind = I32, .role = NUMBER, .zero = STONER_DEGREE_ZERO, .preset = 1},
    {.name = "derivative", .kind = I32, .role = NUMBER, .words = words_sgolay},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
    {.name = "angle", .kind = OBJECT, .role = NEW, .object = A_IMAGE, .optional = 1},
};

static void call_image_denoise(const argument *a, argument *r) {
    r->i32 = stoner_image_denoise(a[0].p, a[1].p, a[2].f64, a[3].p);
}
static const parameter parameters_image_denoise[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "weight", .kind = F64, .role = NUMBER, .allowed = "above 0", .preset = 0.1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_fft(const argument *a, argument *r) {
    r->i32 = stoner_image_fft(a[0].p, a[1].p, a[2].i32, a[3].i32, a[4].i32, a[5].f64, a[6].p, a[7].p);
}
static const parameter parameters_image_fft[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "shift", .kind = I32, .role = NUMBER, .preset = 1},
    {.name = "output", .kind = I32, .role = NUMBER, .words = words_fft},
    {.name = "remove_dc", .kind = I32, .role = NUMBER},
    {.name = "gaussian", .kind = F64, .role = NUMBER},
    {.name = "window", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_profile_line(const argument *a, argument *r) {
    r->i32 = stoner_image_profile_line(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i64, a[5].i32, a[6].i32, a[7].f64, a[8].i32, a[9].i32, a[10].p);
}
static const parameter parameters_image_profile_line[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "src", .kind = F64, .role = NUMBERS, .room = 2},
    {.name = "dst", .kind = F64, .role = NUMBERS, .room = 2},
    {.name = "linewidth", .kind = I64, .role = NUMBER, .allowed = "1 to 65536", .preset = 1},
    {.name = "order", .kind = I32, .role = NUMBER, .zero = STONER_INTERPOLATION_NEAREST, .words = words_interpolation},
    {.name = "mode", .kind = I32, .role = NUMBER, .words = words_mode, .preset = 1},
    {.name = "cval", .kind = F64, .role = NUMBER},
    {.name = "constrain", .kind = I32, .role = NUMBER, .preset = 1},
    {.name = "real_units", .kind = I32, .role = NUMBER},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_TABLE},
};

static void call_image_profile_line_x(const argument *a, argument *r) {
    r->i32 = stoner_image_profile_line_x(a[0].p, a[1].p, a[2].f64, a[3].i64, a[4].i32, a[5].i32, a[6].f64, a[7].i32, a[8].i32, a[9].p);
}
static const parameter parameters_image_profile_line_x[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "x", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "linewidth", .kind = I64, .role = NUMBER, .allowed = "1 to 65536", .preset = 1},
    {.name = "order", .kind = I32, .role = NUMBER, .zero = STONER_INTERPOLATION_NEAREST, .words = words_interpolation},
    {.name = "mode", .kind = I32, .role = NUMBER, .words = words_mode, .preset = 1},
    {.name = "cval", .kind = F64, .role = NUMBER},
    {.name = "constrain", .kind = I32, .role = NUMBER, .preset = 1},
    {.name = "real_units", .kind = I32, .role = NUMBER},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_TABLE},
};

static void call_image_profile_line_y(const argument *a, argument *r) {
    r->i32 = stoner_image_profile_line_y(a[0].p, a[1].p, a[2].f64, a[3].i64, a[4].i32, a[5].i32, a[6].f64, a[7].i32, a[8].i32, a[9].p);
}
static const parameter parameters_image_profile_line_y[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "y", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "linewidth", .kind = I64, .role = NUMBER, .allowed = "1 to 65536", .preset = 1},
    {.name = "order", .kind = I32, .role = NUMBER, .zero = STONER_INTERPOLATION_NEAREST, .words = words_interpolation},
    {.name = "mode", .kind = I32, .role = NUMBER, .words = words_mode, .preset = 1},
    {.name = "cval", .kind = F64, .role = NUMBER},
    {.name = "constrain", .kind = I32, .role = NUMBER, .preset = 1},
    {.name = "real_units", .kind = I32, .role = NUMBER},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_TABLE},
};

static void call_image_radial_coordinates(const argument *a, argument *r) {
    r->i32 = stoner_image_radial_coordinates(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i32, a[5].i32, a[6].i32, a[7].p);
}
static const parameter parameters_image_radial_coordinates[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "centre", .kind = F64, .role = NUMBERS, .room = 2, .optional = 1},
    {.name = "pixel_size", .kind = F64, .role = NUMBERS, .room = 2, .optional = 1},
    {.name = "size_from_map", .kind = I32, .role = NUMBER},
    {.name = "which", .kind = I32, .role = NUMBER, .words = words_radial},
    {.name = "angles", .kind = I32, .role = NUMBER, .words = words_angles},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_radial_profile(const argument *a, argument *r) {
    r->i32 = stoner_image_radial_profile(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].f64, a[5].p, a[6].i64, a[7].p, a[8].p, a[9].i32, a[10].i32, a[11].p);
}
static const parameter parameters_image_radial_profile[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "angle", .kind = F64, .role = NUMBERS, .count = 3, .optional = 1},
    {.name = "n_angle", .kind = I32, .role = SIZE},
    {.name = "sector_width", .kind = F64, .role = NUMBER},
    {.name = "r", .kind = F64, .role = NUMBERS, .count = 6, .optional = 1},
    {.name = "n_r", .kind = I64, .role = SIZE},
    {.name = "centre", .kind = F64, .role = NUMBERS, .room = 2, .optional = 1},
    {.name = "pixel_size", .kind = F64, .role = NUMBERS, .room = 2, .optional = 1},
    {.name = "size_from_map", .kind = I32, .role = NUMBER},
    {.name = "angles", .kind = I32, .role = NUMBER, .words = words_angles},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_TABLE},
};

static void call_image_hist(const argument *a, argument *r) {
    r->i32 = stoner_image_hist(a[0].p, a[1].p, a[2].i64, a[3].p, a[4].i64, a[5].p, a[6].p);
}
static const parameter parameters_image_hist[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "bins", .kind = I64, .role = NUMBER, .allowed = "1 to 16777216"},
    {.name = "edges", .kind = F64, .role = NUMBERS, .count = 4, .optional = 1},
    {.name = "n_edges", .kind = I64, .role = SIZE},
    {.name = "range", .kind = F64, .role = NUMBERS, .room = 2, .optional = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_TABLE},
};

static void call_image_polarization(const argument *a, argument *r) {
    r->i32 = stoner_image_polarization(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_polarization[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "polarization", .kind = I32, .role = RESULT, .room = 1},
};

static void call_image_unlike(const argument *a, argument *r) {
    r->i32 = stoner_image_unlike(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_image_unlike[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "other", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "unlike", .kind = I32, .role = RESULT, .room = 1},
};

static void call_image_xmcd(const argument *a, argument *r) {
    r->i32 = stoner_image_xmcd(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_image_xmcd[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "a", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "b", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_table_new(const argument *a, argument *r) {
    r->i32 = stoner_table_new(a[0].p, a[1].p);
}
static const parameter parameters_table_new[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_TABLE},
};

static void call_table_clone(const argument *a, argument *r) {
    r->i32 = stoner_table_clone(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_table_clone[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "table", .kind = OBJECT, .role = HANDLE, .object = A_TABLE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_TABLE},
};

static void call_table_free(const argument *a, argument *r) {
    r->i32 = stoner_table_free(a[0].p);
}
static const parameter parameters_table_free[] = {
    {.name = "table", .kind = OBJECT, .role = HANDLE, .object = A_TABLE},
};

static void call_table_equal(const argument *a, argument *r) {
    r->i32 = stoner_table_equal(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].p);
}
static const parameter parameters_table_equal[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "a", .kind = OBJECT, .role = HANDLE, .object = A_TABLE},
    {.name = "b", .kind = OBJECT, .role = HANDLE, .object = A_TABLE},
    {.name = "all", .kind = I32, .role = NUMBER},
    {.name = "equal", .kind = I32, .role = RESULT, .room = 1},
};

static void call_table_row_count(const argument *a, argument *r) {
    r->i32 = stoner_table_row_count(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_table_row_count[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "table", .kind = OBJECT, .role = HANDLE, .object = A_TABLE},
    {.name = "n", .kind = I64, .role = RESULT, .room = 1},
};

static void call_table_column_count(const argument *a, argument *r) {
    r->i32 = stoner_table_column_count(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_table_column_count[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "table", .kind = OBJECT, .role = HANDLE, .object = A_TABLE},
    {.name = "n", .kind = I32, .role = RESULT, .room = 1},
};

static void call_table_column_name(const argument *a, argument *r) {
    r->i32 = stoner_table_column_name(a[0].p, a[1].p, a[2].i32, a[3].p, a[4].i64, a[5].p);
}
static const parameter parameters_table_column_name[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "table", .kind = OBJECT, .role = HANDLE, .object = A_TABLE},
    {.name = "column", .kind = I32, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_table_column_unit(const argument *a, argument *r) {
    r->i32 = stoner_table_column_unit(a[0].p, a[1].p, a[2].i32, a[3].p, a[4].i64, a[5].p);
}
static const parameter parameters_table_column_unit[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "table", .kind = OBJECT, .role = HANDLE, .object = A_TABLE},
    {.name = "column", .kind = I32, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_table_column_index(const argument *a, argument *r) {
    r->i32 = stoner_table_column_index(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_table_column_index[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "table", .kind = OBJECT, .role = HANDLE, .object = A_TABLE},
    {.name = "name", .kind = CHAR, .role = TEXT},
    {.name = "column", .kind = I32, .role = RESULT, .room = 1, .meaning = INDEX},
};

static void call_table_set_column_name(const argument *a, argument *r) {
    r->i32 = stoner_table_set_column_name(a[0].p, a[1].p, a[2].i32, a[3].p);
}
static const parameter parameters_table_set_column_name[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "table", .kind = OBJECT, .role = HANDLE, .object = A_TABLE},
    {.name = "column", .kind = I32, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "name", .kind = CHAR, .role = TEXT},
};

static void call_table_set_column_unit(const argument *a, argument *r) {
    r->i32 = stoner_table_set_column_unit(a[0].p, a[1].p, a[2].i32, a[3].p);
}
static const parameter parameters_table_set_column_unit[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "table", .kind = OBJECT, .role = HANDLE, .object = A_TABLE},
    {.name = "column", .kind = I32, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "unit", .kind = CHAR, .role = TEXT, .optional = 1},
};

static void call_table_read_column(const argument *a, argument *r) {
    r->i32 = stoner_table_read_column(a[0].p, a[1].p, a[2].i32, a[3].p, a[4].i64, a[5].p);
}
static const parameter parameters_table_read_column[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "table", .kind = OBJECT, .role = HANDLE, .object = A_TABLE},
    {.name = "column", .kind = I32, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "buffer", .kind = F64, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "n_rows", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_table_read(const argument *a, argument *r) {
    r->i32 = stoner_table_read(a[0].p, a[1].p, a[2].i32, a[3].p, a[4].i64, a[5].p);
}
static const parameter parameters_table_read[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "table", .kind = OBJECT, .role = HANDLE, .object = A_TABLE},
    {.name = "column_major", .kind = I32, .role = NUMBER},
    {.name = "buffer", .kind = F64, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_table_add_column(const argument *a, argument *r) {
    r->i32 = stoner_table_add_column(a[0].p, a[1].p, a[2].p, a[3].p, a[4].p, a[5].i64);
}
static const parameter parameters_table_add_column[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "table", .kind = OBJECT, .role = HANDLE, .object = A_TABLE},
    {.name = "name", .kind = CHAR, .role = TEXT},
    {.name = "unit", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "values", .kind = F64, .role = NUMBERS, .count = 5},
    {.name = "n_values", .kind = I64, .role = SIZE},
};

static void call_table_metadata(const argument *a, argument *r) {
    r->i32 = stoner_table_metadata(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_table_metadata[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "table", .kind = OBJECT, .role = HANDLE, .object = A_TABLE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_METADATA},
};

static void call_table_set_metadata(const argument *a, argument *r) {
    r->i32 = stoner_table_set_metadata(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_table_set_metadata[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "table", .kind = OBJECT, .role = HANDLE, .object = A_TABLE},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
};

static void call_table_save(const argument *a, argument *r) {
    r->i32 = stoner_table_save(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_table_save[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "table", .kind = OBJECT, .role = HANDLE, .object = A_TABLE},
    {.name = "path", .kind = CHAR, .role = TEXT},
    {.name = "format", .kind = CHAR, .role = TEXT, .optional = 1},
};

static void call_table_load(const argument *a, argument *r) {
    r->i32 = stoner_table_load(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_table_load[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "path", .kind = CHAR, .role = TEXT},
    {.name = "format", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_TABLE},
};

static void call_cmap_count(const argument *a, argument *r) {
    r->i32 = stoner_cmap_count(a[0].p, a[1].p);
}
static const parameter parameters_cmap_count[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "n", .kind = I32, .role = RESULT, .room = 1},
};

static void call_cmap_name(const argument *a, argument *r) {
    r->i32 = stoner_cmap_name(a[0].p, a[1].i32, a[2].p, a[3].i64, a[4].p);
}
static const parameter parameters_cmap_name[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "index", .kind = I32, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_cmap_colours(const argument *a, argument *r) {
    r->i32 = stoner_cmap_colours(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_cmap_colours[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "cmap", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "rgba", .kind = U8, .role = RESULT, .room = 1024},
};

static void call_image_to_rgba(const argument *a, argument *r) {
    r->i32 = stoner_image_to_rgba(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i64, a[5].p);
}
static const parameter parameters_image_to_rgba[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "options", .kind = OBJECT, .role = HANDLE, .object = A_METADATA, .optional = 1},
    {.name = "rgba", .kind = U8, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_image_imshow(const argument *a, argument *r) {
    r->i32 = stoner_image_imshow(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_image_imshow[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "path", .kind = CHAR, .role = TEXT},
    {.name = "options", .kind = OBJECT, .role = HANDLE, .object = A_METADATA, .optional = 1},
};

static void call_image_imshow_rgba(const argument *a, argument *r) {
    r->i32 = stoner_image_imshow_rgba(a[0].p, a[1].p, a[2].p, a[3].i64, a[4].i64, a[5].p, a[6].i64, a[7].p);
}
static const parameter parameters_image_imshow_rgba[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "options", .kind = OBJECT, .role = HANDLE, .object = A_METADATA, .optional = 1},
    {.name = "width", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "height", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "rgba", .kind = U8, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_image_imshow_layout(const argument *a, argument *r) {
    r->i32 = stoner_image_imshow_layout(a[0].p, a[1].p, a[2].p, a[3].i64, a[4].i64, a[5].p);
}
static const parameter parameters_image_imshow_layout[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "options", .kind = OBJECT, .role = HANDLE, .object = A_METADATA, .optional = 1},
    {.name = "width", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "height", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_TABLE},
};

static void call_image_plot_histogram(const argument *a, argument *r) {
    r->i32 = stoner_image_plot_histogram(a[0].p, a[1].p, a[2].i64, a[3].p, a[4].p);
}
static const parameter parameters_image_plot_histogram[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "bins", .kind = I64, .role = NUMBER, .allowed = "1 to 16777216", .preset = 256},
    {.name = "path", .kind = CHAR, .role = TEXT},
    {.name = "options", .kind = OBJECT, .role = HANDLE, .object = A_METADATA, .optional = 1},
};

static void call_image_plot_histogram_rgba(const argument *a, argument *r) {
    r->i32 = stoner_image_plot_histogram_rgba(a[0].p, a[1].p, a[2].i64, a[3].p, a[4].i64, a[5].i64, a[6].p, a[7].i64, a[8].p);
}
static const parameter parameters_image_plot_histogram_rgba[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "bins", .kind = I64, .role = NUMBER, .allowed = "1 to 16777216", .preset = 256},
    {.name = "options", .kind = OBJECT, .role = HANDLE, .object = A_METADATA, .optional = 1},
    {.name = "width", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "height", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "rgba", .kind = U8, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_image_plot_histogram_layout(const argument *a, argument *r) {
    r->i32 = stoner_image_plot_histogram_layout(a[0].p, a[1].p, a[2].i64, a[3].p, a[4].i64, a[5].i64, a[6].p);
}
static const parameter parameters_image_plot_histogram_layout[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "bins", .kind = I64, .role = NUMBER, .allowed = "1 to 16777216", .preset = 256},
    {.name = "options", .kind = OBJECT, .role = HANDLE, .object = A_METADATA, .optional = 1},
    {.name = "width", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "height", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_TABLE},
};

static void call_table_plot(const argument *a, argument *r) {
    r->i32 = stoner_table_plot(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_table_plot[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "table", .kind = OBJECT, .role = HANDLE, .object = A_TABLE},
    {.name = "path", .kind = CHAR, .role = TEXT},
    {.name = "options", .kind = OBJECT, .role = HANDLE, .object = A_METADATA, .optional = 1},
};

static void call_table_plot_rgba(const argument *a, argument *r) {
    r->i32 = stoner_table_plot_rgba(a[0].p, a[1].p, a[2].p, a[3].i64, a[4].i64, a[5].p, a[6].i64, a[7].p);
}
static const parameter parameters_table_plot_rgba[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "table", .kind = OBJECT, .role = HANDLE, .object = A_TABLE},
    {.name = "options", .kind = OBJECT, .role = HANDLE, .object = A_METADATA, .optional = 1},
    {.name = "width", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "height", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "rgba", .kind = U8, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_table_plot_layout(const argument *a, argument *r) {
    r->i32 = stoner_table_plot_layout(a[0].p, a[1].p, a[2].p, a[3].i64, a[4].i64, a[5].p);
}
static const parameter parameters_table_plot_layout[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "table", .kind = OBJECT, .role = HANDLE, .object = A_TABLE},
    {.name = "options", .kind = OBJECT, .role = HANDLE, .object = A_METADATA, .optional = 1},
    {.name = "width", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "height", .kind = I64, .role = NUMBER, .needed = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_TABLE},
};

static void call_auto_fit_fontsize(const argument *a, argument *r) {
    r->i32 = stoner_auto_fit_fontsize(a[0].p, a[1].p, a[2].f64, a[3].f64, a[4].f64, a[5].i32, a[6].i32, a[7].p);
}
static const parameter parameters_auto_fit_fontsize[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "value", .kind = CHAR, .role = TEXT},
    {.name = "size", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "width", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "height", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "scale_down", .kind = I32, .role = NUMBER, .preset = 1},
    {.name = "scale_up", .kind = I32, .role = NUMBER},
    {.name = "factor", .kind = F64, .role = RESULT, .room = 1},
};

static void call_metadata_new(const argument *a, argument *r) {
    r->i32 = stoner_metadata_new(a[0].p, a[1].p);
}
static const parameter parameters_metadata_new[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_METADATA},
};

static void call_metadata_clone(const argument *a, argument *r) {
    r->i32 = stoner_metadata_clone(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_metadata_clone[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_METADATA},
};

static void call_metadata_free(const argument *a, argument *r) {
    r->i32 = stoner_metadata_free(a[0].p);
}
static const parameter parameters_metadata_free[] = {
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
};

static void call_image_metadata(const argument *a, argument *r) {
    r->i32 = stoner_image_metadata(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_metadata[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_METADATA},
};

static void call_image_set_metadata(const argument *a, argument *r) {
    r->i32 = stoner_image_set_metadata(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_set_metadata[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
};

static void call_metadata_equal(const argument *a, argument *r) {
    r->i32 = stoner_metadata_equal(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_metadata_equal[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "a", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "b", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "equal", .kind = I32, .role = RESULT, .room = 1},
};

static void call_metadata_count(const argument *a, argument *r) {
    r->i32 = stoner_metadata_count(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_metadata_count[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "n", .kind = I64, .role = RESULT, .room = 1},
};

static void call_metadata_key(const argument *a, argument *r) {
    r->i32 = stoner_metadata_key(a[0].p, a[1].p, a[2].i64, a[3].p, a[4].i64, a[5].p);
}
static const parameter parameters_metadata_key[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "index", .kind = I64, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_metadata_contains(const argument *a, argument *r) {
    r->i32 = stoner_metadata_contains(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_metadata_contains[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "found", .kind = I32, .role = RESULT, .room = 1},
};

static void call_metadata_type(const argument *a, argument *r) {
    r->i32 = stoner_metadata_type(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_metadata_type[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "value_type", .kind = I32, .role = RESULT, .room = 1},
};

static void call_metadata_type_name(const argument *a, argument *r) {
    r->i32 = stoner_metadata_type_name(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i64, a[5].p);
}
static const parameter parameters_metadata_type_name[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_metadata_unit(const argument *a, argument *r) {
    r->i32 = stoner_metadata_unit(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i64, a[5].p);
}
static const parameter parameters_metadata_unit[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_metadata_set_unit(const argument *a, argument *r) {
    r->i32 = stoner_metadata_set_unit(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_metadata_set_unit[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "unit", .kind = CHAR, .role = TEXT, .optional = 1},
};

static void call_metadata_pop(const argument *a, argument *r) {
    r->i32 = stoner_metadata_pop(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_metadata_pop[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_METADATA, .optional = 1},
};

static void call_metadata_popitem(const argument *a, argument *r) {
    r->i32 = stoner_metadata_popitem(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_metadata_popitem[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_METADATA, .optional = 1},
};

static void call_metadata_setdefault(const argument *a, argument *r) {
    r->i32 = stoner_metadata_setdefault(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_metadata_setdefault[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "defaults", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
};

static void call_metadata_update(const argument *a, argument *r) {
    r->i32 = stoner_metadata_update(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_metadata_update[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "other", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
};

static void call_metadata_clear(const argument *a, argument *r) {
    r->i32 = stoner_metadata_clear(a[0].p, a[1].p);
}
static const parameter parameters_metadata_clear[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
};

static void call_metadata_get_bool(const argument *a, argument *r) {
    r->i32 = stoner_metadata_get_bool(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_metadata_get_bool[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "value", .kind = I32, .role = RESULT, .room = 1},
};

static void call_metadata_get_i64(const argument *a, argument *r) {
    r->i32 = stoner_metadata_get_i64(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_metadata_get_i64[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "value", .kind = I64, .role = RESULT, .room = 1, .meaning = EXACT},
};

static void call_metadata_get_f64(const argument *a, argument *r) {
    r->i32 = stoner_metadata_get_f64(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_metadata_get_f64[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "value", .kind = F64, .role = RESULT, .room = 1},
};

static void call_metadata_get_string(const argument *a, argument *r) {
    r->i32 = stoner_metadata_get_string(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i64, a[5].p);
}
static const parameter parameters_metadata_get_string[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_metadata_get_complex(const argument *a, argument *r) {
    r->i32 = stoner_metadata_get_complex(a[0].p, a[1].p, a[2].p, a[3].p, a[4].p);
}
static const parameter parameters_metadata_get_complex[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "re", .kind = F64, .role = RESULT, .room = 1},
    {.name = "im", .kind = F64, .role = RESULT, .room = 1},
};

static void call_metadata_get_bytes(const argument *a, argument *r) {
    r->i32 = stoner_metadata_get_bytes(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i64, a[5].p);
}
static const parameter parameters_metadata_get_bytes[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "buffer", .kind = U8, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_metadata_get_array(const argument *a, argument *r) {
    r->i32 = stoner_metadata_get_array(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_metadata_get_array[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_metadata_get_nested(const argument *a, argument *r) {
    r->i32 = stoner_metadata_get_nested(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_metadata_get_nested[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_METADATA},
};

static void call_metadata_get_text(const argument *a, argument *r) {
    r->i32 = stoner_metadata_get_text(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i64, a[5].p);
}
static const parameter parameters_metadata_get_text[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_metadata_export(const argument *a, argument *r) {
    r->i32 = stoner_metadata_export(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i64, a[5].p);
}
static const parameter parameters_metadata_export[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_image_metadata_get_bool(const argument *a, argument *r) {
    r->i32 = stoner_image_metadata_get_bool(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_image_metadata_get_bool[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "value", .kind = I32, .role = RESULT, .room = 1},
};

static void call_image_metadata_get_i64(const argument *a, argument *r) {
    r->i32 = stoner_image_metadata_get_i64(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_image_metadata_get_i64[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "value", .kind = I64, .role = RESULT, .room = 1, .meaning = EXACT},
};

static void call_image_metadata_get_f64(const argument *a, argument *r) {
    r->i32 = stoner_image_metadata_get_f64(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_image_metadata_get_f64[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "value", .kind = F64, .role = RESULT, .room = 1},
};

static void call_image_metadata_get_string(const argument *a, argument *r) {
    r->i32 = stoner_image_metadata_get_string(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i64, a[5].p);
}
static const parameter parameters_image_metadata_get_string[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_metadata_set_bool(const argument *a, argument *r) {
    r->i32 = stoner_metadata_set_bool(a[0].p, a[1].p, a[2].p, a[3].i32);
}
static const parameter parameters_metadata_set_bool[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "value", .kind = I32, .role = NUMBER, .needed = 1},
};

static void call_metadata_set_i64(const argument *a, argument *r) {
    r->i32 = stoner_metadata_set_i64(a[0].p, a[1].p, a[2].p, a[3].i64);
}
static const parameter parameters_metadata_set_i64[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "value", .kind = I64, .role = NUMBER, .needed = 1},
};

static void call_metadata_set_f64(const argument *a, argument *r) {
    r->i32 = stoner_metadata_set_f64(a[0].p, a[1].p, a[2].p, a[3].f64);
}
static const parameter parameters_metadata_set_f64[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "value", .kind = F64, .role = NUMBER, .needed = 1},
};

static void call_metadata_set_string(const argument *a, argument *r) {
    r->i32 = stoner_metadata_set_string(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_metadata_set_string[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "value", .kind = CHAR, .role = TEXT},
};

static void call_metadata_set_none(const argument *a, argument *r) {
    r->i32 = stoner_metadata_set_none(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_metadata_set_none[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
};

static void call_metadata_set_complex(const argument *a, argument *r) {
    r->i32 = stoner_metadata_set_complex(a[0].p, a[1].p, a[2].p, a[3].f64, a[4].f64);
}
static const parameter parameters_metadata_set_complex[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "re", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "im", .kind = F64, .role = NUMBER, .needed = 1},
};

static void call_metadata_set_bytes(const argument *a, argument *r) {
    r->i32 = stoner_metadata_set_bytes(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i64);
}
static const parameter parameters_metadata_set_bytes[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "value", .kind = U8, .role = NUMBERS, .count = 4},
    {.name = "length", .kind = I64, .role = SIZE},
};

static void call_metadata_set_timestamp(const argument *a, argument *r) {
    r->i32 = stoner_metadata_set_timestamp(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_metadata_set_timestamp[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "value", .kind = CHAR, .role = TEXT},
};

static void call_metadata_set_array(const argument *a, argument *r) {
    r->i32 = stoner_metadata_set_array(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_metadata_set_array[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "value", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
};

static void call_metadata_set_cluster(const argument *a, argument *r) {
    r->i32 = stoner_metadata_set_cluster(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_metadata_set_cluster[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "value", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
};

static void call_metadata_set_list(const argument *a, argument *r) {
    r->i32 = stoner_metadata_set_list(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_metadata_set_list[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "value", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
};

static void call_metadata_set_tuple(const argument *a, argument *r) {
    r->i32 = stoner_metadata_set_tuple(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_metadata_set_tuple[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "value", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
};

static void call_metadata_set_text(const argument *a, argument *r) {
    r->i32 = stoner_metadata_set_text(a[0].p, a[1].p, a[2].p, a[3].p, a[4].p);
}
static const parameter parameters_metadata_set_text[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "metadata", .kind = OBJECT, .role = HANDLE, .object = A_METADATA},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "type_name", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "value", .kind = CHAR, .role = TEXT},
};

static void call_image_metadata_set_bool(const argument *a, argument *r) {
    r->i32 = stoner_image_metadata_set_bool(a[0].p, a[1].p, a[2].p, a[3].i32);
}
static const parameter parameters_image_metadata_set_bool[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "value", .kind = I32, .role = NUMBER, .needed = 1},
};

static void call_image_metadata_set_i64(const argument *a, argument *r) {
    r->i32 = stoner_image_metadata_set_i64(a[0].p, a[1].p, a[2].p, a[3].i64);
}
static const parameter parameters_image_metadata_set_i64[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "value", .kind = I64, .role = NUMBER, .needed = 1},
};

static void call_image_metadata_set_f64(const argument *a, argument *r) {
    r->i32 = stoner_image_metadata_set_f64(a[0].p, a[1].p, a[2].p, a[3].f64);
}
static const parameter parameters_image_metadata_set_f64[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "value", .kind = F64, .role = NUMBER, .needed = 1},
};

static void call_image_metadata_set_string(const argument *a, argument *r) {
    r->i32 = stoner_image_metadata_set_string(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_image_metadata_set_string[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "key", .kind = CHAR, .role = TEXT},
    {.name = "value", .kind = CHAR, .role = TEXT},
};

static void call_image_plane_count(const argument *a, argument *r) {
    r->i32 = stoner_image_plane_count(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_plane_count[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "n", .kind = I64, .role = RESULT, .room = 1},
};

static void call_image_plane_name(const argument *a, argument *r) {
    r->i32 = stoner_image_plane_name(a[0].p, a[1].p, a[2].i64, a[3].p, a[4].i64, a[5].p);
}
static const parameter parameters_image_plane_name[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "index", .kind = I64, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_image_plane(const argument *a, argument *r) {
    r->i32 = stoner_image_plane(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_image_plane[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "name", .kind = CHAR, .role = TEXT},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_plane_unit(const argument *a, argument *r) {
    r->i32 = stoner_image_plane_unit(a[0].p, a[1].p, a[2].p, a[3].p, a[4].i64, a[5].p);
}
static const parameter parameters_image_plane_unit[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "name", .kind = CHAR, .role = TEXT},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_image_set_plane(const argument *a, argument *r) {
    r->i32 = stoner_image_set_plane(a[0].p, a[1].p, a[2].p, a[3].p, a[4].p);
}
static const parameter parameters_image_set_plane[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "name", .kind = CHAR, .role = TEXT},
    {.name = "plane", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "unit", .kind = CHAR, .role = TEXT, .optional = 1},
};

static void call_image_remove_plane(const argument *a, argument *r) {
    r->i32 = stoner_image_remove_plane(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_remove_plane[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "name", .kind = CHAR, .role = TEXT},
};

static void call_image_map(const argument *a, argument *r) {
    r->i32 = stoner_image_map(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_image_map[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "origin", .kind = F64, .role = RESULT, .room = 2},
    {.name = "step", .kind = F64, .role = RESULT, .room = 4},
};

static void call_image_map_name(const argument *a, argument *r) {
    r->i32 = stoner_image_map_name(a[0].p, a[1].p, a[2].i32, a[3].p, a[4].i64, a[5].p);
}
static const parameter parameters_image_map_name[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "coordinate", .kind = I32, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_image_map_unit(const argument *a, argument *r) {
    r->i32 = stoner_image_map_unit(a[0].p, a[1].p, a[2].i32, a[3].p, a[4].i64, a[5].p);
}
static const parameter parameters_image_map_unit[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "coordinate", .kind = I32, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_image_set_map(const argument *a, argument *r) {
    r->i32 = stoner_image_set_map(a[0].p, a[1].p, a[2].p, a[3].p, a[4].p, a[5].p, a[6].p, a[7].p);
}
static const parameter parameters_image_set_map[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "origin", .kind = F64, .role = NUMBERS, .room = 2},
    {.name = "step", .kind = F64, .role = NUMBERS, .room = 4, .optional = 1},
    {.name = "name_x", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "name_y", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "unit_x", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "unit_y", .kind = CHAR, .role = TEXT, .optional = 1},
};

static void call_image_pixel_size(const argument *a, argument *r) {
    r->i32 = stoner_image_pixel_size(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_image_pixel_size[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "width", .kind = F64, .role = RESULT, .room = 1},
    {.name = "height", .kind = F64, .role = RESULT, .room = 1},
};

static void call_image_position(const argument *a, argument *r) {
    r->i32 = stoner_image_position(a[0].p, a[1].p, a[2].f64, a[3].f64, a[4].p, a[5].p);
}
static const parameter parameters_image_position[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "column", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "row", .kind = F64, .role = NUMBER, .needed = 1},
    {.name = "x", .kind = F64, .role = RESULT, .room = 1},
    {.name = "y", .kind = F64, .role = RESULT, .room = 1},
};

static void call_quantity_name(const argument *a, argument *r) {
    r->i32 = stoner_quantity_name(a[0].p, a[1].i32, a[2].p, a[3].i64, a[4].p);
}
static const parameter parameters_quantity_name[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "quantity", .kind = I32, .role = NUMBER, .optional = 1, .needed = 1, .words = words_quantity},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_quantity_unit(const argument *a, argument *r) {
    r->i32 = stoner_quantity_unit(a[0].p, a[1].i32, a[2].p, a[3].i64, a[4].p);
}
static const parameter parameters_quantity_unit[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "quantity", .kind = I32, .role = NUMBER, .optional = 1, .needed = 1, .words = words_quantity},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_image_quantity(const argument *a, argument *r) {
    r->i32 = stoner_image_quantity(a[0].p, a[1].p, a[2].i32, a[3].p, a[4].i64, a[5].p);
}
static const parameter parameters_image_quantity[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "quantity", .kind = I32, .role = NUMBER, .optional = 1, .needed = 1, .words = words_quantity},
    {.name = "buffer", .kind = F64, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_image_frame_axis_key(const argument *a, argument *r) {
    r->i32 = stoner_image_frame_axis_key(a[0].p, a[1].p, a[2].p, a[3].i64, a[4].p);
}
static const parameter parameters_image_frame_axis_key[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_image_frame_axis_name(const argument *a, argument *r) {
    r->i32 = stoner_image_frame_axis_name(a[0].p, a[1].p, a[2].p, a[3].i64, a[4].p);
}
static const parameter parameters_image_frame_axis_name[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_image_frame_axis_unit(const argument *a, argument *r) {
    r->i32 = stoner_image_frame_axis_unit(a[0].p, a[1].p, a[2].p, a[3].i64, a[4].p);
}
static const parameter parameters_image_frame_axis_unit[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_image_frame_axis_values(const argument *a, argument *r) {
    r->i32 = stoner_image_frame_axis_values(a[0].p, a[1].p, a[2].p, a[3].i64, a[4].p);
}
static const parameter parameters_image_frame_axis_values[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "buffer", .kind = F64, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_image_set_frame_axis(const argument *a, argument *r) {
    r->i32 = stoner_image_set_frame_axis(a[0].p, a[1].p, a[2].p, a[3].p, a[4].p, a[5].i64);
}
static const parameter parameters_image_set_frame_axis[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "name", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "unit", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "values", .kind = F64, .role = NUMBERS, .count = 5, .optional = 1},
    {.name = "n_values", .kind = I64, .role = SIZE},
};

static void call_image_itemsize(const argument *a, argument *r) {
    r->i32 = stoner_image_itemsize(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_itemsize[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "itemsize", .kind = I64, .role = RESULT, .room = 1},
};

static void call_image_nbytes(const argument *a, argument *r) {
    r->i32 = stoner_image_nbytes(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_nbytes[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "nbytes", .kind = I64, .role = RESULT, .room = 1},
};

static void call_image_strides(const argument *a, argument *r) {
    r->i32 = stoner_image_strides(a[0].p, a[1].p, a[2].p, a[3].i64, a[4].p);
}
static const parameter parameters_image_strides[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "strides", .kind = I64, .role = BUFFER, .meaning = STRIDES},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "ndim", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_image_iscontiguous(const argument *a, argument *r) {
    r->i32 = stoner_image_iscontiguous(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_iscontiguous[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "contiguous", .kind = I32, .role = RESULT, .room = 1},
};

static void call_image_reshape(const argument *a, argument *r) {
    r->i32 = stoner_image_reshape(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].i32, a[5].p);
}
static const parameter parameters_image_reshape[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "shape", .kind = I64, .role = NUMBERS, .count = 3, .optional = 1, .meaning = SHAPE},
    {.name = "n_shape", .kind = I32, .role = SIZE},
    {.name = "order", .kind = I32, .role = NUMBER, .words = words_order, .preset = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_transpose_axes(const argument *a, argument *r) {
    r->i32 = stoner_image_transpose_axes(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].p);
}
static const parameter parameters_image_transpose_axes[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dim", .kind = I32, .in_c = "axes", .role = NUMBERS, .count = 3, .optional = 1, .meaning = PERMUTATION},
    {.name = "n_axes", .kind = I32, .role = SIZE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_swapaxes(const argument *a, argument *r) {
    r->i32 = stoner_image_swapaxes(a[0].p, a[1].p, a[2].i32, a[3].i32, a[4].p);
}
static const parameter parameters_image_swapaxes[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dim1", .kind = I32, .in_c = "axis1", .role = NUMBER, .needed = 1, .meaning = AXIS},
    {.name = "dim2", .kind = I32, .in_c = "axis2", .role = NUMBER, .needed = 1, .meaning = AXIS},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_squeeze(const argument *a, argument *r) {
    r->i32 = stoner_image_squeeze(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].p);
}
static const parameter parameters_image_squeeze[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dim", .kind = I32, .in_c = "axes", .keyword = "axis", .role = NUMBERS, .count = 3, .optional = 1, .meaning = AXIS},
    {.name = "n_axes", .kind = I32, .role = SIZE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_ravel(const argument *a, argument *r) {
    r->i32 = stoner_image_ravel(a[0].p, a[1].p, a[2].i32, a[3].p);
}
static const parameter parameters_image_ravel[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "order", .kind = I32, .role = NUMBER, .words = words_order, .preset = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_flatten(const argument *a, argument *r) {
    r->i32 = stoner_image_flatten(a[0].p, a[1].p, a[2].i32, a[3].p);
}
static const parameter parameters_image_flatten[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "order", .kind = I32, .role = NUMBER, .words = words_order, .preset = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_resize(const argument *a, argument *r) {
    r->i32 = stoner_image_resize(a[0].p, a[1].p, a[2].p, a[3].i32);
}
static const parameter parameters_image_resize[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "shape", .kind = I64, .role = NUMBERS, .count = 3, .meaning = SHAPE},
    {.name = "n_shape", .kind = I32, .role = SIZE},
};

static void call_image_astype(const argument *a, argument *r) {
    r->i32 = stoner_image_astype(a[0].p, a[1].p, a[2].i32, a[3].i32, a[4].i32, a[5].p);
}
static const parameter parameters_image_astype[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dtype", .kind = I32, .role = NUMBER, .needed = 1, .words = words_dtype},
    {.name = "order", .kind = I32, .role = NUMBER, .words = words_order, .preset = 4},
    {.name = "casting", .kind = I32, .role = NUMBER, .words = words_casting, .preset = 5},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_view(const argument *a, argument *r) {
    r->i32 = stoner_image_view(a[0].p, a[1].p, a[2].i32, a[3].p);
}
static const parameter parameters_image_view[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dtype", .kind = I32, .role = NUMBER, .needed = 1, .words = words_dtype},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_byteswap(const argument *a, argument *r) {
    r->i32 = stoner_image_byteswap(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_byteswap[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_newbyteorder(const argument *a, argument *r) {
    r->i32 = stoner_image_newbyteorder(a[0].p, a[1].p, a[2].i32, a[3].p);
}
static const parameter parameters_image_newbyteorder[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "new_order", .kind = I32, .in_c = "byte_order", .role = NUMBER, .words = words_byte_order},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_getfield(const argument *a, argument *r) {
    r->i32 = stoner_image_getfield(a[0].p, a[1].p, a[2].i32, a[3].i64, a[4].p);
}
static const parameter parameters_image_getfield[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dtype", .kind = I32, .role = NUMBER, .needed = 1, .words = words_dtype},
    {.name = "offset", .kind = I64, .role = NUMBER},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_setfield(const argument *a, argument *r) {
    r->i32 = stoner_image_setfield(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].i64);
}
static const parameter parameters_image_setfield[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "val", .kind = OBJECT, .in_c = "values", .role = HANDLE, .object = A_IMAGE},
    {.name = "dtype", .kind = I32, .role = NUMBER, .needed = 1, .words = words_dtype},
    {.name = "offset", .kind = I64, .role = NUMBER},
};

static void call_image_flags(const argument *a, argument *r) {
    r->i32 = stoner_image_flags(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_flags[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "flags", .kind = I32, .role = RESULT, .room = 1},
};

static void call_image_ids(const argument *a, argument *r) {
    r->i32 = stoner_image_ids(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_ids[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "ids", .kind = I64, .role = RESULT, .room = 2},
};

static void call_image_harden_mask(const argument *a, argument *r) {
    r->i32 = stoner_image_harden_mask(a[0].p, a[1].p);
}
static const parameter parameters_image_harden_mask[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
};

static void call_image_soften_mask(const argument *a, argument *r) {
    r->i32 = stoner_image_soften_mask(a[0].p, a[1].p);
}
static const parameter parameters_image_soften_mask[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
};

static void call_image_hardmask(const argument *a, argument *r) {
    r->i32 = stoner_image_hardmask(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_hardmask[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "hard", .kind = I32, .role = RESULT, .room = 1},
};

static void call_image_shrink_mask(const argument *a, argument *r) {
    r->i32 = stoner_image_shrink_mask(a[0].p, a[1].p);
}
static const parameter parameters_image_shrink_mask[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
};

static void call_image_fill_value_as(const argument *a, argument *r) {
    r->i32 = stoner_image_fill_value_as(a[0].p, a[1].p, a[2].i32, a[3].p);
}
static const parameter parameters_image_fill_value_as[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dtype", .kind = I32, .role = DTYPE_OF},
    {.name = "fill_value", .kind = BYTES, .role = RESULT, .meaning = OF_DTYPE, .room = 1, .count = 2},
};

static void call_image_set_fill_value_as(const argument *a, argument *r) {
    r->i32 = stoner_image_set_fill_value_as(a[0].p, a[1].p, a[2].i32, a[3].p);
}
static const parameter parameters_image_set_fill_value_as[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dtype", .kind = I32, .role = DTYPE_OF},
    {.name = "fill_value", .kind = BYTES, .role = SCALAR, .count = 2, .optional = 1},
};

static void call_image_filled_as(const argument *a, argument *r) {
    r->i32 = stoner_image_filled_as(a[0].p, a[1].p, a[2].i32, a[3].p, a[4].p);
}
static const parameter parameters_image_filled_as[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dtype", .kind = I32, .role = DTYPE_OF},
    {.name = "fill_value", .kind = BYTES, .role = SCALAR, .count = 2, .optional = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_compressed(const argument *a, argument *r) {
    r->i32 = stoner_image_compressed(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_compressed[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_toflex(const argument *a, argument *r) {
    r->i32 = stoner_image_toflex(a[0].p, a[1].p, a[2].p, a[3].i64, a[4].p);
}
static const parameter parameters_image_toflex[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "buffer", .kind = U8, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_image_torecords(const argument *a, argument *r) {
    r->i32 = stoner_image_torecords(a[0].p, a[1].p, a[2].p, a[3].i64, a[4].p);
}
static const parameter parameters_image_torecords[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "buffer", .kind = U8, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_image_item_as(const argument *a, argument *r) {
    r->i32 = stoner_image_item_as(a[0].p, a[1].p, a[2].p, a[3].i64, a[4].i32, a[5].p, a[6].p);
}
static const parameter parameters_image_item_as[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "index", .kind = I64, .role = NUMBERS, .count = 3, .optional = 1, .meaning = PLACE},
    {.name = "n_index", .kind = I64, .role = SIZE},
    {.name = "dtype", .kind = I32, .role = DTYPE_OF},
    {.name = "value", .kind = BYTES, .role = RESULT, .meaning = OF_DTYPE, .room = 1, .count = 4},
    {.name = "masked", .kind = I32, .role = RESULT, .room = 1, .optional = 1},
};

static void call_image_itemset_as(const argument *a, argument *r) {
    r->i32 = stoner_image_itemset_as(a[0].p, a[1].p, a[2].p, a[3].i64, a[4].i32, a[5].p);
}
static const parameter parameters_image_itemset_as[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "index", .kind = I64, .role = NUMBERS, .count = 3, .optional = 1, .meaning = PLACE},
    {.name = "n_index", .kind = I64, .role = SIZE},
    {.name = "dtype", .kind = I32, .role = DTYPE_OF},
    {.name = "value", .kind = BYTES, .role = SCALAR, .count = 4, .needed = 1},
};

static void call_image_fill_as(const argument *a, argument *r) {
    r->i32 = stoner_image_fill_as(a[0].p, a[1].p, a[2].i32, a[3].p);
}
static const parameter parameters_image_fill_as[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dtype", .kind = I32, .role = DTYPE_OF},
    {.name = "value", .kind = BYTES, .role = SCALAR, .count = 2, .needed = 1},
};

static void call_image_put(const argument *a, argument *r) {
    r->i32 = stoner_image_put(a[0].p, a[1].p, a[2].p, a[3].i64, a[4].p, a[5].i32);
}
static const parameter parameters_image_put[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "indices", .kind = I64, .role = NUMBERS, .count = 3, .meaning = LINEAR},
    {.name = "n_indices", .kind = I64, .role = SIZE},
    {.name = "values", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "mode", .kind = I32, .role = NUMBER, .words = words_index, .preset = 1},
};

static void call_image_take(const argument *a, argument *r) {
    r->i32 = stoner_image_take(a[0].p, a[1].p, a[2].p, a[3].i64, a[4].p, a[5].i32, a[6].p);
}
static const parameter parameters_image_take[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "indices", .kind = I64, .role = NUMBERS, .count = 3, .meaning = LINEAR},
    {.name = "n_indices", .kind = I64, .role = SIZE},
    {.name = "dim", .kind = I32, .in_c = "axis", .role = NUMBERS, .room = 1, .optional = 1, .meaning = AXIS},
    {.name = "mode", .kind = I32, .role = NUMBER, .words = words_index, .preset = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_choose(const argument *a, argument *r) {
    r->i32 = stoner_image_choose(a[0].p, a[1].p, a[2].p, a[3].i64, a[4].i32, a[5].p);
}
static const parameter parameters_image_choose[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "choices", .kind = OBJECT, .role = HANDLES, .object = A_IMAGE, .count = 3},
    {.name = "n_choices", .kind = I64, .role = SIZE},
    {.name = "mode", .kind = I32, .role = NUMBER, .words = words_index, .preset = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_compress(const argument *a, argument *r) {
    r->i32 = stoner_image_compress(a[0].p, a[1].p, a[2].p, a[3].i64, a[4].p, a[5].p);
}
static const parameter parameters_image_compress[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "condition", .kind = U8, .role = NUMBERS, .count = 3},
    {.name = "n_condition", .kind = I64, .role = SIZE},
    {.name = "dim", .kind = I32, .in_c = "axis", .role = NUMBERS, .room = 1, .optional = 1, .meaning = AXIS},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_repeat(const argument *a, argument *r) {
    r->i32 = stoner_image_repeat(a[0].p, a[1].p, a[2].p, a[3].i64, a[4].p, a[5].p);
}
static const parameter parameters_image_repeat[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "repeats", .kind = I64, .role = NUMBERS, .count = 3},
    {.name = "n_repeats", .kind = I64, .role = SIZE},
    {.name = "dim", .kind = I32, .in_c = "axis", .role = NUMBERS, .room = 1, .optional = 1, .meaning = AXIS},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_diagonal(const argument *a, argument *r) {
    r->i32 = stoner_image_diagonal(a[0].p, a[1].p, a[2].i64, a[3].i32, a[4].i32, a[5].p);
}
static const parameter parameters_image_diagonal[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "offset", .kind = I64, .role = NUMBER},
    {.name = "dim1", .kind = I32, .in_c = "axis1", .role = NUMBER, .meaning = AXIS},
    {.name = "dim2", .kind = I32, .in_c = "axis2", .role = NUMBER, .meaning = AXIS, .preset = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_nonzero(const argument *a, argument *r) {
    r->i32 = stoner_image_nonzero(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_nonzero[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_clip_as(const argument *a, argument *r) {
    r->i32 = stoner_image_clip_as(a[0].p, a[1].p, a[2].i32, a[3].p, a[4].i32, a[5].p, a[6].p);
}
static const parameter parameters_image_clip_as[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "min_dtype", .kind = I32, .role = DTYPE_OF},
    {.name = "min", .kind = BYTES, .role = SCALAR, .count = 2, .optional = 1},
    {.name = "max_dtype", .kind = I32, .role = DTYPE_OF},
    {.name = "max", .kind = BYTES, .role = SCALAR, .count = 4, .optional = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_clip_images(const argument *a, argument *r) {
    r->i32 = stoner_image_clip_images(a[0].p, a[1].p, a[2].p, a[3].p, a[4].p);
}
static const parameter parameters_image_clip_images[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "min", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE, .optional = 1},
    {.name = "max", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE, .optional = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_round(const argument *a, argument *r) {
    r->i32 = stoner_image_round(a[0].p, a[1].p, a[2].i32, a[3].p);
}
static const parameter parameters_image_round[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "decimals", .kind = I32, .role = NUMBER},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_real(const argument *a, argument *r) {
    r->i32 = stoner_image_real(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_real[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_get_real(const argument *a, argument *r) {
    r->i32 = stoner_image_get_real(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_get_real[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_imag(const argument *a, argument *r) {
    r->i32 = stoner_image_imag(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_imag[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_get_imag(const argument *a, argument *r) {
    r->i32 = stoner_image_get_imag(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_get_imag[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_conj(const argument *a, argument *r) {
    r->i32 = stoner_image_conj(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_conj[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_conjugate(const argument *a, argument *r) {
    r->i32 = stoner_image_conjugate(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_conjugate[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_all(const argument *a, argument *r) {
    r->i32 = stoner_image_all(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].i32, a[5].p);
}
static const parameter parameters_image_all[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dim", .kind = I32, .in_c = "axes", .keyword = "axis", .role = NUMBERS, .count = 3, .optional = 1, .meaning = AXIS},
    {.name = "n_axes", .kind = I32, .role = SIZE},
    {.name = "keepdims", .kind = I32, .role = NUMBER, .meaning = KEEPDIMS},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_all_value(const argument *a, argument *r) {
    r->i32 = stoner_image_all_value(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_image_all_value[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "value", .kind = F64, .role = RESULT, .room = 1},
    {.name = "masked", .kind = I32, .role = RESULT, .room = 1, .optional = 1},
};

static void call_image_any(const argument *a, argument *r) {
    r->i32 = stoner_image_any(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].i32, a[5].p);
}
static const parameter parameters_image_any[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dim", .kind = I32, .in_c = "axes", .keyword = "axis", .role = NUMBERS, .count = 3, .optional = 1, .meaning = AXIS},
    {.name = "n_axes", .kind = I32, .role = SIZE},
    {.name = "keepdims", .kind = I32, .role = NUMBER, .meaning = KEEPDIMS},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_any_value(const argument *a, argument *r) {
    r->i32 = stoner_image_any_value(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_image_any_value[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "value", .kind = F64, .role = RESULT, .room = 1},
    {.name = "masked", .kind = I32, .role = RESULT, .room = 1, .optional = 1},
};

static void call_image_sum(const argument *a, argument *r) {
    r->i32 = stoner_image_sum(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].i32, a[5].i32, a[6].p);
}
static const parameter parameters_image_sum[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dim", .kind = I32, .in_c = "axes", .keyword = "axis", .role = NUMBERS, .count = 3, .optional = 1, .meaning = AXIS},
    {.name = "n_axes", .kind = I32, .role = SIZE},
    {.name = "dtype", .kind = I32, .role = NUMBER, .words = words_dtype},
    {.name = "keepdims", .kind = I32, .role = NUMBER, .meaning = KEEPDIMS},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_sum_value(const argument *a, argument *r) {
    r->i32 = stoner_image_sum_value(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_image_sum_value[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "value", .kind = F64, .role = RESULT, .room = 1},
    {.name = "masked", .kind = I32, .role = RESULT, .room = 1, .optional = 1},
};

static void call_image_prod(const argument *a, argument *r) {
    r->i32 = stoner_image_prod(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].i32, a[5].i32, a[6].p);
}
static const parameter parameters_image_prod[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dim", .kind = I32, .in_c = "axes", .keyword = "axis", .role = NUMBERS, .count = 3, .optional = 1, .meaning = AXIS},
    {.name = "n_axes", .kind = I32, .role = SIZE},
    {.name = "dtype", .kind = I32, .role = NUMBER, .words = words_dtype},
    {.name = "keepdims", .kind = I32, .role = NUMBER, .meaning = KEEPDIMS},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_prod_value(const argument *a, argument *r) {
    r->i32 = stoner_image_prod_value(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_image_prod_value[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "value", .kind = F64, .role = RESULT, .room = 1},
    {.name = "masked", .kind = I32, .role = RESULT, .room = 1, .optional = 1},
};

static void call_image_product(const argument *a, argument *r) {
    r->i32 = stoner_image_product(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].i32, a[5].i32, a[6].p);
}
static const parameter parameters_image_product[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dim", .kind = I32, .in_c = "axes", .keyword = "axis", .role = NUMBERS, .count = 3, .optional = 1, .meaning = AXIS},
    {.name = "n_axes", .kind = I32, .role = SIZE},
    {.name = "dtype", .kind = I32, .role = NUMBER, .words = words_dtype},
    {.name = "keepdims", .kind = I32, .role = NUMBER, .meaning = KEEPDIMS},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_product_value(const argument *a, argument *r) {
    r->i32 = stoner_image_product_value(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_image_product_value[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "value", .kind = F64, .role = RESULT, .room = 1},
    {.name = "masked", .kind = I32, .role = RESULT, .room = 1, .optional = 1},
};

static void call_image_count(const argument *a, argument *r) {
    r->i32 = stoner_image_count(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].i32, a[5].p);
}
static const parameter parameters_image_count[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dim", .kind = I32, .in_c = "axes", .keyword = "axis", .role = NUMBERS, .count = 3, .optional = 1, .meaning = AXIS},
    {.name = "n_axes", .kind = I32, .role = SIZE},
    {.name = "keepdims", .kind = I32, .role = NUMBER, .meaning = KEEPDIMS},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_count_value(const argument *a, argument *r) {
    r->i32 = stoner_image_count_value(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_count_value[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "n", .kind = I64, .role = RESULT, .room = 1},
};

static void call_image_mean(const argument *a, argument *r) {
    r->i32 = stoner_image_mean(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].i32, a[5].i32, a[6].p);
}
static const parameter parameters_image_mean[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dim", .kind = I32, .in_c = "axes", .keyword = "axis", .role = NUMBERS, .count = 3, .optional = 1, .meaning = AXIS},
    {.name = "n_axes", .kind = I32, .role = SIZE},
    {.name = "dtype", .kind = I32, .role = NUMBER, .words = words_dtype},
    {.name = "keepdims", .kind = I32, .role = NUMBER, .meaning = KEEPDIMS},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_mean_value(const argument *a, argument *r) {
    r->i32 = stoner_image_mean_value(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_image_mean_value[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "value", .kind = F64, .role = RESULT, .room = 1},
    {.name = "masked", .kind = I32, .role = RESULT, .room = 1, .optional = 1},
};

static void call_image_var(const argument *a, argument *r) {
    r->i32 = stoner_image_var(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].i32, a[5].i64, a[6].i32, a[7].p);
}
static const parameter parameters_image_var[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dim", .kind = I32, .in_c = "axes", .keyword = "axis", .role = NUMBERS, .count = 3, .optional = 1, .meaning = AXIS},
    {.name = "n_axes", .kind = I32, .role = SIZE},
    {.name = "dtype", .kind = I32, .role = NUMBER, .words = words_dtype},
    {.name = "ddof", .kind = I64, .role = NUMBER},
    {.name = "keepdims", .kind = I32, .role = NUMBER, .meaning = KEEPDIMS},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_var_value(const argument *a, argument *r) {
    r->i32 = stoner_image_var_value(a[0].p, a[1].p, a[2].i64, a[3].p, a[4].p);
}
static const parameter parameters_image_var_value[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "ddof", .kind = I64, .role = NUMBER},
    {.name = "value", .kind = F64, .role = RESULT, .room = 1},
    {.name = "masked", .kind = I32, .role = RESULT, .room = 1, .optional = 1},
};

static void call_image_std(const argument *a, argument *r) {
    r->i32 = stoner_image_std(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].i32, a[5].i64, a[6].i32, a[7].p);
}
static const parameter parameters_image_std[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dim", .kind = I32, .in_c = "axes", .keyword = "axis", .role = NUMBERS, .count = 3, .optional = 1, .meaning = AXIS},
    {.name = "n_axes", .kind = I32, .role = SIZE},
    {.name = "dtype", .kind = I32, .role = NUMBER, .words = words_dtype},
    {.name = "ddof", .kind = I64, .role = NUMBER},
    {.name = "keepdims", .kind = I32, .role = NUMBER, .meaning = KEEPDIMS},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_std_value(const argument *a, argument *r) {
    r->i32 = stoner_image_std_value(a[0].p, a[1].p, a[2].i64, a[3].p, a[4].p);
}
static const parameter parameters_image_std_value[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "ddof", .kind = I64, .role = NUMBER},
    {.name = "value", .kind = F64, .role = RESULT, .room = 1},
    {.name = "masked", .kind = I32, .role = RESULT, .room = 1, .optional = 1},
};

static void call_image_anom(const argument *a, argument *r) {
    r->i32 = stoner_image_anom(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].i32, a[5].p);
}
static const parameter parameters_image_anom[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dim", .kind = I32, .in_c = "axes", .keyword = "axis", .role = NUMBERS, .count = 3, .optional = 1, .meaning = AXIS},
    {.name = "n_axes", .kind = I32, .role = SIZE},
    {.name = "dtype", .kind = I32, .role = NUMBER, .words = words_dtype},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_min(const argument *a, argument *r) {
    r->i32 = stoner_image_min(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].i32, a[5].f64, a[6].i32, a[7].p);
}
static const parameter parameters_image_min[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dim", .kind = I32, .in_c = "axes", .keyword = "axis", .role = NUMBERS, .count = 3, .optional = 1, .meaning = AXIS},
    {.name = "n_axes", .kind = I32, .role = SIZE},
    {.name = "fill_mode", .kind = I32, .role = NUMBER, .words = words_fill, .meaning = VALUE_MODE, .count = 5},
    {.name = "fill_value", .kind = F64, .role = NUMBER},
    {.name = "keepdims", .kind = I32, .role = NUMBER, .meaning = KEEPDIMS},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_min_value(const argument *a, argument *r) {
    r->i32 = stoner_image_min_value(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_image_min_value[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "value", .kind = F64, .role = RESULT, .room = 1},
    {.name = "masked", .kind = I32, .role = RESULT, .room = 1, .optional = 1},
};

static void call_image_max(const argument *a, argument *r) {
    r->i32 = stoner_image_max(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].i32, a[5].f64, a[6].i32, a[7].p);
}
static const parameter parameters_image_max[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dim", .kind = I32, .in_c = "axes", .keyword = "axis", .role = NUMBERS, .count = 3, .optional = 1, .meaning = AXIS},
    {.name = "n_axes", .kind = I32, .role = SIZE},
    {.name = "fill_mode", .kind = I32, .role = NUMBER, .words = words_fill, .meaning = VALUE_MODE, .count = 5},
    {.name = "fill_value", .kind = F64, .role = NUMBER},
    {.name = "keepdims", .kind = I32, .role = NUMBER, .meaning = KEEPDIMS},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_max_value(const argument *a, argument *r) {
    r->i32 = stoner_image_max_value(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_image_max_value[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "value", .kind = F64, .role = RESULT, .room = 1},
    {.name = "masked", .kind = I32, .role = RESULT, .room = 1, .optional = 1},
};

static void call_image_mini(const argument *a, argument *r) {
    r->i32 = stoner_image_mini(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_image_mini[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dim", .kind = I32, .in_c = "axis", .role = NUMBERS, .room = 1, .optional = 1, .meaning = AXIS},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_ptp(const argument *a, argument *r) {
    r->i32 = stoner_image_ptp(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].i32, a[5].f64, a[6].i32, a[7].p);
}
static const parameter parameters_image_ptp[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dim", .kind = I32, .in_c = "axes", .keyword = "axis", .role = NUMBERS, .count = 3, .optional = 1, .meaning = AXIS},
    {.name = "n_axes", .kind = I32, .role = SIZE},
    {.name = "fill_mode", .kind = I32, .role = NUMBER, .words = words_fill, .meaning = VALUE_MODE, .count = 5},
    {.name = "fill_value", .kind = F64, .role = NUMBER},
    {.name = "keepdims", .kind = I32, .role = NUMBER, .meaning = KEEPDIMS},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_ptp_value(const argument *a, argument *r) {
    r->i32 = stoner_image_ptp_value(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_image_ptp_value[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "value", .kind = F64, .role = RESULT, .room = 1},
    {.name = "masked", .kind = I32, .role = RESULT, .room = 1, .optional = 1},
};

static void call_image_argmin(const argument *a, argument *r) {
    r->i32 = stoner_image_argmin(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].f64, a[5].i32, a[6].p);
}
static const parameter parameters_image_argmin[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dim", .kind = I32, .in_c = "axis", .role = NUMBERS, .room = 1, .optional = 1, .meaning = AXIS},
    {.name = "fill_mode", .kind = I32, .role = NUMBER, .words = words_fill, .meaning = VALUE_MODE, .count = 4},
    {.name = "fill_value", .kind = F64, .role = NUMBER},
    {.name = "keepdims", .kind = I32, .role = NUMBER, .meaning = KEEPDIMS},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_argmin_value(const argument *a, argument *r) {
    r->i32 = stoner_image_argmin_value(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_argmin_value[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "index", .kind = I64, .role = RESULT, .room = 1, .meaning = LINEAR},
};

static void call_image_argmax(const argument *a, argument *r) {
    r->i32 = stoner_image_argmax(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].f64, a[5].i32, a[6].p);
}
static const parameter parameters_image_argmax[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dim", .kind = I32, .in_c = "axis", .role = NUMBERS, .room = 1, .optional = 1, .meaning = AXIS},
    {.name = "fill_mode", .kind = I32, .role = NUMBER, .words = words_fill, .meaning = VALUE_MODE, .count = 4},
    {.name = "fill_value", .kind = F64, .role = NUMBER},
    {.name = "keepdims", .kind = I32, .role = NUMBER, .meaning = KEEPDIMS},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_argmax_value(const argument *a, argument *r) {
    r->i32 = stoner_image_argmax_value(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_argmax_value[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "index", .kind = I64, .role = RESULT, .room = 1, .meaning = LINEAR},
};

static void call_image_cumsum(const argument *a, argument *r) {
    r->i32 = stoner_image_cumsum(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].p);
}
static const parameter parameters_image_cumsum[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dim", .kind = I32, .in_c = "axis", .role = NUMBERS, .room = 1, .optional = 1, .meaning = AXIS},
    {.name = "dtype", .kind = I32, .role = NUMBER, .words = words_dtype},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_cumprod(const argument *a, argument *r) {
    r->i32 = stoner_image_cumprod(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].p);
}
static const parameter parameters_image_cumprod[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dim", .kind = I32, .in_c = "axis", .role = NUMBERS, .room = 1, .optional = 1, .meaning = AXIS},
    {.name = "dtype", .kind = I32, .role = NUMBER, .words = words_dtype},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_dot(const argument *a, argument *r) {
    r->i32 = stoner_image_dot(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].p);
}
static const parameter parameters_image_dot[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "b", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "strict", .kind = I32, .role = NUMBER},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_trace(const argument *a, argument *r) {
    r->i32 = stoner_image_trace(a[0].p, a[1].p, a[2].i64, a[3].i32, a[4].i32, a[5].i32, a[6].p);
}
static const parameter parameters_image_trace[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "offset", .kind = I64, .role = NUMBER},
    {.name = "dim1", .kind = I32, .in_c = "axis1", .role = NUMBER, .meaning = AXIS},
    {.name = "dim2", .kind = I32, .in_c = "axis2", .role = NUMBER, .meaning = AXIS, .preset = 1},
    {.name = "dtype", .kind = I32, .role = NUMBER, .words = words_dtype},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_trace_value(const argument *a, argument *r) {
    r->i32 = stoner_image_trace_value(a[0].p, a[1].p, a[2].i64, a[3].p);
}
static const parameter parameters_image_trace_value[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "offset", .kind = I64, .role = NUMBER},
    {.name = "value", .kind = F64, .role = RESULT, .room = 1},
};

static void call_image_sort(const argument *a, argument *r) {
    r->i32 = stoner_image_sort(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].i32, a[5].f64, a[6].p);
}
static const parameter parameters_image_sort[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dim", .kind = I32, .in_c = "axis", .role = NUMBERS, .room = 1, .optional = 1, .meaning = AXIS, .preset = -1, .has_preset = 1},
    {.name = "endwith", .kind = I32, .role = NUMBER, .preset = 1},
    {.name = "fill_mode", .kind = I32, .role = NUMBER, .words = words_fill, .meaning = VALUE_MODE, .count = 5},
    {.name = "fill_value", .kind = F64, .role = NUMBER},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_argsort(const argument *a, argument *r) {
    r->i32 = stoner_image_argsort(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].i32, a[5].f64, a[6].p);
}
static const parameter parameters_image_argsort[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "dim", .kind = I32, .in_c = "axis", .role = NUMBERS, .room = 1, .optional = 1, .meaning = AXIS, .preset = -1, .has_preset = 1},
    {.name = "endwith", .kind = I32, .role = NUMBER, .preset = 1},
    {.name = "fill_mode", .kind = I32, .role = NUMBER, .words = words_fill, .meaning = VALUE_MODE, .count = 5},
    {.name = "fill_value", .kind = F64, .role = NUMBER},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_partition(const argument *a, argument *r) {
    r->i32 = stoner_image_partition(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].p, a[5].i32, a[6].i32, a[7].f64, a[8].p);
}
static const parameter parameters_image_partition[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "kth", .kind = I64, .role = NUMBERS, .count = 3, .meaning = INDEX},
    {.name = "n_kth", .kind = I32, .role = SIZE},
    {.name = "dim", .kind = I32, .in_c = "axis", .role = NUMBERS, .room = 1, .optional = 1, .meaning = AXIS, .preset = -1, .has_preset = 1},
    {.name = "endwith", .kind = I32, .role = NUMBER, .preset = 1},
    {.name = "fill_mode", .kind = I32, .role = NUMBER, .words = words_fill, .meaning = VALUE_MODE, .count = 7},
    {.name = "fill_value", .kind = F64, .role = NUMBER},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_argpartition(const argument *a, argument *r) {
    r->i32 = stoner_image_argpartition(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].p, a[5].i32, a[6].i32, a[7].f64, a[8].p);
}
static const parameter parameters_image_argpartition[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "kth", .kind = I64, .role = NUMBERS, .count = 3, .meaning = INDEX},
    {.name = "n_kth", .kind = I32, .role = SIZE},
    {.name = "dim", .kind = I32, .in_c = "axis", .role = NUMBERS, .room = 1, .optional = 1, .meaning = AXIS, .preset = -1, .has_preset = 1},
    {.name = "endwith", .kind = I32, .role = NUMBER, .preset = 1},
    {.name = "fill_mode", .kind = I32, .role = NUMBER, .words = words_fill, .meaning = VALUE_MODE, .count = 7},
    {.name = "fill_value", .kind = F64, .role = NUMBER},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_searchsorted(const argument *a, argument *r) {
    r->i32 = stoner_image_searchsorted(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].p, a[5].p);
}
static const parameter parameters_image_searchsorted[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "v", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "side", .kind = I32, .role = NUMBER, .words = words_side},
    {.name = "sorter", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE, .optional = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_percentile(const argument *a, argument *r) {
    r->i32 = stoner_image_percentile(a[0].p, a[1].p, a[2].p, a[3].i32, a[4].p);
}
static const parameter parameters_image_percentile[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "q", .kind = F64, .role = NUMBERS, .count = 3},
    {.name = "n_q", .kind = I32, .role = SIZE},
    {.name = "values", .kind = F64, .role = RESULT, .count = 3},
};

static void call_image_tobytes(const argument *a, argument *r) {
    r->i32 = stoner_image_tobytes(a[0].p, a[1].p, a[2].i32, a[3].f64, a[4].i32, a[5].p, a[6].i64, a[7].p);
}
static const parameter parameters_image_tobytes[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "fill_mode", .kind = I32, .role = NUMBER, .words = words_fill, .meaning = VALUE_MODE, .count = 3},
    {.name = "fill_value", .kind = F64, .role = NUMBER},
    {.name = "order", .kind = I32, .role = NUMBER, .words = words_order, .preset = 1},
    {.name = "buffer", .kind = U8, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_image_tostring(const argument *a, argument *r) {
    r->i32 = stoner_image_tostring(a[0].p, a[1].p, a[2].i32, a[3].f64, a[4].i32, a[5].p, a[6].i64, a[7].p);
}
static const parameter parameters_image_tostring[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "fill_mode", .kind = I32, .role = NUMBER, .words = words_fill, .meaning = VALUE_MODE, .count = 3},
    {.name = "fill_value", .kind = F64, .role = NUMBER},
    {.name = "order", .kind = I32, .role = NUMBER, .words = words_order, .preset = 1},
    {.name = "buffer", .kind = U8, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_image_tofile(const argument *a, argument *r) {
    r->i32 = stoner_image_tofile(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_tofile[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "path", .kind = CHAR, .role = TEXT},
};

static void call_image_dumps(const argument *a, argument *r) {
    r->i32 = stoner_image_dumps(a[0].p, a[1].p, a[2].p, a[3].i64, a[4].p);
}
static const parameter parameters_image_dumps[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "buffer", .kind = U8, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_image_dump(const argument *a, argument *r) {
    r->i32 = stoner_image_dump(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_dump[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "path", .kind = CHAR, .role = TEXT},
};

static void call_loader_count(const argument *a, argument *r) {
    r->i32 = stoner_loader_count(a[0].p, a[1].p);
}
static const parameter parameters_loader_count[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "n", .kind = I32, .role = RESULT, .room = 1},
};

static void call_loader_name(const argument *a, argument *r) {
    r->i32 = stoner_loader_name(a[0].p, a[1].i32, a[2].p, a[3].i64, a[4].p);
}
static const parameter parameters_loader_name[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "index", .kind = I32, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_loader_priority(const argument *a, argument *r) {
    r->i32 = stoner_loader_priority(a[0].p, a[1].i32, a[2].p);
}
static const parameter parameters_loader_priority[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "index", .kind = I32, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "priority", .kind = I32, .role = RESULT, .room = 1},
};

static void call_loader_mime_type(const argument *a, argument *r) {
    r->i32 = stoner_loader_mime_type(a[0].p, a[1].i32, a[2].p, a[3].i64, a[4].p);
}
static const parameter parameters_loader_mime_type[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "index", .kind = I32, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_loader_patterns(const argument *a, argument *r) {
    r->i32 = stoner_loader_patterns(a[0].p, a[1].i32, a[2].p, a[3].i64, a[4].p);
}
static const parameter parameters_loader_patterns[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "index", .kind = I32, .role = NUMBER, .needed = 1, .meaning = INDEX},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_fmts(const argument *a, argument *r) {
    r->i32 = stoner_fmts(a[0].p, a[1].p, a[2].i64, a[3].p);
}
static const parameter parameters_fmts[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_context_set_debug(const argument *a, argument *r) {
    r->i32 = stoner_context_set_debug(a[0].p, a[1].i32);
}
static const parameter parameters_context_set_debug[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "debug", .kind = I32, .role = NUMBER, .needed = 1},
};

static void call_context_debug(const argument *a, argument *r) {
    r->i32 = stoner_context_debug(a[0].p, a[1].p);
}
static const parameter parameters_context_debug[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "debug", .kind = I32, .role = RESULT, .room = 1},
};

static void call_image_apply(const argument *a, argument *r) {
    r->i32 = stoner_image_apply(a[0].p, a[1].p, a[2].p, a[3].p, a[4].p);
}
static const parameter parameters_image_apply[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "operation", .kind = CHAR, .role = TEXT},
    {.name = "options", .kind = OBJECT, .role = HANDLE, .object = A_METADATA, .optional = 1},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_image_apply_all(const argument *a, argument *r) {
    r->i32 = stoner_image_apply_all(a[0].p, a[1].p, a[2].p, a[3].p);
}
static const parameter parameters_image_apply_all[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "steps", .kind = CHAR, .role = TEXT},
    {.name = "out", .kind = OBJECT, .role = NEW, .object = A_IMAGE},
};

static void call_get_filedialog(const argument *a, argument *r) {
    r->i32 = stoner_get_filedialog(a[0].p, a[1].i32, a[2].p, a[3].p, a[4].p, a[5].i64, a[6].p);
}
static const parameter parameters_get_filedialog[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "what", .kind = I32, .role = NUMBER, .words = words_dialog},
    {.name = "title", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "patterns", .kind = CHAR, .role = TEXT, .optional = 1},
    {.name = "buffer", .kind = CHAR, .role = BUFFER},
    {.name = "capacity", .kind = I64, .role = SIZE},
    {.name = "length", .kind = I64, .role = LENGTH, .room = 1, .optional = 1},
};

static void call_image_get_filename(const argument *a, argument *r) {
    r->i32 = stoner_image_get_filename(a[0].p, a[1].p, a[2].i32);
}
static const parameter parameters_image_get_filename[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "what", .kind = I32, .role = NUMBER, .words = words_dialog},
};

static void call_image_line_select(const argument *a, argument *r) {
    r->i32 = stoner_image_line_select(a[0].p, a[1].p, a[2].p);
}
static const parameter parameters_image_line_select[] = {
    {.name = "ctx", .kind = OBJECT, .role = CONTEXT, .object = A_CONTEXT},
    {.name = "image", .kind = OBJECT, .role = HANDLE, .object = A_IMAGE},
    {.name = "ends", .kind = F64, .role = RESULT, .room = 4},
};

static const function FUNCTIONS[] = {
    {"auto_fit_fontsize", "Library.auto_fit_fontsize", call_auto_fit_fontsize, parameters_auto_fit_fontsize, 8, RETURNS_STATUS, 0},
    {"cmap_colours", "Library.cmap_colours", call_cmap_colours, parameters_cmap_colours, 3, RETURNS_STATUS, 0},
    {"cmap_count", "Library.cmap_count", call_cmap_count, parameters_cmap_count, 2, RETURNS_STATUS, 0},
    {"cmap_name", "Library.cmap_name", call_cmap_name, parameters_cmap_name, 5, RETURNS_STATUS, 0},
    {"context_cancel", "Context.cancel", call_context_cancel, parameters_context_cancel, 1, RETURNS_STATUS, 0},
    {"context_clear_error", "Context.clear_error", call_context_clear_error, parameters_context_clear_error, 1, RETURNS_STATUS, 0},
    {"context_clear_warnings", "Context.clear_warnings", call_context_clear_warnings, parameters_context_clear_warnings, 1, RETURNS_STATUS, 0},
    {"context_debug", "Context.debug", call_context_debug, parameters_context_debug, 2, RETURNS_STATUS, 0},
    {"context_free", "Context.free", call_context_free, parameters_context_free, 1, RETURNS_STATUS, 0},
    {"context_is_cancelled", "Context.is_cancelled", call_context_is_cancelled, parameters_context_is_cancelled, 2, RETURNS_STATUS, 0},
    {"context_memory_limit", "Context.memory_limit", call_context_memory_limit, parameters_context_memory_limit, 2, RETURNS_STATUS, 0},
    {"context_new", "Context.new", call_context_new, parameters_context_new, 2, RETURNS_STATUS, 0},
    {"context_progress", "Context.progress", call_context_progress, parameters_context_progress, 2, RETURNS_STATUS, 0},
    {"context_reset_cancel", "Context.reset_cancel", call_context_reset_cancel, parameters_context_reset_cancel, 1, RETURNS_STATUS, 0},
    {"context_set_debug", "Context.set_debug", call_context_set_debug, parameters_context_set_debug, 2, RETURNS_STATUS, 0},
    {"context_set_memory_limit", "Context.set_memory_limit", call_context_set_memory_limit, parameters_context_set_memory_limit, 2, RETURNS_STATUS, 0},
    {"context_set_threads", "Context.set_threads", call_context_set_threads, parameters_context_set_threads, 2, RETURNS_STATUS, 0},
    {"context_threads", "Context.threads", call_context_threads, parameters_context_threads, 2, RETURNS_STATUS, 0},
    {"context_warning", "Context.warning", call_context_warning, parameters_context_warning, 5, RETURNS_STATUS, 0},
    {"context_warning_code", "Context.warning_code", call_context_warning_code, parameters_context_warning_code, 3, RETURNS_STATUS, 0},
    {"context_warning_count", "Context.warning_count", call_context_warning_count, parameters_context_warning_count, 3, RETURNS_STATUS, 0},
    {"fmts", "Library.fmts", call_fmts, parameters_fmts, 4, RETURNS_STATUS, 0},
    {"get_filedialog", "Library.get_filedialog", call_get_filedialog, parameters_get_filedialog, 7, RETURNS_STATUS, 0},
    {"image_adjust_contrast", "adjust_contrast", call_image_adjust_contrast, parameters_image_adjust_contrast, 5, RETURNS_STATUS, 0},
    {"image_align", "align", call_image_align, parameters_image_align, 17, RETURNS_STATUS, 0},
    {"image_align_stack", "align_stack", call_image_align_stack, parameters_image_align_stack, 16, RETURNS_STATUS, 0},
    {"image_all", "original.all", call_image_all, parameters_image_all, 6, RETURNS_STATUS, 1},
    {"image_all_value", "all_value", call_image_all_value, parameters_image_all_value, 4, RETURNS_STATUS, 0},
    {"image_anom", "anom", call_image_anom, parameters_image_anom, 6, RETURNS_STATUS, 0},
    {"image_any", "original.any", call_image_any, parameters_image_any, 6, RETURNS_STATUS, 1},
    {"image_any_value", "any_value", call_image_any_value, parameters_image_any_value, 4, RETURNS_STATUS, 0},
    {"image_apply", "apply", call_image_apply, parameters_image_apply, 5, RETURNS_STATUS, 0},
    {"image_apply_all", "apply_all", call_image_apply_all, parameters_image_apply_all, 4, RETURNS_STATUS, 0},
    {"image_argmax", "argmax", call_image_argmax, parameters_image_argmax, 7, RETURNS_STATUS, 1},
    {"image_argmax_value", "argmax_value", call_image_argmax_value, parameters_image_argmax_value, 3, RETURNS_STATUS, 0},
    {"image_argmin", "argmin", call_image_argmin, parameters_image_argmin, 7, RETURNS_STATUS, 1},
    {"image_argmin_value", "argmin_value", call_image_argmin_value, parameters_image_argmin_value, 3, RETURNS_STATUS, 0},
    {"image_argpartition", "argpartition", call_image_argpartition, parameters_image_argpartition, 9, RETURNS_STATUS, 0},
    {"image_argsort", "argsort", call_image_argsort, parameters_image_argsort, 7, RETURNS_STATUS, 0},
    {"image_arithmetic", "arithmetic", call_image_arithmetic, parameters_image_arithmetic, 6, RETURNS_STATUS, 0},
    {"image_arithmetic_into", "arithmetic_into", call_image_arithmetic_into, parameters_image_arithmetic_into, 6, RETURNS_STATUS, 0},
    {"image_arithmetic_scalar", "arithmetic_scalar", call_image_arithmetic_scalar, parameters_image_arithmetic_scalar, 7, RETURNS_STATUS, 0},
    {"image_arithmetic_scalar_into", "arithmetic_scalar_into", call_image_arithmetic_scalar_into, parameters_image_arithmetic_scalar_into, 7, RETURNS_STATUS, 0},
    {"image_asfloat", "asfloat", call_image_asfloat, parameters_image_asfloat, 6, RETURNS_STATUS, 0},
    {"image_asint", "asint", call_image_asint, parameters_image_asint, 4, RETURNS_STATUS, 0},
    {"image_aspect", "aspect", call_image_aspect, parameters_image_aspect, 3, RETURNS_STATUS, 0},
    {"image_assign", "assign", call_image_assign, parameters_image_assign, 3, RETURNS_STATUS, 0},
    {"image_astype", "astype", call_image_astype, parameters_image_astype, 6, RETURNS_STATUS, 0},
    {"image_box_from_border", "box_from_border", call_image_box_from_border, parameters_image_box_from_border, 4, RETURNS_STATUS, 0},
    {"image_box_from_border_fraction", "box_from_border_fraction", call_image_box_from_border_fraction, parameters_image_box_from_border_fraction, 4, RETURNS_STATUS, 0},
    {"image_box_from_fraction", "box_from_fraction", call_image_box_from_fraction, parameters_image_box_from_fraction, 4, RETURNS_STATUS, 0},
    {"image_box_from_metadata", "box_from_metadata", call_image_box_from_metadata, parameters_image_box_from_metadata, 4, RETURNS_STATUS, 0},
    {"image_byteswap", "byteswap", call_image_byteswap, parameters_image_byteswap, 3, RETURNS_STATUS, 0},
    {"image_ccw", "ccw", call_image_ccw, parameters_image_ccw, 3, RETURNS_STATUS, 0},
    {"image_centre", "centre", call_image_centre, parameters_image_centre, 3, RETURNS_STATUS, 0},
    {"image_choose", "choose", call_image_choose, parameters_image_choose, 6, RETURNS_STATUS, 0},
    {"image_clip_as", "clip", call_image_clip_as, parameters_image_clip_as, 7, RETURNS_STATUS, 0},
    {"image_clip_images", "clip_images", call_image_clip_images, parameters_image_clip_images, 5, RETURNS_STATUS, 0},
    {"image_clip_intensity", "clip_intensity", call_image_clip_intensity, parameters_image_clip_intensity, 5, RETURNS_STATUS, 0},
    {"image_clip_neg", "clip_neg", call_image_clip_neg, parameters_image_clip_neg, 3, RETURNS_STATUS, 0},
    {"image_clone", "clone", call_image_clone, parameters_image_clone, 3, RETURNS_STATUS, 0},
    {"image_compare", "compare", call_image_compare, parameters_image_compare, 5, RETURNS_STATUS, 0},
    {"image_compare_scalar", "compare_scalar", call_image_compare_scalar, parameters_image_compare_scalar, 5, RETURNS_STATUS, 0},
    {"image_compress", "compress", call_image_compress, parameters_image_compress, 6, RETURNS_STATUS, 0},
    {"image_compressed", "compressed", call_image_compressed, parameters_image_compressed, 3, RETURNS_STATUS, 0},
    {"image_conj", "original.conj", call_image_conj, parameters_image_conj, 3, RETURNS_STATUS, 0},
    {"image_conjugate", "conjugate", call_image_conjugate, parameters_image_conjugate, 3, RETURNS_STATUS, 0},
    {"image_convert", "convert", call_image_convert, parameters_image_convert, 7, RETURNS_STATUS, 0},
    {"image_correct_drift", "correct_drift", call_image_correct_drift, parameters_image_correct_drift, 8, RETURNS_STATUS, 0},
    {"image_count", "count", call_image_count, parameters_image_count, 6, RETURNS_STATUS, 1},
    {"image_count_value", "count_value", call_image_count_value, parameters_image_count_value, 3, RETURNS_STATUS, 0},
    {"image_crop", "crop", call_image_crop, parameters_image_crop, 4, RETURNS_STATUS, 0},
    {"image_cumprod", "original.cumprod", call_image_cumprod, parameters_image_cumprod, 5, RETURNS_STATUS, 0},
    {"image_cumsum", "original.cumsum", call_image_cumsum, parameters_image_cumsum, 5, RETURNS_STATUS, 0},
    {"image_cw", "cw", call_image_cw, parameters_image_cw, 3, RETURNS_STATUS, 0},
    {"image_denoise", "denoise", call_image_denoise, parameters_image_denoise, 4, RETURNS_STATUS, 0},
    {"image_diagonal", "diagonal", call_image_diagonal, parameters_image_diagonal, 6, RETURNS_STATUS, 0},
    {"image_do_nothing", "do_nothing", call_image_do_nothing, parameters_image_do_nothing, 3, RETURNS_STATUS, 0},
    {"image_dot", "original.dot", call_image_dot, parameters_image_dot, 5, RETURNS_STATUS, 1},
    {"image_draw_annulus", "draw_annulus", call_image_draw_annulus, parameters_image_draw_annulus, 9, RETURNS_STATUS, 0},
    {"image_draw_bezier_curve", "draw_bezier_curve", call_image_draw_bezier_curve, parameters_image_draw_bezier_curve, 12, RETURNS_STATUS, 0},
    {"image_draw_circle", "draw_circle", call_image_draw_circle, parameters_image_draw_circle, 8, RETURNS_STATUS, 0},
    {"image_draw_circle_perimeter", "draw_circle_perimeter", call_image_draw_circle_perimeter, parameters_image_draw_circle_perimeter, 9, RETURNS_STATUS, 0},
    {"image_draw_disk", "draw_disk", call_image_draw_disk, parameters_image_draw_disk, 8, RETURNS_STATUS, 0},
    {"image_draw_ellipse", "draw_ellipse", call_image_draw_ellipse, parameters_image_draw_ellipse, 10, RETURNS_STATUS, 0},
    {"image_draw_ellipse_perimeter", "draw_ellipse_perimeter", call_image_draw_ellipse_perimeter, parameters_image_draw_ellipse_perimeter, 10, RETURNS_STATUS, 0},
    {"image_draw_line", "draw_line", call_image_draw_line, parameters_image_draw_line, 9, RETURNS_STATUS, 0},
    {"image_draw_polygon", "draw_polygon", call_image_draw_polygon, parameters_image_draw_polygon, 8, RETURNS_STATUS, 0},
    {"image_draw_polygon_perimeter", "draw_polygon_perimeter", call_image_draw_polygon_perimeter, parameters_image_draw_polygon_perimeter, 9, RETURNS_STATUS, 0},
    {"image_draw_rectangle", "draw_rectangle", call_image_draw_rectangle, parameters_image_draw_rectangle, 9, RETURNS_STATUS, 0},
    {"image_draw_rectangle_perimeter", "draw_rectangle_perimeter", call_image_draw_rectangle_perimeter, parameters_image_draw_rectangle_perimeter, 10, RETURNS_STATUS, 0},
    {"image_draw_rotated_rectangle", "draw_rotated_rectangle", call_image_draw_rotated_rectangle, parameters_image_draw_rotated_rectangle, 10, RETURNS_STATUS, 0},
    {"image_draw_rotated_rectangle_perimeter", "draw_rotated_rectangle_perimeter", call_image_draw_rotated_rectangle_perimeter, parameters_image_draw_rotated_rectangle_perimeter, 10, RETURNS_STATUS, 0},
    {"image_draw_square", "draw_square", call_image_draw_square, parameters_image_draw_square, 9, RETURNS_STATUS, 0},
    {"image_dtype", "dtype", call_image_dtype, parameters_image_dtype, 3, RETURNS_STATUS, 0},
    {"image_dtype_limits", "dtype_limits", call_image_dtype_limits, parameters_image_dtype_limits, 5, RETURNS_STATUS, 0},
    {"image_dump", "dump", call_image_dump, parameters_image_dump, 3, RETURNS_STATUS, 0},
    {"image_dumps", "dumps", call_image_dumps, parameters_image_dumps, 5, RETURNS_STATUS, 0},
    {"image_equal", "equal", call_image_equal, parameters_image_equal, 5, RETURNS_STATUS, 0},
    {"image_fft", "original.fft", call_image_fft, parameters_image_fft, 8, RETURNS_STATUS, 0},
    {"image_filename", "filename", call_image_filename, parameters_image_filename, 5, RETURNS_STATUS, 0},
    {"image_fill_as", "fill", call_image_fill_as, parameters_image_fill_as, 4, RETURNS_STATUS, 0},
    {"image_fill_value_as", "fill_value", call_image_fill_value_as, parameters_image_fill_value_as, 4, RETURNS_STATUS, 0},
    {"image_filled_as", "filled", call_image_filled_as, parameters_image_filled_as, 5, RETURNS_STATUS, 0},
    {"image_filter_image", "filter_image", call_image_filter_image, parameters_image_filter_image, 8, RETURNS_STATUS, 0},
    {"image_flags", "flags", call_image_flags, parameters_image_flags, 3, RETURNS_STATUS, 0},
    {"image_flatten", "flatten", call_image_flatten, parameters_image_flatten, 4, RETURNS_STATUS, 0},
    {"image_flip_h", "flip_h", call_image_flip_h, parameters_image_flip_h, 3, RETURNS_STATUS, 0},
    {"image_flip_v", "flip_v", call_image_flip_v, parameters_image_flip_v, 3, RETURNS_STATUS, 0},
    {"image_frame", "frame", call_image_frame, parameters_image_frame, 4, RETURNS_STATUS, 0},
    {"image_frame_axis_key", "frame_axis_key", call_image_frame_axis_key, parameters_image_frame_axis_key, 5, RETURNS_STATUS, 0},
    {"image_frame_axis_name", "frame_axis_name", call_image_frame_axis_name, parameters_image_frame_axis_name, 5, RETURNS_STATUS, 0},
    {"image_frame_axis_unit", "frame_axis_unit", call_image_frame_axis_unit, parameters_image_frame_axis_unit, 5, RETURNS_STATUS, 0},
    {"image_frame_axis_values", "frame_axis_values", call_image_frame_axis_values, parameters_image_frame_axis_values, 5, RETURNS_STATUS, 0},
    {"image_free", "free", call_image_free, parameters_image_free, 1, RETURNS_STATUS, 0},
    {"image_gaussian_filter", "gaussian_filter", call_image_gaussian_filter, parameters_image_gaussian_filter, 8, RETURNS_STATUS, 0},
    {"image_get_filename", "get_filename", call_image_get_filename, parameters_image_get_filename, 3, RETURNS_STATUS, 0},
    {"image_get_imag", "get_imag", call_image_get_imag, parameters_image_get_imag, 3, RETURNS_STATUS, 0},
    {"image_get_real", "get_real", call_image_get_real, parameters_image_get_real, 3, RETURNS_STATUS, 0},
    {"image_getfield", "getfield", call_image_getfield, parameters_image_getfield, 5, RETURNS_STATUS, 0},
    {"image_griddata", "griddata", call_image_griddata, parameters_image_griddata, 8, RETURNS_STATUS, 0},
    {"image_gridimage", "gridimage", call_image_gridimage, parameters_image_gridimage, 14, RETURNS_STATUS, 0},
    {"image_harden_mask", "harden_mask", call_image_harden_mask, parameters_image_harden_mask, 2, RETURNS_STATUS, 0},
    {"image_hardmask", "hardmask", call_image_hardmask, parameters_image_hardmask, 3, RETURNS_STATUS, 0},
    {"image_hist", "original.hist", call_image_hist, parameters_image_hist, 7, RETURNS_STATUS, 0},
    {"image_ids", "ids", call_image_ids, parameters_image_ids, 3, RETURNS_STATUS, 0},
    {"image_im_scale", "im_scale", call_image_im_scale, parameters_image_im_scale, 6, RETURNS_STATUS, 0},
    {"image_imag", "original.imag", call_image_imag, parameters_image_imag, 3, RETURNS_STATUS, 0},
    {"image_imshow", "imshow", call_image_imshow, parameters_image_imshow, 4, RETURNS_STATUS, 0},
    {"image_imshow_layout", "imshow_layout", call_image_imshow_layout, parameters_image_imshow_layout, 6, RETURNS_STATUS, 0},
    {"image_imshow_rgba", "imshow_rgba", call_image_imshow_rgba, parameters_image_imshow_rgba, 8, RETURNS_STATUS, 0},
    {"image_iscontiguous", "iscontiguous", call_image_iscontiguous, parameters_image_iscontiguous, 3, RETURNS_STATUS, 0},
    {"image_item_as", "item", call_image_item_as, parameters_image_item_as, 7, RETURNS_STATUS, 0},
    {"image_itemset_as", "itemset", call_image_itemset_as, parameters_image_itemset_as, 6, RETURNS_STATUS, 0},
    {"image_itemsize", "itemsize", call_image_itemsize, parameters_image_itemsize, 3, RETURNS_STATUS, 0},
    {"image_level_image", "level_image", call_image_level_image, parameters_image_level_image, 11, RETURNS_STATUS, 0},
    {"image_line_select", "line_select", call_image_line_select, parameters_image_line_select, 3, RETURNS_STATUS, 0},
    {"image_logic", "logic", call_image_logic, parameters_image_logic, 5, RETURNS_STATUS, 0},
    {"image_map", "map", call_image_map, parameters_image_map, 4, RETURNS_STATUS, 0},
    {"image_map_name", "map_name", call_image_map_name, parameters_image_map_name, 6, RETURNS_STATUS, 0},
    {"image_map_unit", "map_unit", call_image_map_unit, parameters_image_map_unit, 6, RETURNS_STATUS, 0},
    {"image_math", "math", call_image_math, parameters_image_math, 5, RETURNS_STATUS, 0},
    {"image_math_into", "math_into", call_image_math_into, parameters_image_math_into, 5, RETURNS_STATUS, 0},
    {"image_max", "original.max", call_image_max, parameters_image_max, 8, RETURNS_STATUS, 1},
    {"image_max_box", "max_box", call_image_max_box, parameters_image_max_box, 3, RETURNS_STATUS, 0},
    {"image_max_value", "max_value", call_image_max_value, parameters_image_max_value, 4, RETURNS_STATUS, 0},
    {"image_mean", "original.mean", call_image_mean, parameters_image_mean, 7, RETURNS_STATUS, 1},
    {"image_mean_value", "mean_value", call_image_mean_value, parameters_image_mean_value, 4, RETURNS_STATUS, 0},
    {"image_metadata", "metadata", call_image_metadata, parameters_image_metadata, 3, RETURNS_STATUS, 0},
    {"image_metadata_get_bool", "metadata_get_bool", call_image_metadata_get_bool, parameters_image_metadata_get_bool, 4, RETURNS_STATUS, 0},
    {"image_metadata_get_f64", "metadata_get_f64", call_image_metadata_get_f64, parameters_image_metadata_get_f64, 4, RETURNS_STATUS, 0},
    {"image_metadata_get_i64", "metadata_get_i64", call_image_metadata_get_i64, parameters_image_metadata_get_i64, 4, RETURNS_STATUS, 0},
    {"image_metadata_get_string", "metadata_get_string", call_image_metadata_get_string, parameters_image_metadata_get_string, 6, RETURNS_STATUS, 0},
    {"image_metadata_set_bool", "metadata_set_bool", call_image_metadata_set_bool, parameters_image_metadata_set_bool, 4, RETURNS_STATUS, 0},
    {"image_metadata_set_f64", "metadata_set_f64", call_image_metadata_set_f64, parameters_image_metadata_set_f64, 4, RETURNS_STATUS, 0},
    {"image_metadata_set_i64", "metadata_set_i64", call_image_metadata_set_i64, parameters_image_metadata_set_i64, 4, RETURNS_STATUS, 0},
    {"image_metadata_set_string", "metadata_set_string", call_image_metadata_set_string, parameters_image_metadata_set_string, 4, RETURNS_STATUS, 0},
    {"image_min", "original.min", call_image_min, parameters_image_min, 8, RETURNS_STATUS, 1},
    {"image_min_value", "min_value", call_image_min_value, parameters_image_min_value, 4, RETURNS_STATUS, 0},
    {"image_mini", "mini", call_image_mini, parameters_image_mini, 4, RETURNS_STATUS, 1},
    {"image_nbytes", "nbytes", call_image_nbytes, parameters_image_nbytes, 3, RETURNS_STATUS, 0},
    {"image_ndim", "ndim", call_image_ndim, parameters_image_ndim, 3, RETURNS_STATUS, 0},
    {"image_newbyteorder", "newbyteorder", call_image_newbyteorder, parameters_image_newbyteorder, 4, RETURNS_STATUS, 0},
    {"image_nonzero", "nonzero", call_image_nonzero, parameters_image_nonzero, 3, RETURNS_STATUS, 0},
    {"image_normalise", "normalise", call_image_normalise, parameters_image_normalise, 7, RETURNS_STATUS, 0},
    {"image_partition", "partition", call_image_partition, parameters_image_partition, 9, RETURNS_STATUS, 0},
    {"image_percentile", "percentile", call_image_percentile, parameters_image_percentile, 5, RETURNS_STATUS, 0},
    {"image_pixel_size", "pixel_size", call_image_pixel_size, parameters_image_pixel_size, 4, RETURNS_STATUS, 0},
    {"image_plane", "plane", call_image_plane, parameters_image_plane, 4, RETURNS_STATUS, 0},
    {"image_plane_count", "plane_count", call_image_plane_count, parameters_image_plane_count, 3, RETURNS_STATUS, 0},
    {"image_plane_name", "plane_name", call_image_plane_name, parameters_image_plane_name, 6, RETURNS_STATUS, 0},
    {"image_plane_unit", "plane_unit", call_image_plane_unit, parameters_image_plane_unit, 6, RETURNS_STATUS, 0},
    {"image_plot_histogram", "plot_histogram", call_image_plot_histogram, parameters_image_plot_histogram, 5, RETURNS_STATUS, 0},
    {"image_plot_histogram_layout", "plot_histogram_layout", call_image_plot_histogram_layout, parameters_image_plot_histogram_layout, 7, RETURNS_STATUS, 0},
    {"image_plot_histogram_rgba", "plot_histogram_rgba", call_image_plot_histogram_rgba, parameters_image_plot_histogram_rgba, 9, RETURNS_STATUS, 0},
    {"image_polarization", "polarization", call_image_polarization, parameters_image_polarization, 3, RETURNS_STATUS, 0},
    {"image_position", "position", call_image_position, parameters_image_position, 6, RETURNS_STATUS, 0},
    {"image_prec_loss", "prec_loss", call_image_prec_loss, parameters_image_prec_loss, 4, RETURNS_STATUS, 0},
    {"image_prod", "original.prod", call_image_prod, parameters_image_prod, 7, RETURNS_STATUS, 1},
    {"image_prod_value", "prod_value", call_image_prod_value, parameters_image_prod_value, 4, RETURNS_STATUS, 0},
    {"image_product", "product", call_image_product, parameters_image_product, 7, RETURNS_STATUS, 1},
    {"image_product_value", "product_value", call_image_product_value, parameters_image_product_value, 4, RETURNS_STATUS, 0},
    {"image_profile_line", "profile_line", call_image_profile_line, parameters_image_profile_line, 11, RETURNS_STATUS, 0},
    {"image_profile_line_x", "profile_line_x", call_image_profile_line_x, parameters_image_profile_line_x, 10, RETURNS_STATUS, 0},
    {"image_profile_line_y", "profile_line_y", call_image_profile_line_y, parameters_image_profile_line_y, 10, RETURNS_STATUS, 0},
    {"image_ptp", "ptp", call_image_ptp, parameters_image_ptp, 8, RETURNS_STATUS, 1},
    {"image_ptp_value", "ptp_value", call_image_ptp_value, parameters_image_ptp_value, 4, RETURNS_STATUS, 0},
    {"image_put", "put", call_image_put, parameters_image_put, 6, RETURNS_STATUS, 0},
    {"image_quantity", "quantity", call_image_quantity, parameters_image_quantity, 6, RETURNS_STATUS, 0},
    {"image_quantize", "quantize", call_image_quantize, parameters_image_quantize, 7, RETURNS_STATUS, 0},
    {"image_radial_coordinates", "radial_coordinates", call_image_radial_coordinates, parameters_image_radial_coordinates, 8, RETURNS_STATUS, 0},
    {"image_radial_profile", "radial_profile", call_image_radial_profile, parameters_image_radial_profile, 12, RETURNS_STATUS, 0},
    {"image_ravel", "ravel", call_image_ravel, parameters_image_ravel, 4, RETURNS_STATUS, 0},
    {"image_real", "original.real", call_image_real, parameters_image_real, 3, RETURNS_STATUS, 0},
    {"image_register", "register", call_image_register, parameters_image_register, 17, RETURNS_STATUS, 0},
    {"image_remove_outliers", "remove_outliers", call_image_remove_outliers, parameters_image_remove_outliers, 5, RETURNS_STATUS, 0},
    {"image_remove_plane", "remove_plane", call_image_remove_plane, parameters_image_remove_plane, 3, RETURNS_STATUS, 0},
    {"image_repeat", "repeat", call_image_repeat, parameters_image_repeat, 6, RETURNS_STATUS, 0},
    {"image_reshape", "original.reshape", call_image_reshape, parameters_image_reshape, 6, RETURNS_STATUS, 0},
    {"image_resize", "resize", call_image_resize, parameters_image_resize, 4, RETURNS_STATUS, 0},
    {"image_rotate", "rotate", call_image_rotate, parameters_image_rotate, 11, RETURNS_STATUS, 0},
    {"image_round", "original.round", call_image_round, parameters_image_round, 4, RETURNS_STATUS, 0},
    {"image_save", "save", call_image_save, parameters_image_save, 5, RETURNS_STATUS, 0},
    {"image_save_npy", "save_npy", call_image_save_npy, parameters_image_save_npy, 3, RETURNS_STATUS, 0},
    {"image_save_png", "save_png", call_image_save_png, parameters_image_save_png, 3, RETURNS_STATUS, 0},
    {"image_save_tiff", "save_tiff", call_image_save_tiff, parameters_image_save_tiff, 4, RETURNS_STATUS, 0},
    {"image_searchsorted", "searchsorted", call_image_searchsorted, parameters_image_searchsorted, 6, RETURNS_STATUS, 0},
    {"image_set_filename", "set_filename", call_image_set_filename, parameters_image_set_filename, 3, RETURNS_STATUS, 0},
    {"image_set_fill_value_as", "set_fill_value", call_image_set_fill_value_as, parameters_image_set_fill_value_as, 4, RETURNS_STATUS, 0},
    {"image_set_frame_axis", "set_frame_axis", call_image_set_frame_axis, parameters_image_set_frame_axis, 6, RETURNS_STATUS, 0},
    {"image_set_map", "set_map", call_image_set_map, parameters_image_set_map, 8, RETURNS_STATUS, 0},
    {"image_set_metadata", "set_metadata", call_image_set_metadata, parameters_image_set_metadata, 3, RETURNS_STATUS, 0},
    {"image_set_plane", "set_plane", call_image_set_plane, parameters_image_set_plane, 5, RETURNS_STATUS, 0},
    {"image_set_title", "set_title", call_image_set_title, parameters_image_set_title, 3, RETURNS_STATUS, 0},
    {"image_setfield", "setfield", call_image_setfield, parameters_image_setfield, 5, RETURNS_STATUS, 0},
    {"image_sgolay2d", "sgolay2d", call_image_sgolay2d, parameters_image_sgolay2d, 7, RETURNS_STATUS, 0},
    {"image_shape", "shape", call_image_shape, parameters_image_shape, 5, RETURNS_STATUS, 0},
    {"image_shrink_mask", "shrink_mask", call_image_shrink_mask, parameters_image_shrink_mask, 2, RETURNS_STATUS, 0},
    {"image_sign_loss", "sign_loss", call_image_sign_loss, parameters_image_sign_loss, 4, RETURNS_STATUS, 0},
    {"image_size", "size", call_image_size, parameters_image_size, 3, RETURNS_STATUS, 0},
    {"image_soften_mask", "soften_mask", call_image_soften_mask, parameters_image_soften_mask, 2, RETURNS_STATUS, 0},
    {"image_sort", "original.sort", call_image_sort, parameters_image_sort, 7, RETURNS_STATUS, 0},
    {"image_span", "span", call_image_span, parameters_image_span, 4, RETURNS_STATUS, 0},
    {"image_squeeze", "original.squeeze", call_image_squeeze, parameters_image_squeeze, 5, RETURNS_STATUS, 0},
    {"image_stack", "Library.image_stack", call_image_stack, parameters_image_stack, 4, RETURNS_STATUS, 0},
    {"image_std", "original.std", call_image_std, parameters_image_std, 8, RETURNS_STATUS, 1},
    {"image_std_value", "std_value", call_image_std_value, parameters_image_std_value, 5, RETURNS_STATUS, 0},
    {"image_strides", "strides", call_image_strides, parameters_image_strides, 5, RETURNS_STATUS, 0},
    {"image_subtract_image", "subtract_image", call_image_subtract_image, parameters_image_subtract_image, 7, RETURNS_STATUS, 0},
    {"image_sum", "original.sum", call_image_sum, parameters_image_sum, 7, RETURNS_STATUS, 1},
    {"image_sum_value", "sum_value", call_image_sum_value, parameters_image_sum_value, 4, RETURNS_STATUS, 0},
    {"image_swapaxes", "swapaxes", call_image_swapaxes, parameters_image_swapaxes, 5, RETURNS_STATUS, 0},
    {"image_take", "take", call_image_take, parameters_image_take, 7, RETURNS_STATUS, 0},
    {"image_threshold_minmax", "threshold_minmax", call_image_threshold_minmax, parameters_image_threshold_minmax, 5, RETURNS_STATUS, 0},
    {"image_title", "title", call_image_title, parameters_image_title, 5, RETURNS_STATUS, 0},
    {"image_to_rgba", "to_rgba", call_image_to_rgba, parameters_image_to_rgba, 6, RETURNS_STATUS, 0},
    {"image_tobytes", "tobytes", call_image_tobytes, parameters_image_tobytes, 8, RETURNS_STATUS, 0},
    {"image_tofile", "tofile", call_image_tofile, parameters_image_tofile, 3, RETURNS_STATUS, 0},
    {"image_toflex", "toflex", call_image_toflex, parameters_image_toflex, 5, RETURNS_STATUS, 0},
    {"image_torecords", "torecords", call_image_torecords, parameters_image_torecords, 5, RETURNS_STATUS, 0},
    {"image_tostring", "tostring", call_image_tostring, parameters_image_tostring, 8, RETURNS_STATUS, 0},
    {"image_trace", "original.trace", call_image_trace, parameters_image_trace, 7, RETURNS_STATUS, 1},
    {"image_trace_value", "trace_value", call_image_trace_value, parameters_image_trace_value, 4, RETURNS_STATUS, 0},
    {"image_translate", "translate", call_image_translate, parameters_image_translate, 9, RETURNS_STATUS, 0},
    {"image_translate_limits", "translate_limits", call_image_translate_limits, parameters_image_translate_limits, 5, RETURNS_STATUS, 0},
    {"image_transpose", "original.transpose", call_image_transpose, parameters_image_transpose, 3, RETURNS_STATUS, 0},
    {"image_transpose_axes", "transpose_axes", call_image_transpose_axes, parameters_image_transpose_axes, 5, RETURNS_STATUS, 0},
    {"image_unlike", "unlike", call_image_unlike, parameters_image_unlike, 4, RETURNS_STATUS, 0},
    {"image_var", "original.var", call_image_var, parameters_image_var, 8, RETURNS_STATUS, 1},
    {"image_var_value", "var_value", call_image_var_value, parameters_image_var_value, 5, RETURNS_STATUS, 0},
    {"image_view", "view", call_image_view, parameters_image_view, 4, RETURNS_STATUS, 0},
    {"image_where", "where", call_image_where, parameters_image_where, 5, RETURNS_STATUS, 0},
    {"image_xmcd", "xmcd", call_image_xmcd, parameters_image_xmcd, 4, RETURNS_STATUS, 0},
    {"instruction_set", "Library.instruction_set", call_instruction_set, parameters_instruction_set, 3, RETURNS_STATUS, 0},
    {"interface", "Library.interface", call_interface, parameters_interface, 4, RETURNS_STATUS, 0},
    {"last_error", "Library.last_error", call_last_error, parameters_last_error, 1, RETURNS_TEXT, 0},
    {"last_error_read", "Library.last_error_read", call_last_error_read, parameters_last_error_read, 4, RETURNS_STATUS, 0},
    {"last_error_status", "Library.last_error_status", call_last_error_status, parameters_last_error_status, 1, RETURNS_I32, 0},
    {"live_clone", "Live.clone", call_live_clone, parameters_live_clone, 3, RETURNS_STATUS, 0},
    {"live_free", "Live.free", call_live_free, parameters_live_free, 1, RETURNS_STATUS, 0},
    {"live_handles", "Library.live_handles", call_live_handles, NULL, 0, RETURNS_I64, 0},
    {"live_image", "Live.image", call_live_image, parameters_live_image, 3, RETURNS_STATUS, 0},
    {"live_new", "stoner.Live", call_live_new, parameters_live_new, 11, RETURNS_STATUS, 0},
    {"live_push", "Live.push", call_live_push, parameters_live_push, 7, RETURNS_STATUS, 0},
    {"live_reset", "Live.reset", call_live_reset, parameters_live_reset, 2, RETURNS_STATUS, 0},
    {"live_set_metadata", "Live.set_metadata", call_live_set_metadata, parameters_live_set_metadata, 3, RETURNS_STATUS, 0},
    {"live_state", "Live.state", call_live_state, parameters_live_state, 6, RETURNS_STATUS, 0},
    {"load", "Library.load", call_load, parameters_load, 4, RETURNS_STATUS, 0},
    {"load_stxm", "Library.load_stxm", call_load_stxm, parameters_load_stxm, 5, RETURNS_STATUS, 0},
    {"loader_count", "Library.loader_count", call_loader_count, parameters_loader_count, 2, RETURNS_STATUS, 0},
    {"loader_mime_type", "Library.loader_mime_type", call_loader_mime_type, parameters_loader_mime_type, 5, RETURNS_STATUS, 0},
    {"loader_name", "Library.loader_name", call_loader_name, parameters_loader_name, 5, RETURNS_STATUS, 0},
    {"loader_patterns", "Library.loader_patterns", call_loader_patterns, parameters_loader_patterns, 5, RETURNS_STATUS, 0},
    {"loader_priority", "Library.loader_priority", call_loader_priority, parameters_loader_priority, 3, RETURNS_STATUS, 0},
    {"metadata_clear", "Metadata.clear", call_metadata_clear, parameters_metadata_clear, 2, RETURNS_STATUS, 0},
    {"metadata_clone", "Metadata.clone", call_metadata_clone, parameters_metadata_clone, 3, RETURNS_STATUS, 0},
    {"metadata_contains", "Metadata.contains", call_metadata_contains, parameters_metadata_contains, 4, RETURNS_STATUS, 0},
    {"metadata_count", "Metadata.count", call_metadata_count, parameters_metadata_count, 3, RETURNS_STATUS, 0},
    {"metadata_equal", "Metadata.equal", call_metadata_equal, parameters_metadata_equal, 4, RETURNS_STATUS, 0},
    {"metadata_export", "Metadata.export", call_metadata_export, parameters_metadata_export, 6, RETURNS_STATUS, 0},
    {"metadata_free", "Metadata.free", call_metadata_free, parameters_metadata_free, 1, RETURNS_STATUS, 0},
    {"metadata_get_array", "Metadata.get_array", call_metadata_get_array, parameters_metadata_get_array, 4, RETURNS_STATUS, 0},
    {"metadata_get_bool", "Metadata.get_bool", call_metadata_get_bool, parameters_metadata_get_bool, 4, RETURNS_STATUS, 0},
    {"metadata_get_bytes", "Metadata.get_bytes", call_metadata_get_bytes, parameters_metadata_get_bytes, 6, RETURNS_STATUS, 0},
    {"metadata_get_complex", "Metadata.get_complex", call_metadata_get_complex, parameters_metadata_get_complex, 5, RETURNS_STATUS, 0},
    {"metadata_get_f64", "Metadata.get_f64", call_metadata_get_f64, parameters_metadata_get_f64, 4, RETURNS_STATUS, 0},
    {"metadata_get_i64", "Metadata.get_i64", call_metadata_get_i64, parameters_metadata_get_i64, 4, RETURNS_STATUS, 0},
    {"metadata_get_nested", "Metadata.get_nested", call_metadata_get_nested, parameters_metadata_get_nested, 4, RETURNS_STATUS, 0},
    {"metadata_get_string", "Metadata.get_string", call_metadata_get_string, parameters_metadata_get_string, 6, RETURNS_STATUS, 0},
    {"metadata_get_text", "Metadata.get_text", call_metadata_get_text, parameters_metadata_get_text, 6, RETURNS_STATUS, 0},
    {"metadata_key", "Metadata.key", call_metadata_key, parameters_metadata_key, 6, RETURNS_STATUS, 0},
    {"metadata_new", "Library.metadata_new", call_metadata_new, parameters_metadata_new, 2, RETURNS_STATUS, 0},
    {"metadata_pop", "Metadata.pop", call_metadata_pop, parameters_metadata_pop, 4, RETURNS_STATUS, 0},
    {"metadata_popitem", "Metadata.popitem", call_metadata_popitem, parameters_metadata_popitem, 3, RETURNS_STATUS, 0},
    {"metadata_set_array", "Metadata.set_array", call_metadata_set_array, parameters_metadata_set_array, 4, RETURNS_STATUS, 0},
    {"metadata_set_bool", "Metadata.set_bool", call_metadata_set_bool, parameters_metadata_set_bool, 4, RETURNS_STATUS, 0},
    {"metadata_set_bytes", "Metadata.set_bytes", call_metadata_set_bytes, parameters_metadata_set_bytes, 5, RETURNS_STATUS, 0},
    {"metadata_set_cluster", "Metadata.set_cluster", call_metadata_set_cluster, parameters_metadata_set_cluster, 4, RETURNS_STATUS, 0},
    {"metadata_set_complex", "Metadata.set_complex", call_metadata_set_complex, parameters_metadata_set_complex, 5, RETURNS_STATUS, 0},
    {"metadata_set_f64", "Metadata.set_f64", call_metadata_set_f64, parameters_metadata_set_f64, 4, RETURNS_STATUS, 0},
    {"metadata_set_i64", "Metadata.set_i64", call_metadata_set_i64, parameters_metadata_set_i64, 4, RETURNS_STATUS, 0},
    {"metadata_set_list", "Metadata.set_list", call_metadata_set_list, parameters_metadata_set_list, 4, RETURNS_STATUS, 0},
    {"metadata_set_none", "Metadata.set_none", call_metadata_set_none, parameters_metadata_set_none, 3, RETURNS_STATUS, 0},
    {"metadata_set_string", "Metadata.set_string", call_metadata_set_string, parameters_metadata_set_string, 4, RETURNS_STATUS, 0},
    {"metadata_set_text", "Metadata.set_text", call_metadata_set_text, parameters_metadata_set_text, 5, RETURNS_STATUS, 0},
    {"metadata_set_timestamp", "Metadata.set_timestamp", call_metadata_set_timestamp, parameters_metadata_set_timestamp, 4, RETURNS_STATUS, 0},
    {"metadata_set_tuple", "Metadata.set_tuple", call_metadata_set_tuple, parameters_metadata_set_tuple, 4, RETURNS_STATUS, 0},
    {"metadata_set_unit", "Metadata.set_unit", call_metadata_set_unit, parameters_metadata_set_unit, 4, RETURNS_STATUS, 0},
    {"metadata_setdefault", "Metadata.setdefault", call_metadata_setdefault, parameters_metadata_setdefault, 4, RETURNS_STATUS, 0},
    {"metadata_type", "Metadata.type", call_metadata_type, parameters_metadata_type, 4, RETURNS_STATUS, 0},
    {"metadata_type_name", "Metadata.type_name", call_metadata_type_name, parameters_metadata_type_name, 6, RETURNS_STATUS, 0},
    {"metadata_unit", "Metadata.unit", call_metadata_unit, parameters_metadata_unit, 6, RETURNS_STATUS, 0},
    {"metadata_update", "Metadata.update", call_metadata_update, parameters_metadata_update, 3, RETURNS_STATUS, 0},
    {"quantity_name", "Library.quantity_name", call_quantity_name, parameters_quantity_name, 5, RETURNS_STATUS, 0},
    {"quantity_unit", "Library.quantity_unit", call_quantity_unit, parameters_quantity_unit, 5, RETURNS_STATUS, 0},
    {"scan_axis_direction", "Scan.axis_direction", call_scan_axis_direction, parameters_scan_axis_direction, 6, RETURNS_STATUS, 1},
    {"scan_axis_name", "Scan.axis_name", call_scan_axis_name, parameters_scan_axis_name, 8, RETURNS_STATUS, 1},
    {"scan_axis_role", "Scan.axis_role", call_scan_axis_role, parameters_scan_axis_role, 6, RETURNS_STATUS, 1},
    {"scan_axis_unit", "Scan.axis_unit", call_scan_axis_unit, parameters_scan_axis_unit, 8, RETURNS_STATUS, 1},
    {"scan_axis_values", "Scan.axis_values", call_scan_axis_values, parameters_scan_axis_values, 8, RETURNS_STATUS, 1},
    {"scan_clone", "Scan.clone", call_scan_clone, parameters_scan_clone, 3, RETURNS_STATUS, 0},
    {"scan_completeness", "Scan.completeness", call_scan_completeness, parameters_scan_completeness, 5, RETURNS_STATUS, 0},
    {"scan_default_detector", "Scan.default_detector", call_scan_default_detector, parameters_scan_default_detector, 4, RETURNS_STATUS, 0},
    {"scan_default_entry", "Scan.default_entry", call_scan_default_entry, parameters_scan_default_entry, 3, RETURNS_STATUS, 0},
    {"scan_detector_count", "Scan.detector_count", call_scan_detector_count, parameters_scan_detector_count, 4, RETURNS_STATUS, 0},
    {"scan_detector_name", "Scan.detector_name", call_scan_detector_name, parameters_scan_detector_name, 7, RETURNS_STATUS, 0},
    {"scan_dtype", "Scan.dtype", call_scan_dtype, parameters_scan_dtype, 5, RETURNS_STATUS, 0},
    {"scan_end", "Scan.end", call_scan_end, parameters_scan_end, 6, RETURNS_STATUS, 0},
    {"scan_entry_count", "Scan.entry_count", call_scan_entry_count, parameters_scan_entry_count, 3, RETURNS_STATUS, 0},
    {"scan_entry_name", "Scan.entry_name", call_scan_entry_name, parameters_scan_entry_name, 6, RETURNS_STATUS, 0},
    {"scan_facility", "Scan.facility", call_scan_facility, parameters_scan_facility, 6, RETURNS_STATUS, 0},
    {"scan_filename", "Scan.filename", call_scan_filename, parameters_scan_filename, 5, RETURNS_STATUS, 0},
    {"scan_frame", "Scan.frame", call_scan_frame, parameters_scan_frame, 6, RETURNS_STATUS, 0},
    {"scan_frame_count", "Scan.frame_count", call_scan_frame_count, parameters_scan_frame_count, 5, RETURNS_STATUS, 0},
    {"scan_free", "Scan.free", call_scan_free, parameters_scan_free, 1, RETURNS_STATUS, 0},
    {"scan_image", "Scan.image", call_scan_image, parameters_scan_image, 5, RETURNS_STATUS, 0},
    {"scan_kind", "Scan.kind", call_scan_kind, parameters_scan_kind, 4, RETURNS_STATUS, 0},
    {"scan_metadata", "Scan.metadata", call_scan_metadata, parameters_scan_metadata, 4, RETURNS_STATUS, 0},
    {"scan_monitor_count", "Scan.monitor_count", call_scan_monitor_count, parameters_scan_monitor_count, 4, RETURNS_STATUS, 0},
    {"scan_monitor_name", "Scan.monitor_name", call_scan_monitor_name, parameters_scan_monitor_name, 7, RETURNS_STATUS, 0},
    {"scan_open", "Library.scan_open", call_scan_open, parameters_scan_open, 3, RETURNS_STATUS, 0},
    {"scan_points", "Scan.points", call_scan_points, parameters_scan_points, 6, RETURNS_STATUS, 0},
    {"scan_quantity", "Scan.quantity", call_scan_quantity, parameters_scan_quantity, 8, RETURNS_STATUS, 0},
    {"scan_refresh", "Scan.refresh", call_scan_refresh, parameters_scan_refresh, 7, RETURNS_STATUS, 0},
    {"scan_repair", "Scan.repair", call_scan_repair, parameters_scan_repair, 7, RETURNS_STATUS, 0},
    {"scan_repair_count", "Scan.repair_count", call_scan_repair_count, parameters_scan_repair_count, 4, RETURNS_STATUS, 0},
    {"scan_rule", "Scan.rule", call_scan_rule, parameters_scan_rule, 5, RETURNS_STATUS, 0},
    {"scan_shape", "Scan.shape", call_scan_shape, parameters_scan_shape, 7, RETURNS_STATUS, 0},
    {"scan_spectrum", "Scan.spectrum", call_scan_spectrum, parameters_scan_spectrum, 7, RETURNS_STATUS, 0},
    {"scan_start", "Scan.start", call_scan_start, parameters_scan_start, 6, RETURNS_STATUS, 0},
    {"set_instruction_set", "Library.set_instruction_set", call_set_instruction_set, parameters_set_instruction_set, 2, RETURNS_STATUS, 0},
    {"set_kept_memory", "Library.set_kept_memory", call_set_kept_memory, parameters_set_kept_memory, 2, RETURNS_STATUS, 0},
    {"status_text", "Library.status_text", call_status_text, parameters_status_text, 1, RETURNS_TEXT, 0},
    {"table_add_column", "Table.add_column", call_table_add_column, parameters_table_add_column, 6, RETURNS_STATUS, 0},
    {"table_clone", "Table.clone", call_table_clone, parameters_table_clone, 3, RETURNS_STATUS, 0},
    {"table_column_count", "Table.column_count", call_table_column_count, parameters_table_column_count, 3, RETURNS_STATUS, 0},
    {"table_column_index", "Table.column_index", call_table_column_index, parameters_table_column_index, 4, RETURNS_STATUS, 0},
    {"table_column_name", "Table.column_name", call_table_column_name, parameters_table_column_name, 6, RETURNS_STATUS, 0},
    {"table_column_unit", "Table.column_unit", call_table_column_unit, parameters_table_column_unit, 6, RETURNS_STATUS, 0},
    {"table_equal", "Table.equal", call_table_equal, parameters_table_equal, 5, RETURNS_STATUS, 0},
    {"table_free", "Table.free", call_table_free, parameters_table_free, 1, RETURNS_STATUS, 0},
    {"table_load", "Library.table_load", call_table_load, parameters_table_load, 4, RETURNS_STATUS, 0},
    {"table_metadata", "Table.metadata", call_table_metadata, parameters_table_metadata, 3, RETURNS_STATUS, 0},
    {"table_new", "Library.table_new", call_table_new, parameters_table_new, 2, RETURNS_STATUS, 0},
    {"table_plot", "Table.plot", call_table_plot, parameters_table_plot, 4, RETURNS_STATUS, 0},
    {"table_plot_layout", "Table.plot_layout", call_table_plot_layout, parameters_table_plot_layout, 6, RETURNS_STATUS, 0},
    {"table_plot_rgba", "Table.plot_rgba", call_table_plot_rgba, parameters_table_plot_rgba, 8, RETURNS_STATUS, 0},
    {"table_read", "Table.read", call_table_read, parameters_table_read, 6, RETURNS_STATUS, 0},
    {"table_read_column", "Table.read_column", call_table_read_column, parameters_table_read_column, 6, RETURNS_STATUS, 0},
    {"table_row_count", "Table.row_count", call_table_row_count, parameters_table_row_count, 3, RETURNS_STATUS, 0},
    {"table_save", "Table.save", call_table_save, parameters_table_save, 4, RETURNS_STATUS, 0},
    {"table_set_column_name", "Table.set_column_name", call_table_set_column_name, parameters_table_set_column_name, 4, RETURNS_STATUS, 0},
    {"table_set_column_unit", "Table.set_column_unit", call_table_set_column_unit, parameters_table_set_column_unit, 4, RETURNS_STATUS, 0},
    {"table_set_metadata", "Table.set_metadata", call_table_set_metadata, parameters_table_set_metadata, 3, RETURNS_STATUS, 0},
    {"version", "Library.version", call_version, NULL, 0, RETURNS_TEXT, 0},
    {"version_number", "Library.version_number", call_version_number, NULL, 0, RETURNS_I32, 0},
    {"version_report", "Library.version_report", call_version_report, parameters_version_report, 4, RETURNS_STATUS, 0},
};
