/* stoner_labview.h: libstoner for LabVIEW's Import Shared Library wizard.
 *
 * Made from interface/interface.json by bindings/generator: do not edit. For C and C++ take stoner.h.
 *
 * It declares the same functions in types that the wizard takes without a preprocessor: a handle is an unsigned long
 * long (64 bits, as a pointer: there is no library for 32 bits), memory of any dtype is an array of unsigned char. A new
 * handle comes back through a pointer. 0 for `ctx` is the calling thread's own context: see README.md why a program in
 * LabVIEW makes contexts. Functions that take a callback are not here. What each function does says stoner.h.
 */

#define STONER_VERSION_MAJOR 0
#define STONER_VERSION_MINOR 1
#define STONER_VERSION_PATCH 0
#define STONER_OK 0
#define STONER_ERR_INVALID_ARGUMENT 5001
#define STONER_ERR_INVALID_HANDLE 5002
#define STONER_ERR_NULL_POINTER 5003
#define STONER_ERR_INVALID_UTF8 5004
#define STONER_ERR_BUFFER_TOO_SMALL 5005
#define STONER_ERR_NO_MEMORY 5006
#define STONER_ERR_CANCELLED 5007
#define STONER_ERR_NOT_INTERACTIVE 5008
#define STONER_ERR_UNSUPPORTED 5009
#define STONER_ERR_INTERNAL 5010
#define STONER_ERR_OUT_OF_RANGE 5020
#define STONER_ERR_SHAPE 5021
#define STONER_ERR_DTYPE 5022
#define STONER_ERR_NO_RESULT 5023
#define STONER_ERR_KEY_NOT_FOUND 5030
#define STONER_ERR_METADATA_TYPE 5031
#define STONER_ERR_FILE_NOT_FOUND 5040
#define STONER_ERR_IO 5041
#define STONER_ERR_FORMAT 5042
#define STONER_ERR_CORRUPT 5043
#define STONER_ERR_BEING_WRITTEN 5044
#define STONER_ERR_CHANGED 5045
#define STONER_ERR_POLARIZATION 5050
#define STONER_WARNING_OTHER 0
#define STONER_WARNING_POSITIONS_DROPPED 1
#define STONER_WARNING_PRECISION 2
#define STONER_WARNING_SIGN 3
#define STONER_WARNING_CLIPPED 4
#define STONER_WARNING_REDUCED 5
#define STONER_WARNING_AMBIGUOUS 6
#define STONER_WARNING_UNCERTAIN 7
#define STONER_WARNING_FRAME_FAILED 8
#define STONER_WARNING_FILE_DAMAGED 9
#define STONER_WARNING_FILE_REDUCED 10
#define STONER_WARNING_NOT_MEASURED 11
#define STONER_WARNING_PICTURE 12
#define STONER_WARNING_NO_UNIT 13
#define STONER_WARNING_UNLIKE 14
#define STONER_WARNING_OVERFLOW 15
#define STONER_WARNING_ASSUMED 16
#define STONER_INSTRUCTION_SET_BEST 0
#define STONER_INSTRUCTION_SET_BASELINE 1
#define STONER_INSTRUCTION_SET_AVX2 2
#define STONER_INSTRUCTION_SET_AVX512 3
#define STONER_DTYPE_DEFAULT 0
#define STONER_BOOL 1
#define STONER_U8 2
#define STONER_I8 3
#define STONER_U16 4
#define STONER_I16 5
#define STONER_U32 6
#define STONER_I32 7
#define STONER_U64 8
#define STONER_I64 9
#define STONER_F32 10
#define STONER_F64 11
#define STONER_C64 12
#define STONER_C128 13
#define STONER_MAX_NDIM 8
#define STONER_EXTENT (-9223372036854775807LL - 1)
#define STONER_AXIS_NONE -2147483648
#define STONER_DEGREE_ZERO -1
#define STONER_MODE_DEFAULT 0
#define STONER_MODE_CONSTANT 1
#define STONER_MODE_GRID_CONSTANT 2
#define STONER_MODE_NEAREST 3
#define STONER_MODE_EDGE 3
#define STONER_MODE_REFLECT 4
#define STONER_MODE_SYMMETRIC 4
#define STONER_MODE_MIRROR 5
#define STONER_MODE_WRAP 6
#define STONER_MODE_GRID_WRAP 7
#define STONER_INTERPOLATION_DEFAULT 0
#define STONER_INTERPOLATION_NEAREST -1
#define STONER_INTERPOLATION_LINEAR 1
#define STONER_INTERPOLATION_QUADRATIC 2
#define STONER_INTERPOLATION_CUBIC 3
#define STONER_INTERPOLATION_QUARTIC 4
#define STONER_INTERPOLATION_QUINTIC 5
#define STONER_TYPE_NONE 1
#define STONER_TYPE_BOOL 2
#define STONER_TYPE_I64 3
#define STONER_TYPE_F64 4
#define STONER_TYPE_COMPLEX 5
#define STONER_TYPE_STRING 6
#define STONER_TYPE_BYTES 7
#define STONER_TYPE_TIMESTAMP 8
#define STONER_TYPE_ARRAY 9
#define STONER_TYPE_LIST 10
#define STONER_TYPE_CLUSTER 11
#define STONER_TYPE_TUPLE 12
#define STONER_SCAN_KIND_GENERIC 0
#define STONER_SCAN_KIND_IMAGE 1
#define STONER_SCAN_KIND_STACK 2
#define STONER_SCAN_KIND_LINE_SPECTRUM 3
#define STONER_SCAN_KIND_POINT_SPECTRUM 4
#define STONER_SCAN_KIND_FOCUS 5
#define STONER_SCAN_KIND_OSA_IMAGE 6
#define STONER_SCAN_KIND_OSA_FOCUS 7
#define STONER_SCAN_KIND_DETECTOR_IMAGE 8
#define STONER_AXIS_ROLE_OTHER 0
#define STONER_AXIS_ROLE_FRAME 1
#define STONER_AXIS_ROLE_ROW 2
#define STONER_AXIS_ROLE_COLUMN 3
#define STONER_AXIS_ROLE_SPECTRUM 4
#define STONER_DIRECTION_DESCENDING -1
#define STONER_DIRECTION_NONE 0
#define STONER_DIRECTION_ASCENDING 1
#define STONER_QUANTITY_ENERGY 1
#define STONER_QUANTITY_DWELL 2
#define STONER_QUANTITY_POLARIZATION 3
#define STONER_QUANTITY_HELICITY 4
#define STONER_QUANTITY_RING_CURRENT 5
#define STONER_QUANTITY_SAMPLE_X 6
#define STONER_QUANTITY_SAMPLE_Y 7
#define STONER_QUANTITY_ZONE_PLATE 8
#define STONER_SPREAD_NEAREST 0
#define STONER_SPREAD_LINEAR 1
#define STONER_CVAL_MEAN 0
#define STONER_CVAL_VALUE 1
#define STONER_PREFILTER_NONE 0
#define STONER_PREFILTER_GAUSSIAN 1
#define STONER_PREFILTER_SCHARR 2
#define STONER_SERIES_REFERENCE 0
#define STONER_SERIES_NEIGHBOUR 1
#define STONER_SERIES_ALL_PAIRS 2
#define STONER_GRID_LINEAR 0
#define STONER_GRID_NEAREST 1
#define STONER_GRID_CUBIC 2
#define STONER_GRID_FILL_MEAN 0
#define STONER_GRID_FILL_VALUE 1
#define STONER_GRID_FILL_MASK 2
#define STONER_DRAW_IMAGE 0
#define STONER_DRAW_MASK 1
#define STONER_CIRCLE_BRESENHAM 0
#define STONER_CIRCLE_ANDRES 1
#define STONER_ARITHMETIC_ADD 1
#define STONER_ARITHMETIC_SUBTRACT 2
#define STONER_ARITHMETIC_MULTIPLY 3
#define STONER_ARITHMETIC_DIVIDE 4
#define STONER_ARITHMETIC_FLOOR_DIVIDE 5
#define STONER_ARITHMETIC_REMAINDER 6
#define STONER_ARITHMETIC_POWER 7
#define STONER_ARITHMETIC_MINIMUM 8
#define STONER_ARITHMETIC_MAXIMUM 9
#define STONER_ARITHMETIC_HYPOT 10
#define STONER_ARITHMETIC_ARCTAN2 11
#define STONER_COMPARISON_EQUAL 1
#define STONER_COMPARISON_NOT_EQUAL 2
#define STONER_COMPARISON_LESS 3
#define STONER_COMPARISON_LESS_EQUAL 4
#define STONER_COMPARISON_GREATER 5
#define STONER_COMPARISON_GREATER_EQUAL 6
#define STONER_LOGIC_AND 1
#define STONER_LOGIC_OR 2
#define STONER_LOGIC_XOR 3
#define STONER_LOGIC_NOT 4
#define STONER_MATH_NEGATIVE 1
#define STONER_MATH_ABSOLUTE 2
#define STONER_MATH_SIGN 3
#define STONER_MATH_SQUARE 4
#define STONER_MATH_SQRT 5
#define STONER_MATH_RECIPROCAL 6
#define STONER_MATH_EXP 7
#define STONER_MATH_EXPM1 8
#define STONER_MATH_LOG 9
#define STONER_MATH_LOG1P 10
#define STONER_MATH_LOG2 11
#define STONER_MATH_LOG10 12
#define STONER_MATH_SIN 13
#define STONER_MATH_COS 14
#define STONER_MATH_TAN 15
#define STONER_MATH_ARCSIN 16
#define STONER_MATH_ARCCOS 17
#define STONER_MATH_ARCTAN 18
#define STONER_MATH_FLOOR 19
#define STONER_MATH_CEIL 20
#define STONER_MATH_TRUNC 21
#define STONER_MATH_ISNAN 22
#define STONER_MATH_ISINF 23
#define STONER_MATH_ISFINITE 24
#define STONER_LEVEL_CLIP 0
#define STONER_LEVEL_NORM 1
#define STONER_LEVEL_NONE 2
#define STONER_SGOLAY_SMOOTH 0
#define STONER_SGOLAY_X 1
#define STONER_SGOLAY_Y 2
#define STONER_SGOLAY_BOTH 3
#define STONER_FFT_MAGNITUDE 0
#define STONER_FFT_PHASE 1
#define STONER_FFT_COMPLEX 2
#define STONER_RADIAL_DISTANCE 0
#define STONER_RADIAL_ANGLE 1
#define STONER_RADIAL_COMPLEX 2
#define STONER_ANGLES_FROM_RIGHT 0
#define STONER_ANGLES_FROM_LEFT 1
#define STONER_ORDER_DEFAULT 0
#define STONER_ORDER_C 1
#define STONER_ORDER_F 2
#define STONER_ORDER_A 3
#define STONER_ORDER_K 4
#define STONER_CASTING_DEFAULT 0
#define STONER_CASTING_NO 1
#define STONER_CASTING_EQUIV 2
#define STONER_CASTING_SAFE 3
#define STONER_CASTING_SAME_KIND 4
#define STONER_CASTING_UNSAFE 5
#define STONER_FLAG_C_CONTIGUOUS 1
#define STONER_FLAG_F_CONTIGUOUS 2
#define STONER_FLAG_OWNDATA 4
#define STONER_FLAG_ALIGNED 256
#define STONER_FLAG_WRITEABLE 1024
#define STONER_BYTE_ORDER_SWAP 0
#define STONER_BYTE_ORDER_NATIVE 1
#define STONER_BYTE_ORDER_LITTLE 2
#define STONER_BYTE_ORDER_BIG 3
#define STONER_FILL_DEFAULT 0
#define STONER_FILL_VALUE 1
#define STONER_FILL_OWN 2
#define STONER_INDEX_DEFAULT 0
#define STONER_INDEX_RAISE 1
#define STONER_INDEX_WRAP 2
#define STONER_INDEX_CLIP 3
#define STONER_SIDE_LEFT 0
#define STONER_SIDE_RIGHT 1
#define STONER_DIALOG_FILE 0
#define STONER_DIALOG_DIRECTORY 1
#define STONER_DIALOG_SAVE 2
#define STONER_DIALOG_FILES 3

/* The version as text, "major.minor.patch". */
const char *stoner_version(void);

/* The version as a number, for comparison with STONER_VERSION_NUMBER: major * 10000 + minor * 100 + patch. */
int stoner_version_number(void);

/* What a status means, in a few words of English: "an argument has a value that is not allowed". */
const char *stoner_status_text(int status);

/* The number of handles, of all types, that were given out and not freed: 0 at the end of a program without leaks. */
long long stoner_live_handles(void);

/* Sets how much memory of freed images the library keeps for new ones of the same size, in the whole process: the system clears a fresh image's memory before the first pixel is written, which takes longer than many operations. */
int stoner_set_kept_memory(unsigned long long ctx, long long bytes);

/* Limits the library's own kernels to an instruction set, in the whole process: for tests, and to find out whether a fault comes from one of them. */
int stoner_set_instruction_set(unsigned long long ctx, int instruction_set);

/* Which instruction set the library's own kernels use, in the whole process: the best that the processor has, unless stoner_set_instruction_set or the environment variable STONER_INSTRUCTION_SET sets another. */
int stoner_instruction_set(unsigned long long ctx, int *instruction_set, int *best);

/* What this library is, as text in UTF-8: lines of a name, a colon and a value (version, features, target, compiler, processor, instruction sets, HDF5 reader), then an empty line and the licences of all that is linked in. */
int stoner_version_report(unsigned long long ctx, char *buffer, long long capacity, long long *length);

/* The description of this interface as JSON, in UTF-8: every function with its parameters, their types, units, defaults and ranges, and all constants. */
int stoner_interface(unsigned long long ctx, char *buffer, long long capacity, long long *length);

/* Loads an image file of any supported kind: NXstxm (HDF5), SDF, TIFF, PNG, npy. */
int stoner_load(unsigned long long ctx, const char *path, const char *filetype, unsigned long long *out);

/* Loads a scan of a scanning transmission X-ray microscope: NXstxm HDF5 as the PolLux beamline writes it. */
int stoner_load_stxm(unsigned long long ctx, const char *path, int regrid, int bcn, unsigned long long *out);

/* Saves an image to a temporary file, which is then renamed, so that a crash or a full disk leaves an old file complete. */
int stoner_image_save(unsigned long long ctx, unsigned long long image, const char *path, const char *formats, int
    forcetype);

/* Saves a TIFF with the metadata in its ImageDescription; planes, map and mask travel in a private tag. */
int stoner_image_save_tiff(unsigned long long ctx, unsigned long long image, const char *path, int forcetype);

/* Saves an 8-bit grey PNG, round(255 (v - min) / (max - min)), with the metadata in its text chunks. */
int stoner_image_save_png(unsigned long long ctx, unsigned long long image, const char *path);

/* Saves the array alone, of any rank and dtype, as numpy's npy. */
int stoner_image_save_npy(unsigned long long ctx, unsigned long long image, const char *path);

/* Makes an image from the caller's array, which is copied. */
int stoner_image_from_data(unsigned long long ctx, const unsigned char *data, int dtype, int ndim, const long long
    *shape, const long long *byte_strides, const unsigned char *mask, unsigned long long *out);

/* Makes a second image with the same content. */
int stoner_image_clone(unsigned long long ctx, unsigned long long image, unsigned long long *out);

/* Puts images together as the frames of a stack, in their order. */
int stoner_image_stack(unsigned long long ctx, const unsigned long long *images, long long n_images, unsigned long long
    *out);

/* One frame of a stack as an image, with its map, planes, mask, and its own energy, dwell and polarization. */
int stoner_image_frame(unsigned long long ctx, unsigned long long image, long long index, unsigned long long *out);

/* Makes an existing image what another one is: pixels, mask, planes, map, metadata, names. */
int stoner_image_assign(unsigned long long ctx, unsigned long long target, unsigned long long source);

/* Does nothing: a copy, as stoner_image_clone makes it. */
int stoner_image_do_nothing(unsigned long long ctx, unsigned long long image, unsigned long long *out);

/* Frees an image. */
int stoner_image_free(unsigned long long image);

/* Whether two images are equal: dtype, shape, mask and every unmasked element (NaN equals NaN), and with `all` also planes, map, metadata, file name and title. */
int stoner_image_equal(unsigned long long ctx, unsigned long long a, unsigned long long b, int all, int *equal);

/* The rank: 2 for an image, 3 for a stack. */
int stoner_image_ndim(unsigned long long ctx, unsigned long long image, int *ndim);

/* The lengths of the axes: (rows, columns) of an image. */
int stoner_image_shape(unsigned long long ctx, unsigned long long image, long long *shape, long long capacity, long long
    *ndim);

/* The dtype: STONER_BOOL to STONER_C128. */
int stoner_image_dtype(unsigned long long ctx, unsigned long long image, int *dtype);

/* The number of elements. */
int stoner_image_size(unsigned long long ctx, unsigned long long image, long long *size);

/* The title that was set, else the file name without its folder, else "". */
int stoner_image_title(unsigned long long ctx, unsigned long long image, char *buffer, long long capacity, long long
    *length);

/* Sets the title. */
int stoner_image_set_title(unsigned long long ctx, unsigned long long image, const char *title);

/* The file that the image was loaded from, or the name that was set; "" if there is none. */
int stoner_image_filename(unsigned long long ctx, unsigned long long image, char *buffer, long long capacity, long long
    *length);

/* Sets the file name, which stoner_image_save uses if it gets none. */
int stoner_image_set_filename(unsigned long long ctx, unsigned long long image, const char *filename);

/* Opens a file as a scan: NXstxm (HDF5) or SDF (its header .hdr, or one of its data files). */
int stoner_scan_open(unsigned long long ctx, const char *path, unsigned long long *out);

/* Makes a second handle for the same scan. */
int stoner_scan_clone(unsigned long long ctx, unsigned long long scan, unsigned long long *out);

/* Frees a scan. */
int stoner_scan_free(unsigned long long scan);

/* The file. */
int stoner_scan_filename(unsigned long long ctx, unsigned long long scan, char *buffer, long long capacity, long long
    *length);

/* The rule by which the file was recognised as a scan. */
int stoner_scan_rule(unsigned long long ctx, unsigned long long scan, char *buffer, long long capacity, long long
    *length);

/* The number of entries; at least 1. */
int stoner_scan_entry_count(unsigned long long ctx, unsigned long long scan, int *n);

/* An entry's name: its path in the file without the first slash. */
int stoner_scan_entry_name(unsigned long long ctx, unsigned long long scan, int index, char *buffer, long long capacity,
    long long *length);

/* The default entry: the one to which the file's attribute `default` leads, else the first by name. */
int stoner_scan_default_entry(unsigned long long ctx, unsigned long long scan, int *index);

/* What an entry scanned along what. */
int stoner_scan_kind(unsigned long long ctx, unsigned long long scan, const char *entry, int *kind);

/* When an entry began, as the file says it (ISO 8601 in NeXus); "" where it does not. */
int stoner_scan_start(unsigned long long ctx, unsigned long long scan, const char *entry, char *buffer, long long
    capacity, long long *length);

/* When an entry ended, as the file says it; "" where it does not: the scan may be going on, or was stopped. */
int stoner_scan_end(unsigned long long ctx, unsigned long long scan, const char *entry, char *buffer, long long
    capacity, long long *length);

/* Where an entry was measured, as the file says it; "" where it does not. */
int stoner_scan_facility(unsigned long long ctx, unsigned long long scan, const char *entry, char *buffer, long long
    capacity, long long *length);

/* How often the reader assumed something, or left something out, because an entry breaks a rule of its format. */
int stoner_scan_repair_count(unsigned long long ctx, unsigned long long scan, const char *entry, int *n);

/* One of those, in words. */
int stoner_scan_repair(unsigned long long ctx, unsigned long long scan, const char *entry, int index, char *buffer, long
    long capacity, long long *length);

/* A copy of an entry's metadata, but for long arrays, which come with its images. */
int stoner_scan_metadata(unsigned long long ctx, unsigned long long scan, const char *entry, unsigned long long *out);

/* The number of an entry's detectors; at least 1. */
int stoner_scan_detector_count(unsigned long long ctx, unsigned long long scan, const char *entry, int *n);

/* A detector's name: the path of its group below the entry, and of its dataset where the group has several. */
int stoner_scan_detector_name(unsigned long long ctx, unsigned long long scan, const char *entry, int index, char
    *buffer, long long capacity, long long *length);

/* An entry's default detector: the one to which the file's attributes `default` and `signal` lead, else what stoner_load takes. */
int stoner_scan_default_detector(unsigned long long ctx, unsigned long long scan, const char *entry, int *index);

/* The number of an entry's monitors: what was measured beside the detectors at each pixel, the ring current for example. */
int stoner_scan_monitor_count(unsigned long long ctx, unsigned long long scan, const char *entry, int *n);

/* A monitor's name. */
int stoner_scan_monitor_name(unsigned long long ctx, unsigned long long scan, const char *entry, int index, char
    *buffer, long long capacity, long long *length);

/* The lengths of the axes of a detector's image: (rows, columns), (frames, rows, columns), or (energies) of a point spectrum. */
int stoner_scan_shape(unsigned long long ctx, unsigned long long scan, const char *entry, const char *detector, long
    long *shape, long long capacity, long long *ndim);

/* The dtype of a detector's values. */
int stoner_scan_dtype(unsigned long long ctx, unsigned long long scan, const char *entry, const char *detector, int
    *dtype);

/* The number of a detector's frames: the first of three axes; 1 for an image or a spectrum. */
int stoner_scan_frame_count(unsigned long long ctx, unsigned long long scan, const char *entry, const char *detector,
    long long *n);

/* The name of an axis in the file: "energy", "sample_y"; "" where it has none. */
int stoner_scan_axis_name(unsigned long long ctx, unsigned long long scan, const char *entry, const char *detector, int
    axis, char *buffer, long long capacity, long long *length);

/* The unit of an axis in the file; "" where it has none. */
int stoner_scan_axis_unit(unsigned long long ctx, unsigned long long scan, const char *entry, const char *detector, int
    axis, char *buffer, long long capacity, long long *length);

/* The nominal points of an axis in the file's order and unit. */
int stoner_scan_axis_values(unsigned long long ctx, unsigned long long scan, const char *entry, const char *detector,
    int axis, double *buffer, long long capacity, long long *length);

/* What runs along an axis. */
int stoner_scan_axis_role(unsigned long long ctx, unsigned long long scan, const char *entry, const char *detector, int
    axis, int *role);

/* Which way the points of an axis go in the file. */
int stoner_scan_axis_direction(unsigned long long ctx, unsigned long long scan, const char *entry, const char *detector,
    int axis, int *direction);

/* A well-known quantity of each frame, in the unit that stoner_quantity_unit says, whatever the file's own. */
int stoner_scan_quantity(unsigned long long ctx, unsigned long long scan, const char *entry, const char *detector, int
    quantity, double *buffer, long long capacity, long long *length);

/* The whole image of a detector or monitor, with positions, map, metadata as stoner_load gives them; a stack has an axis of frames. */
int stoner_scan_image(unsigned long long ctx, unsigned long long scan, const char *entry, const char *detector, unsigned
    long long *out);

/* One frame of a detector's stack as an image of rank 2, with its own energy, dwell, positions, ring current and map. */
int stoner_scan_frame(unsigned long long ctx, unsigned long long scan, const char *entry, const char *detector, long
    long frame, unsigned long long *out);

/* The spectrum of a region of the sample: a table with a row for each frame. */
int stoner_scan_spectrum(unsigned long long ctx, unsigned long long scan, const char *entry, const char *detector, const
    long long *box, unsigned long long region, unsigned long long *out);

/* The points of a frame in the order in which they were measured: a table with a row for each. */
int stoner_scan_points(unsigned long long ctx, unsigned long long scan, const char *entry, const char *detector, long
    long frame, unsigned long long *out);

/* The part of a detector's values that were written, as far as the file's storage tells, which counts chunks: 1 for a complete scan, less for one that was stopped or is going on. */
int stoner_scan_completeness(unsigned long long ctx, unsigned long long scan, const char *entry, const char *detector,
    double *fraction);

/* The scan as its file is now: a file that another program writes grows. */
int stoner_scan_refresh(unsigned long long ctx, unsigned long long scan, const char *entry, const char *detector, long
    long *first, long long *n, unsigned long long *out);

/* Makes a live image without points. */
int stoner_live_new(unsigned long long ctx, long long rows, long long columns, double x_first, double y_first, double
    x_step, double y_step, int spread, double reference, const char *unit, unsigned long long *out);

/* Makes a second live image with the same points, which goes its own way from here. */
int stoner_live_clone(unsigned long long ctx, unsigned long long live, unsigned long long *out);

/* Frees a live image. */
int stoner_live_free(unsigned long long live);

/* Adds points. */
int stoner_live_push(unsigned long long ctx, unsigned long long live, const double *x, const double *y, const double
    *counts, const double *monitor, long long n_points);

/* Takes an image of all points so far: f64, masked where no point is, with a map, the metadata of stoner_live_set_metadata, and the planes "coverage" (the number of points in each pixel) and "error" (the standard error where photons are counted: the root of the counts, that of one count where there are none). */
int stoner_live_image(unsigned long long ctx, unsigned long long live, unsigned long long *out);

/* Writes the same into memory of the caller's, row by row. */
int stoner_live_read(unsigned long long ctx, unsigned long long live, double *values, double *errors, double *coverage,
    long long n_pixels);

/* How far the measurement is. */
int stoner_live_state(unsigned long long ctx, unsigned long long live, long long *points, long long *outside, long long
    *invalid, double *coverage);

/* Forgets all points, for the next frame. */
int stoner_live_reset(unsigned long long ctx, unsigned long long live);

/* Gives metadata (energy, dwell, polarization, ...) to the images that are taken from now on. */
int stoner_live_set_metadata(unsigned long long ctx, unsigned long long live, unsigned long long metadata);

/* Makes a context. */
int stoner_context_new(unsigned long long ctx, unsigned long long *out);

/* Frees a context. */
int stoner_context_free(unsigned long long context);

/* The message of the last call that failed with this context, with its causes; "" when none did. */
const char *stoner_last_error(unsigned long long ctx);

/* The text of stoner_last_error, into the caller's buffer. */
int stoner_last_error_read(unsigned long long ctx, char *buffer, long long capacity, long long *length);

/* The status of the last call that failed with this context; STONER_OK when none did. */
int stoner_last_error_status(unsigned long long ctx);

/* Forgets the last error. */
int stoner_context_clear_error(unsigned long long ctx);

/* The number of warnings. */
int stoner_context_warning_count(unsigned long long ctx, long long *kept, long long *dropped);

/* One warning, in the order in which they were added. */
int stoner_context_warning(unsigned long long ctx, long long index, char *buffer, long long capacity, long long
    *length);

/* What one warning is about, so that a program need not read its text. */
int stoner_context_warning_code(unsigned long long ctx, long long index, int *code);

/* Forgets all warnings. */
int stoner_context_clear_warnings(unsigned long long ctx);

/* Sets how many threads one call with this context may use. */
int stoner_context_set_threads(unsigned long long ctx, int threads);

/* How many threads one call with this context may use, at least 1. */
int stoner_context_threads(unsigned long long ctx, int *threads);

/* Sets what one call with this context may take of memory where its inputs do not justify more: a file that unpacks to far more than its length, or an argument (a number of bins, the width of a line) that asks for far more than the image. */
int stoner_context_set_memory_limit(unsigned long long ctx, long long bytes);

/* What one call with this context may take of memory where its inputs do not justify more. */
int stoner_context_memory_limit(unsigned long long ctx, long long *bytes);

/* Asks all calls that run or will run with this context to stop: they return STONER_ERR_CANCELLED as soon as they can. */
int stoner_context_cancel(unsigned long long ctx);

/* Withdraws a cancellation. */
int stoner_context_reset_cancel(unsigned long long ctx);

/* Whether the context is cancelled. */
int stoner_context_is_cancelled(unsigned long long ctx, int *cancelled);

/* The progress of the long call that last reported. */
int stoner_context_progress(unsigned long long ctx, double *fraction);

/* Turns a quarter clockwise, as seen on the screen. */
int stoner_image_cw(unsigned long long ctx, unsigned long long image, unsigned long long *out);

/* Turns a quarter counter-clockwise, as seen on the screen. */
int stoner_image_ccw(unsigned long long ctx, unsigned long long image, unsigned long long *out);

/* Mirrors left and right. */
int stoner_image_flip_h(unsigned long long ctx, unsigned long long image, unsigned long long *out);

/* Mirrors top and bottom. */
int stoner_image_flip_v(unsigned long long ctx, unsigned long long image, unsigned long long *out);

/* The array with all its axes in reverse order (numpy's T). */
int stoner_image_transpose(unsigned long long ctx, unsigned long long image, unsigned long long *out);

/* Keeps a box of the image. */
int stoner_image_crop(unsigned long long ctx, unsigned long long image, const long long *box, unsigned long long *out);

/* The box that leaves a border of so many pixels on each side. */
int stoner_image_box_from_border(unsigned long long ctx, unsigned long long image, long long border, long long *box);

/* The box that leaves out a fraction of the width and of the height, half of it on each side: 0.1 of 40 columns and 20 rows gives x 2 to 38, y 1 to 19. */
int stoner_image_box_from_border_fraction(unsigned long long ctx, unsigned long long image, double fraction, long long
    *box);

/* The box between fractions of the width and of the height, rounded to the nearest pixel (half to even). */
int stoner_image_box_from_fraction(unsigned long long ctx, unsigned long long image, const double *fractions, long long
    *box);

/* The box that a metadata entry holds: four numbers (integers are pixels, negative ones from the end, values between 0 and 1 fractions, larger ones are rounded, none means the image's end), or one number, then a border as in stoner_image_box_from_border (integer) or stoner_image_box_from_border_fraction. */
int stoner_image_box_from_metadata(unsigned long long ctx, unsigned long long image, const char *key, long long *box);

/* The box that holds the whole image: 0, columns, 0, rows. */
int stoner_image_max_box(unsigned long long ctx, unsigned long long image, long long *box);

/* The aspect ratio, width / height in pixels. */
int stoner_image_aspect(unsigned long long ctx, unsigned long long image, double *aspect);

/* The middle, computed as in the original: (rows / 2, columns / 2), row first. */
int stoner_image_centre(unsigned long long ctx, unsigned long long image, double *centre);

/* Rotates clockwise, as seen on the screen. */
int stoner_image_rotate(unsigned long long ctx, unsigned long long image, double angle, int resize, const double
    *centre_xy, int order, int mode, double cval, int clip, int preserve_range, unsigned long long *out);

/* Moves the content of the image: (2, 1) moves it 2 columns right and 1 row down. */
int stoner_image_translate(unsigned long long ctx, unsigned long long image, const double *translation, int
    add_metadata, int order, int mode, int cval_mode, double cval, unsigned long long *out);

/* The largest box that has pixels of the original after a translation: xmin, xmax, ymin, ymax, the upper sides exclusive. */
int stoner_image_translate_limits(unsigned long long ctx, unsigned long long image, const double *translation, int
    reverse, double *limits);

/* Finds the movement that aligns an image with a reference, and moves nothing. */
int stoner_image_register(unsigned long long ctx, unsigned long long image, unsigned long long reference, const char
    *method, const long long *box, double scale, int prefilter, double prefilter_sigma, double upsample_factor, double
    threshold, int rotation, int scaling, double *shift, double *sigma, double *angle, double *magnification, unsigned
    long long *details);

/* Moves an image so that its content lies on that of a reference. */
int stoner_image_align(unsigned long long ctx, unsigned long long image, unsigned long long reference, const char
    *method, const long long *box, double scale, int prefilter, double prefilter_sigma, double upsample_factor, double
    threshold, int rotation, int scaling, int order, int mode, double cval, int do_shift, unsigned long long *out);

/* Moves an image back by what it has drifted from a reference: its features, the structure whose gradient is strong, are laid on those of the reference by the method gauss_newton. */
int stoner_image_correct_drift(unsigned long long ctx, unsigned long long image, unsigned long long reference, double
    threshold, double upsample_factor, const long long *box, int do_shift, unsigned long long *out);

/* Lays the frames of a series on each other. */
int stoner_image_align_stack(unsigned long long ctx, unsigned long long stack, int series, long long reference, const
    char *method, const long long *box, double scale, int prefilter, double prefilter_sigma, double upsample_factor,
    double threshold, int order, int mode, double cval, unsigned long long *shifts, unsigned long long *out);

/* The values that are known at some points, at other positions (SciPy's griddata): any points, any targets, in two dimensions. */
int stoner_image_griddata(unsigned long long ctx, unsigned long long image, unsigned long long values, unsigned long
    long xi, int method, double fill_value, int rescale, unsigned long long *out);

/* Brings an image from the positions at which its pixels were measured to a regular grid of positions. */
int stoner_image_gridimage(unsigned long long ctx, unsigned long long image, unsigned long long points_x, unsigned long
    long points_y, unsigned long long xi_x, unsigned long long xi_y, int method, int fill_mode, double fill_value, int
    rescale, int remove_offset, double max_distance, double *offset, unsigned long long *out);

/* A straight line one pixel wide, both ends included (J. */
int stoner_image_draw_line(unsigned long long ctx, unsigned long long image, long long x0, long long y0, long long x1,
    long long y1, int target, int dtype, const unsigned char *value);

/* A filled circle: the pixels nearer to its centre than the radius. */
int stoner_image_draw_disk(unsigned long long ctx, unsigned long long image, double x, double y, double radius, int
    target, int dtype, const unsigned char *value);

/* A filled circle, under the original's name for stoner_image_draw_disk. */
int stoner_image_draw_circle(unsigned long long ctx, unsigned long long image, double x, double y, double radius, int
    target, int dtype, const unsigned char *value);

/* A ring: the pixels within the outer circle but not within the inner one. */
int stoner_image_draw_annulus(unsigned long long ctx, unsigned long long image, double x, double y, double radius1,
    double radius2, int target, int dtype, const unsigned char *value);

/* A circle one pixel wide: J. */
int stoner_image_draw_circle_perimeter(unsigned long long ctx, unsigned long long image, long long x, long long y, long
    long radius, int method, int target, int dtype, const unsigned char *value);

/* A filled ellipse. */
int stoner_image_draw_ellipse(unsigned long long ctx, unsigned long long image, double x, double y, double x_radius,
    double y_radius, double rotation, int target, int dtype, const unsigned char *value);

/* An ellipse one pixel wide (A. */
int stoner_image_draw_ellipse_perimeter(unsigned long long ctx, unsigned long long image, long long x, long long y, long
    long x_radius, long long y_radius, double orientation, int target, int dtype, const unsigned char *value);

/* A filled polygon, with the pixels on its edges; where edges cross, the parts that an odd number of them surrounds (J. */
int stoner_image_draw_polygon(unsigned long long ctx, unsigned long long image, const double *x, const double *y, long
    long n_vertices, int target, int dtype, const unsigned char *value);

/* A closed polygon one pixel wide, its vertices rounded to pixels (halves to the even one). */
int stoner_image_draw_polygon_perimeter(unsigned long long ctx, unsigned long long image, const double *x, const double
    *y, long long n_vertices, int clip, int target, int dtype, const unsigned char *value);

/* A filled rectangle along the axes, both corners included. */
int stoner_image_draw_rectangle(unsigned long long ctx, unsigned long long image, double x0, double y0, double x1,
    double y1, int target, int dtype, const unsigned char *value);

/* The line one pixel wide around a rectangle: the pixels next to it, outside. */
int stoner_image_draw_rectangle_perimeter(unsigned long long ctx, unsigned long long image, double x0, double y0, double
    x1, double y1, int clip, int target, int dtype, const unsigned char *value);

/* A filled rectangle around a centre, turned by an angle: the polygon between its corners. */
int stoner_image_draw_rotated_rectangle(unsigned long long ctx, unsigned long long image, double x, double y, double
    width, double height, double angle, int target, int dtype, const unsigned char *value);

/* The outline of stoner_image_draw_rotated_rectangle, one pixel wide. */
int stoner_image_draw_rotated_rectangle_perimeter(unsigned long long ctx, unsigned long long image, double x, double y,
    double width, double height, double angle, int target, int dtype, const unsigned char *value);

/* A filled square around a centre, turned by an angle. */
int stoner_image_draw_square(unsigned long long ctx, unsigned long long image, double x, double y, double width, double
    angle, int target, int dtype, const unsigned char *value);

/* A rational quadratic Bezier curve one pixel wide (A. */
int stoner_image_draw_bezier_curve(unsigned long long ctx, unsigned long long image, long long x0, long long y0, long
    long x1, long long y1, long long x2, long long y2, double weight, int target, int dtype, const unsigned char
    *value);

/* An image with an image: sum, difference, product, quotient, power and more of each pair of elements. */
int stoner_image_arithmetic(unsigned long long ctx, unsigned long long a, int operation, unsigned long long b, int
    dtype, unsigned long long *out);

/* An image with a number, or a number with an image. */
int stoner_image_arithmetic_scalar(unsigned long long ctx, unsigned long long image, int operation, double value, int
    swapped, int dtype, unsigned long long *out);

/* Compares an image with an image: a bool image, which stoner_image_read gives as the bytes of a mask. */
int stoner_image_compare(unsigned long long ctx, unsigned long long a, int comparison, unsigned long long b, unsigned
    long long *out);

/* Compares an image with a number, which has the image's dtype, or is double beside integers (of which those beyond 2^53 are rounded). */
int stoner_image_compare_scalar(unsigned long long ctx, unsigned long long image, int comparison, double value, unsigned
    long long *out);

/* Combines truths: whatever is not 0 is true. */
int stoner_image_logic(unsigned long long ctx, unsigned long long a, int operation, unsigned long long b, unsigned long
    long *out);

/* A function of each element: square root, logarithm, magnitude and more. */
int stoner_image_math(unsigned long long ctx, unsigned long long image, int function, int dtype, unsigned long long
    *out);

/* Takes elements of `a` where a condition is true (not 0), else of `b`. */
int stoner_image_where(unsigned long long ctx, unsigned long long condition, unsigned long long a, unsigned long long b,
    unsigned long long *out);

/* stoner_image_arithmetic for loops: an existing image becomes the result, with all that belongs to it. */
int stoner_image_arithmetic_into(unsigned long long ctx, unsigned long long a, int operation, unsigned long long b, int
    dtype, unsigned long long target);

/* stoner_image_arithmetic_scalar for loops; see stoner_image_arithmetic_into. */
int stoner_image_arithmetic_scalar_into(unsigned long long ctx, unsigned long long image, int operation, double value,
    int swapped, int dtype, unsigned long long target);

/* stoner_image_math for loops; see stoner_image_arithmetic_into. */
int stoner_image_math_into(unsigned long long ctx, unsigned long long image, int function, int dtype, unsigned long long
    target);

/* stoner_image_arithmetic with the result in the caller's memory: no image is made. */
int stoner_image_arithmetic_read(unsigned long long ctx, unsigned long long a, int operation, unsigned long long b, int
    dtype, const long long *byte_strides, unsigned char *buffer, long long buffer_bytes, unsigned char *mask, long long
    mask_bytes);

/* Converts to another dtype and scales values to its range: floats are expected in [-1, 1], integers fill their whole range. */
int stoner_image_convert(unsigned long long ctx, unsigned long long image, int dtype, int force_copy, int uniform, int
    normalise, unsigned long long *out);

/* Converts integers and booleans to floating point; floats stay as they are. */
int stoner_image_asfloat(unsigned long long ctx, unsigned long long image, int normalise, int clip, int clip_negative,
    unsigned long long *out);

/* Clips values to [-1, 1], to [0, 1], or to limits, in the same dtype. */
int stoner_image_clip_intensity(unsigned long long ctx, unsigned long long image, int clip_negative, const double
    *limits, unsigned long long *out);

/* Scales values linearly to a range. */
int stoner_image_normalise(unsigned long long ctx, unsigned long long image, const double *scale, const long long
    *sample, const double *limits, int scale_masked, unsigned long long *out);

/* The lowest and the highest value. */
int stoner_image_span(unsigned long long ctx, unsigned long long image, double *min, double *max);

/* Stretches the intensities so that two limits become the ends of the dtype's range; values beyond are clipped. */
int stoner_image_adjust_contrast(unsigned long long ctx, unsigned long long image, const double *lims, int percent,
    unsigned long long *out);

/* contrast * (image - background) + offset. */
int stoner_image_subtract_image(unsigned long long ctx, unsigned long long image, unsigned long long background, double
    contrast, int clip, double offset, unsigned long long *out);

/* A bool image: where the pixels lie between two values, both excluded. */
int stoner_image_threshold_minmax(unsigned long long ctx, unsigned long long image, double threshmin, double threshmax,
    unsigned long long *out);

/* Sets negative values to 0; all others stay, those above 1 too. */
int stoner_image_clip_neg(unsigned long long ctx, unsigned long long image, unsigned long long *out);

/* Subtracts a polynomial background: one polynomial along x and one along y. */
int stoner_image_level_image(unsigned long long ctx, unsigned long long image, int poly_vert, int poly_horiz, const long
    long *box, const double *vert, int n_vert, const double *horiz, int n_horiz, int mode, unsigned long long *out);

/* Gives each pixel one of a few values, by the band in which it lies; the upper edge belongs to its band. */
int stoner_image_quantize(unsigned long long ctx, unsigned long long image, const double *output, long long n_output,
    const double *levels, long long n_levels, unsigned long long *out);

/* Replaces the pixels below one and above another percentile. */
int stoner_image_remove_outliers(unsigned long long ctx, unsigned long long image, const double *percentiles, const
    double *replace, unsigned long long *out);

/* Converts to integers, as stoner_image_convert does: floats from [-1, 1], rounded half to even; integers by their bits. */
int stoner_image_asint(unsigned long long ctx, unsigned long long image, int dtype, unsigned long long *out);

/* The range of intensities of the image's dtype: -1 and 1 for floats, 0 and 1 for bool, all values for integers (those of 64 bits rounded to `double`). */
int stoner_image_dtype_limits(unsigned long long ctx, unsigned long long image, int clip_negative, double *min, double
    *max);

/* Scales integers of n bits (0 to 2^n - 1) to m bits. */
int stoner_image_im_scale(unsigned long long ctx, unsigned long long image, int n, int m, int dtype, unsigned long long
    *out);

/* Whether converting to a dtype loses precision; then there is a warning too. */
int stoner_image_prec_loss(unsigned long long ctx, unsigned long long image, int dtype, int *loss);

/* Whether converting to a dtype loses signs: there are negative pixels and the dtype has no negative values; then there is a warning too. */
int stoner_image_sign_loss(unsigned long long ctx, unsigned long long image, int dtype, int *loss);

/* Smooths by a Gaussian, in floating point (float stays float, all else becomes double). */
int stoner_image_filter_image(unsigned long long ctx, unsigned long long image, const double *sigma_xy, int mode, double
    cval, double truncate, int preserve_range, unsigned long long *out);

/* Convolves with a Gaussian or with its derivatives, in the image's own dtype: integers are truncated after the pass along y and after that along x, and unsigned ones wrap where a derivative is negative (with a warning). */
int stoner_image_gaussian_filter(unsigned long long ctx, unsigned long long image, const double *sigma_xy, const int
    *order_xy, const int *mode_xy, double cval, double truncate, unsigned long long *out);

/* Fits a polynomial to the square window around each pixel and takes its value or derivative there (Savitzky-Golay). */
int stoner_image_sgolay2d(unsigned long long ctx, unsigned long long image, long long points, int poly, int derivative,
    unsigned long long *out, unsigned long long *angle);

/* Removes noise and keeps edges: the image u that makes the sum of squares of u - image, by 2 weight, plus the total variation of u least. */
int stoner_image_denoise(unsigned long long ctx, unsigned long long image, double weight, unsigned long long *out);

/* The discrete Fourier transform: the sum over the pixels of value times exp(-2 pi i (u x / columns + v y / rows)), without a factor. */
int stoner_image_fft(unsigned long long ctx, unsigned long long image, int shift, int output, int remove_dc, double
    gaussian, const char *window, unsigned long long *out);

/* The intensity along a line from one point to another, both included: a table with the columns X, Y, Distance (from `src`) and Intensity, and the image's metadata. */
int stoner_image_profile_line(unsigned long long ctx, unsigned long long image, const double *src, const double *dst,
    long long linewidth, int order, int mode, double cval, int constrain, int real_units, unsigned long long *out);

/* The intensity along the whole column of pixels at an x; see stoner_image_profile_line. */
int stoner_image_profile_line_x(unsigned long long ctx, unsigned long long image, double x, long long linewidth, int
    order, int mode, double cval, int constrain, int real_units, unsigned long long *out);

/* The intensity along the whole row of pixels at a y; see stoner_image_profile_line. */
int stoner_image_profile_line_y(unsigned long long ctx, unsigned long long image, double y, long long linewidth, int
    order, int mode, double cval, int constrain, int real_units, unsigned long long *out);

/* An image of the polar coordinates of each pixel, of dtype f64 (or c128). */
int stoner_image_radial_coordinates(unsigned long long ctx, unsigned long long image, const double *centre, const double
    *pixel_size, int size_from_map, int which, int angles, unsigned long long *out);

/* The profile of an image along the radius: a table with one row for each ring, in the columns "Low_r", "r" (the ring's middle), "high_r", "mean", "std" (ddof 0) and "number" of the pixels with Low_r <= r < high_r. */
int stoner_image_radial_profile(unsigned long long ctx, unsigned long long image, const double *angle, int n_angle,
    double sector_width, const double *r, long long n_r, const double *centre, const double *pixel_size, int
    size_from_map, int angles, unsigned long long *out);

/* The histogram of an image, or of all frames of a stack: a table with one row for each bin, in the columns "low", "centre", "high" (its edges and middle), "count", "density" (the count divided by the width and by the sum of all counts) and "cumulative" (the sum of the counts so far). */
int stoner_image_hist(unsigned long long ctx, unsigned long long image, long long bins, const double *edges, long long
    n_edges, const double *range, unsigned long long *out);

/* The sign of the polarization: +1 and -1 for the two circular ones, 0 for none or when the file does not say. */
int stoner_image_polarization(unsigned long long ctx, unsigned long long image, int *polarization);

/* Whether two images were taken under other conditions, so that their pixels are not to be combined: other places, pixel sizes, energies (metadata of the detector) or dwells. */
int stoner_image_unlike(unsigned long long ctx, unsigned long long image, unsigned long long other, int *unlike);

/* X-ray magnetic circular dichroism of two images of opposite polarization (see stoner_image_polarization). */
int stoner_image_xmcd(unsigned long long ctx, unsigned long long a, unsigned long long b, unsigned long long *out);

/* Makes a table without columns and metadata. */
int stoner_table_new(unsigned long long ctx, unsigned long long *out);

/* Makes a second table with the same content. */
int stoner_table_clone(unsigned long long ctx, unsigned long long table, unsigned long long *out);

/* Frees a table. */
int stoner_table_free(unsigned long long table);

/* Whether two tables have the same columns in the same order: names, units, values (NaN equals NaN); with `all` also the same metadata. */
int stoner_table_equal(unsigned long long ctx, unsigned long long a, unsigned long long b, int all, int *equal);

/* The number of rows; 0 without columns. */
int stoner_table_row_count(unsigned long long ctx, unsigned long long table, long long *n);

/* The number of columns. */
int stoner_table_column_count(unsigned long long ctx, unsigned long long table, int *n);

/* A column's name, without its unit. */
int stoner_table_column_name(unsigned long long ctx, unsigned long long table, int column, char *buffer, long long
    capacity, long long *length);

/* A column's unit; "" where it has none. */
int stoner_table_column_unit(unsigned long long ctx, unsigned long long table, int column, char *buffer, long long
    capacity, long long *length);

/* The column with a name: the first, where several share it. */
int stoner_table_column_index(unsigned long long ctx, unsigned long long table, const char *name, int *column);

/* Renames a column. */
int stoner_table_set_column_name(unsigned long long ctx, unsigned long long table, int column, const char *name);

/* Sets a column's unit. */
int stoner_table_set_column_unit(unsigned long long ctx, unsigned long long table, int column, const char *unit);

/* The values of one column. */
int stoner_table_read_column(unsigned long long ctx, unsigned long long table, int column, double *buffer, long long
    capacity, long long *n_rows);

/* The values of all columns. */
int stoner_table_read(unsigned long long ctx, unsigned long long table, int column_major, double *buffer, long long
    capacity, long long *length);

/* Adds a column after the others. */
int stoner_table_add_column(unsigned long long ctx, unsigned long long table, const char *name, const char *unit, const
    double *values, long long n_values);

/* A copy of the metadata: in a table that was made from an image, those of the image, without planes and grid, which belong to its pixels. */
int stoner_table_metadata(unsigned long long ctx, unsigned long long table, unsigned long long *out);

/* Replaces all metadata of a table. */
int stoner_table_set_metadata(unsigned long long ctx, unsigned long long table, unsigned long long metadata);

/* Saves a table as text, to a temporary file, which is then renamed. */
int stoner_table_save(unsigned long long ctx, unsigned long long table, const char *path, const char *format);

/* Loads a table that stoner_table_save or the Python package wrote, or any CSV file of numbers. */
int stoner_table_load(unsigned long long ctx, const char *path, const char *format, unsigned long long *out);

/* The number of colour maps, their reverses included. */
int stoner_cmap_count(unsigned long long ctx, int *n);

/* The name of a colour map: gray, viridis, plasma, inferno, magma, cividis, turbo, hot, afmhot, jet, bone, copper, Greys, Blues, coolwarm, RdBu, seismic, bwr, PuOr, PiYG, RdGy, Spectral, cubehelix, hsv, and each with _r for its reverse. */
int stoner_cmap_name(unsigned long long ctx, int index, char *buffer, long long capacity, long long *length);

/* The colours of a colour map: the bytes that matplotlib paints with. */
int stoner_cmap_colours(unsigned long long ctx, const char *cmap, unsigned char *rgba);

/* The pixels of an image in colours, one for each: for a live display. */
int stoner_image_to_rgba(unsigned long long ctx, unsigned long long image, unsigned long long options, unsigned char
    *rgba, long long capacity, long long *length);

/* Saves an image as a figure, a PNG file. */
int stoner_image_imshow(unsigned long long ctx, unsigned long long image, const char *path, unsigned long long options);

/* Saves an image as a figure with its options in one text, as stoner_image_apply_text takes them: "cmap=RdBu; colorbar=true; title=\"a; b\"". */
int stoner_image_imshow_text(unsigned long long ctx, unsigned long long image, const char *path, const char *options);

/* An image as a figure of a given size, into the caller's memory. */
int stoner_image_imshow_rgba(unsigned long long ctx, unsigned long long image, unsigned long long options, long long
    width, long long height, unsigned char *rgba, long long capacity, long long *length);

/* The places of the parts of a figure as drawn by stoner_image_imshow_rgba: a column for each part (figure, image, title, x_label, x_tick_0, ..., y_..., colorbar, colorbar_label, colorbar_tick_0, ..., scale_bar, scale_bar_label, scale_bar_line, metadata), four rows: xmin, xmax, ymin, ymax in pixels of the picture, the upper ends exclusive. */
int stoner_image_imshow_layout(unsigned long long ctx, unsigned long long image, unsigned long long options, long long
    width, long long height, unsigned long long *out);

/* Saves the histogram of an image as a figure, a PNG file: the counts of pixels as bars, and the part of the pixels up to each value as a curve with an axis of its own at the right. */
int stoner_image_plot_histogram(unsigned long long ctx, unsigned long long image, long long bins, const char *path,
    unsigned long long options);

/* The histogram of an image as a figure of a given size, into the caller's memory. */
int stoner_image_plot_histogram_rgba(unsigned long long ctx, unsigned long long image, long long bins, unsigned long
    long options, long long width, long long height, unsigned char *rgba, long long capacity, long long *length);

/* The places of the parts of a figure as drawn by stoner_image_plot_histogram_rgba: a column for each part (figure, axes, title, x_label, x_tick_0, ..., y_..., y2_...), four rows: xmin, xmax, ymin, ymax in pixels of the picture, the upper ends exclusive. */
int stoner_image_plot_histogram_layout(unsigned long long ctx, unsigned long long image, long long bins, unsigned long
    long options, long long width, long long height, unsigned long long *out);

/* Saves columns of a table as a figure, a PNG file: lines, with error bars and a legend on request. */
int stoner_table_plot(unsigned long long ctx, unsigned long long table, const char *path, unsigned long long options);

/* Columns of a table as a figure of a given size, into the caller's memory. */
int stoner_table_plot_rgba(unsigned long long ctx, unsigned long long table, unsigned long long options, long long
    width, long long height, unsigned char *rgba, long long capacity, long long *length);

/* The places of the parts of a figure as drawn by stoner_table_plot_rgba: a column for each part (figure, axes, title, x_label, x_tick_0, ..., y_..., legend, legend_0, ...), four rows: xmin, xmax, ymin, ymax in pixels of the picture, the upper ends exclusive. */
int stoner_table_plot_layout(unsigned long long ctx, unsigned long long table, unsigned long long options, long long
    width, long long height, unsigned long long *out);

/* The factor by which the size of a line of text is to be multiplied so that the text fits into a box, in the font of pictures. */
int stoner_auto_fit_fontsize(unsigned long long ctx, const char *value, double size, double width, double height, int
    scale_down, int scale_up, double *factor);

/* Reads the pixels into the caller's memory, converted to a dtype and laid out as requested, in one pass. */
int stoner_image_read(unsigned long long ctx, unsigned long long image, int dtype, const long long *byte_strides,
    unsigned char *buffer, long long buffer_bytes);

/* Reads the mask: one byte for each element in C order, 1 where it is masked. */
int stoner_image_read_mask(unsigned long long ctx, unsigned long long image, unsigned char *buffer, long long capacity,
    long long *length);

/* Writes the caller's values into the image, into a box or the whole, converted to the image's dtype (as in stoner_image_read). */
int stoner_image_write(unsigned long long ctx, unsigned long long image, const long long *box, const unsigned char
    *data, int dtype, const long long *byte_strides);

/* Replaces the mask. */
int stoner_image_write_mask(unsigned long long ctx, unsigned long long image, const unsigned char *mask, long long
    length);

/* Lends the pixels: a pointer to element 0 and the strides. */
int stoner_image_data(unsigned long long ctx, unsigned long long image, unsigned long long *data, long long
    *byte_strides);

/* Makes empty metadata. */
int stoner_metadata_new(unsigned long long ctx, unsigned long long *out);

/* Makes a second handle with the same content. */
int stoner_metadata_clone(unsigned long long ctx, unsigned long long metadata, unsigned long long *out);

/* Frees metadata. */
int stoner_metadata_free(unsigned long long metadata);

/* A copy of all metadata of an image; later changes of one do not change the other. */
int stoner_image_metadata(unsigned long long ctx, unsigned long long image, unsigned long long *out);

/* Replaces all metadata of an image. */
int stoner_image_set_metadata(unsigned long long ctx, unsigned long long image, unsigned long long metadata);

/* Whether two metadata have the same keys with the same values and units; their order does not matter. */
int stoner_metadata_equal(unsigned long long ctx, unsigned long long a, unsigned long long b, int *equal);

/* The number of entries. */
int stoner_metadata_count(unsigned long long ctx, unsigned long long metadata, long long *n);

/* The key at a place in the order. */
int stoner_metadata_key(unsigned long long ctx, unsigned long long metadata, long long index, char *buffer, long long
    capacity, long long *length);

/* Whether there is such a key. */
int stoner_metadata_contains(unsigned long long ctx, unsigned long long metadata, const char *key, int *found);

/* The type of a value. */
int stoner_metadata_type(unsigned long long ctx, unsigned long long metadata, const char *key, int *value_type);

/* The name of a value's type as written in files: "Double Float", "I32", "String", "1D Array (Double Float)". */
int stoner_metadata_type_name(unsigned long long ctx, unsigned long long metadata, const char *key, char *buffer, long
    long capacity, long long *length);

/* The unit of a value; "" when it has none. */
int stoner_metadata_unit(unsigned long long ctx, unsigned long long metadata, const char *key, char *buffer, long long
    capacity, long long *length);

/* Sets the unit of a value. */
int stoner_metadata_set_unit(unsigned long long ctx, unsigned long long metadata, const char *key, const char *unit);

/* Removes an entry; the others keep their order. */
int stoner_metadata_pop(unsigned long long ctx, unsigned long long metadata, const char *key, unsigned long long *out);

/* Removes the last entry. */
int stoner_metadata_popitem(unsigned long long ctx, unsigned long long metadata, unsigned long long *out);

/* Sets an entry to a default if its key does not exist. */
int stoner_metadata_setdefault(unsigned long long ctx, unsigned long long metadata, const char *key, unsigned long long
    defaults);

/* Sets every entry of another: existing keys keep their place, new ones come last in their order. */
int stoner_metadata_update(unsigned long long ctx, unsigned long long metadata, unsigned long long other);

/* Removes all entries. */
int stoner_metadata_clear(unsigned long long ctx, unsigned long long metadata);

/* A boolean. */
int stoner_metadata_get_bool(unsigned long long ctx, unsigned long long metadata, const char *key, int *value);

/* An integer; a boolean counts as 0 or 1. */
int stoner_metadata_get_i64(unsigned long long ctx, unsigned long long metadata, const char *key, long long *value);

/* A real number; an integer or boolean is converted. */
int stoner_metadata_get_f64(unsigned long long ctx, unsigned long long metadata, const char *key, double *value);

/* Text; of a timestamp its ISO 8601 form. */
int stoner_metadata_get_string(unsigned long long ctx, unsigned long long metadata, const char *key, char *buffer, long
    long capacity, long long *length);

/* A complex number; a real one has the imaginary part 0. */
int stoner_metadata_get_complex(unsigned long long ctx, unsigned long long metadata, const char *key, double *re, double
    *im);

/* Bytes; of text its UTF-8 form. */
int stoner_metadata_get_bytes(unsigned long long ctx, unsigned long long metadata, const char *key, unsigned char
    *buffer, long long capacity, long long *length);

/* An array of numbers, as an image: read its shape, dtype and elements. */
int stoner_metadata_get_array(unsigned long long ctx, unsigned long long metadata, const char *key, unsigned long long
    *out);

/* A nested value: a cluster as metadata of its own; a list or tuple as metadata with the keys "0", "1", ... */
int stoner_metadata_get_nested(unsigned long long ctx, unsigned long long metadata, const char *key, unsigned long long
    *out);

/* Any value as text, in the form that files have: 1.5, True, [1, 2], array([1., 2.]), and text as it is. */
int stoner_metadata_get_text(unsigned long long ctx, unsigned long long metadata, const char *key, char *buffer, long
    long capacity, long long *length);

/* A whole entry as text with its key and type: "energy{Double Float}=708.5". */
int stoner_metadata_export(unsigned long long ctx, unsigned long long metadata, const char *key, char *buffer, long long
    capacity, long long *length);

/* A boolean. */
int stoner_image_metadata_get_bool(unsigned long long ctx, unsigned long long image, const char *key, int *value);

/* An integer; a boolean counts as 0 or 1. */
int stoner_image_metadata_get_i64(unsigned long long ctx, unsigned long long image, const char *key, long long *value);

/* A real number; an integer or boolean is converted. */
int stoner_image_metadata_get_f64(unsigned long long ctx, unsigned long long image, const char *key, double *value);

/* Text; of a timestamp its ISO 8601 form. */
int stoner_image_metadata_get_string(unsigned long long ctx, unsigned long long image, const char *key, char *buffer,
    long long capacity, long long *length);

/* Sets a boolean. */
int stoner_metadata_set_bool(unsigned long long ctx, unsigned long long metadata, const char *key, int value);

/* Sets an integer. */
int stoner_metadata_set_i64(unsigned long long ctx, unsigned long long metadata, const char *key, long long value);

/* Sets a real number. */
int stoner_metadata_set_f64(unsigned long long ctx, unsigned long long metadata, const char *key, double value);

/* Sets text. */
int stoner_metadata_set_string(unsigned long long ctx, unsigned long long metadata, const char *key, const char *value);

/* Sets an entry without a value. */
int stoner_metadata_set_none(unsigned long long ctx, unsigned long long metadata, const char *key);

/* Sets a complex number. */
int stoner_metadata_set_complex(unsigned long long ctx, unsigned long long metadata, const char *key, double re, double
    im);

/* Sets bytes. */
int stoner_metadata_set_bytes(unsigned long long ctx, unsigned long long metadata, const char *key, const unsigned char
    *value, long long length);

/* Sets a date and time. */
int stoner_metadata_set_timestamp(unsigned long long ctx, unsigned long long metadata, const char *key, const char
    *value);

/* Sets an array of numbers: pixels and mask of an image, which are shared, not copied. */
int stoner_metadata_set_array(unsigned long long ctx, unsigned long long metadata, const char *key, unsigned long long
    value);

/* Sets a cluster: named values. */
int stoner_metadata_set_cluster(unsigned long long ctx, unsigned long long metadata, const char *key, unsigned long long
    value);

/* Sets a list. */
int stoner_metadata_set_list(unsigned long long ctx, unsigned long long metadata, const char *key, unsigned long long
    value);

/* Sets a tuple: a cluster without names. */
int stoner_metadata_set_tuple(unsigned long long ctx, unsigned long long metadata, const char *key, unsigned long long
    value);

/* Sets options from one text, as stoner_image_apply_text takes them: "scale=4; method=scharr". */
int stoner_metadata_set_options(unsigned long long ctx, unsigned long long metadata, const char *options);

/* Sets a value from its text form; see stoner_metadata_get_text. */
int stoner_metadata_set_text(unsigned long long ctx, unsigned long long metadata, const char *key, const char
    *type_name, const char *value);

/* Sets a boolean. */
int stoner_image_metadata_set_bool(unsigned long long ctx, unsigned long long image, const char *key, int value);

/* Sets an integer. */
int stoner_image_metadata_set_i64(unsigned long long ctx, unsigned long long image, const char *key, long long value);

/* Sets a real number. */
int stoner_image_metadata_set_f64(unsigned long long ctx, unsigned long long image, const char *key, double value);

/* Sets text. */
int stoner_image_metadata_set_string(unsigned long long ctx, unsigned long long image, const char *key, const char
    *value);

/* The number of planes: arrays that belong to the pixels, such as the measured positions "actual_x", "actual_y" and the ring current "beam current". */
int stoner_image_plane_count(unsigned long long ctx, unsigned long long image, long long *n);

/* The name of a plane. */
int stoner_image_plane_name(unsigned long long ctx, unsigned long long image, long long index, char *buffer, long long
    capacity, long long *length);

/* A plane as an image: of the image's shape, or of one frame's when all frames of a stack share it. */
int stoner_image_plane(unsigned long long ctx, unsigned long long image, const char *name, unsigned long long *out);

/* The unit of a plane; "" when it has none. */
int stoner_image_plane_unit(unsigned long long ctx, unsigned long long image, const char *name, char *buffer, long long
    capacity, long long *length);

/* Adds or replaces a plane. */
int stoner_image_set_plane(unsigned long long ctx, unsigned long long image, const char *name, unsigned long long plane,
    const char *unit);

/* Removes a plane. */
int stoner_image_remove_plane(unsigned long long ctx, unsigned long long image, const char *name);

/* The map from pixels to stage positions: x = origin[0] + step[0] * column + step[1] * row, y = origin[1] + step[2] * column + step[3] * row. */
int stoner_image_map(unsigned long long ctx, unsigned long long image, double *origin, double *step);

/* The name of a coordinate of the map: "sample_x" and "sample_y" in a sample image, "zone_plate" down a focus scan. */
int stoner_image_map_name(unsigned long long ctx, unsigned long long image, int coordinate, char *buffer, long long
    capacity, long long *length);

/* The unit of a coordinate of the map; "" when it has none. */
int stoner_image_map_unit(unsigned long long ctx, unsigned long long image, int coordinate, char *buffer, long long
    capacity, long long *length);

/* Sets the map; see stoner_image_map. */
int stoner_image_set_map(unsigned long long ctx, unsigned long long image, const double *origin, const double *step,
    const char *name_x, const char *name_y, const char *unit_x, const char *unit_y);

/* The width and height of a pixel: the lengths of the map's steps by one column and by one row, in the map's units. */
int stoner_image_pixel_size(unsigned long long ctx, unsigned long long image, double *width, double *height);

/* The stage position of a pixel according to the map. */
int stoner_image_position(unsigned long long ctx, unsigned long long image, double column, double row, double *x, double
    *y);

/* A quantity's name, the same for all facilities: "energy", "ring_current". */
int stoner_quantity_name(unsigned long long ctx, int quantity, char *buffer, long long capacity, long long *length);

/* A quantity's unit, the same for all facilities: "eV", "mA"; "" for a number without one. */
int stoner_quantity_unit(unsigned long long ctx, int quantity, char *buffer, long long capacity, long long *length);

/* A well-known quantity according to the metadata, in the unit that stoner_quantity_unit says: a value for each frame of a stack, one for any other image. */
int stoner_image_quantity(unsigned long long ctx, unsigned long long image, int quantity, double *buffer, long long
    capacity, long long *length);

/* The key of the metadata entry with the values of the axis of frames: "counter0.energy"; "" where there is no such axis. */
int stoner_image_frame_axis_key(unsigned long long ctx, unsigned long long image, char *buffer, long long capacity, long
    long *length);

/* The name of the axis of frames: "energy"; "" where there is no such axis. */
int stoner_image_frame_axis_name(unsigned long long ctx, unsigned long long image, char *buffer, long long capacity,
    long long *length);

/* The unit of the axis of frames; "" where it has none, or there is no such axis. */
int stoner_image_frame_axis_unit(unsigned long long ctx, unsigned long long image, char *buffer, long long capacity,
    long long *length);

/* The values of the axis of frames, one for each; none where there is no such axis. */
int stoner_image_frame_axis_values(unsigned long long ctx, unsigned long long image, double *buffer, long long capacity,
    long long *length);

/* Gives an image an axis of frames along its first axis: the values become the metadata entry `name`, and follow the frames from then on. */
int stoner_image_set_frame_axis(unsigned long long ctx, unsigned long long image, const char *name, const char *unit,
    const double *values, long long n_values);

/* The size of one element in bytes. */
int stoner_image_itemsize(unsigned long long ctx, unsigned long long image, long long *itemsize);

/* The size of all elements in bytes: what stoner_image_read needs in the image's own dtype. */
int stoner_image_nbytes(unsigned long long ctx, unsigned long long image, long long *nbytes);

/* The steps in bytes from an element to the next along each axis, as stoner_image_data gives them; negative where an axis is reversed. */
int stoner_image_strides(unsigned long long ctx, unsigned long long image, long long *strides, long long capacity, long
    long *ndim);

/* Whether the elements are contiguous in C order. */
int stoner_image_iscontiguous(unsigned long long ctx, unsigned long long image, int *contiguous);

/* The same elements in another shape. */
int stoner_image_reshape(unsigned long long ctx, unsigned long long image, const long long *shape, int n_shape, int
    order, unsigned long long *out);

/* The axes in another order; nothing is copied. */
int stoner_image_transpose_axes(unsigned long long ctx, unsigned long long image, const int *axes, int n_axes, unsigned
    long long *out);

/* Exchanges two axes; nothing is copied. */
int stoner_image_swapaxes(unsigned long long ctx, unsigned long long image, int axis1, int axis2, unsigned long long
    *out);

/* Removes axes of length 1; nothing is copied. */
int stoner_image_squeeze(unsigned long long ctx, unsigned long long image, const int *axes, int n_axes, unsigned long
    long *out);

/* All elements in a row; nothing is copied where they lie in that order. */
int stoner_image_ravel(unsigned long long ctx, unsigned long long image, int order, unsigned long long *out);

/* All elements in a row, as stoner_image_ravel (images are values: a copy is made when one of the two is written to); STONER_ORDER_K uses their order in memory. */
int stoner_image_flatten(unsigned long long ctx, unsigned long long image, int order, unsigned long long *out);

/* Always fails, as numpy.ma's method: a masked array can not be resized in place. */
int stoner_image_resize(unsigned long long ctx, unsigned long long image, const long long *shape, int n_shape);

/* The array in another dtype. */
int stoner_image_astype(unsigned long long ctx, unsigned long long image, int dtype, int order, int casting, unsigned
    long long *out);

/* The bytes of the elements as elements of another dtype (numpy's view). */
int stoner_image_view(unsigned long long ctx, unsigned long long image, int dtype, unsigned long long *out);

/* Each element with its bytes in reverse order; of complex numbers each part. */
int stoner_image_byteswap(unsigned long long ctx, unsigned long long image, unsigned long long *out);

/* The values that the bytes have when they are read in another byte order. */
int stoner_image_newbyteorder(unsigned long long ctx, unsigned long long image, int byte_order, unsigned long long
    *out);

/* A part of each element's bytes as an element of another dtype. */
int stoner_image_getfield(unsigned long long ctx, unsigned long long image, int dtype, long long offset, unsigned long
    long *out);

/* Writes values into a part of each element's bytes. */
int stoner_image_setfield(unsigned long long ctx, unsigned long long image, unsigned long long values, int dtype, long
    long offset);

/* numpy's flags as a set of bits: STONER_FLAG_C_CONTIGUOUS and so on. */
int stoner_image_flags(unsigned long long ctx, unsigned long long image, int *flags);

/* The addresses of the first element and of its mask's byte; 0 where there is no mask. */
int stoner_image_ids(unsigned long long ctx, unsigned long long image, long long *ids);

/* Makes the mask hard: masked elements stay masked and keep their values when they are written to. */
int stoner_image_harden_mask(unsigned long long ctx, unsigned long long image);

/* Makes the mask soft, the initial state: elements that are written to are unmasked. */
int stoner_image_soften_mask(unsigned long long ctx, unsigned long long image);

/* Whether the mask is hard; see stoner_image_harden_mask. */
int stoner_image_hardmask(unsigned long long ctx, unsigned long long image, int *hard);

/* Drops a mask that masks nothing: the array then has none, which is faster. */
int stoner_image_shrink_mask(unsigned long long ctx, unsigned long long image);

/* The fill value for masked elements as a double. */
int stoner_image_fill_value(unsigned long long ctx, unsigned long long image, double *fill_value);

/* The fill value for masked elements: what was set, or else numpy.ma's default for the dtype (1 for bool, 999999 for integers, 1e20 for floats and complex numbers, each as the dtype holds it). */
int stoner_image_fill_value_as(unsigned long long ctx, unsigned long long image, int dtype, unsigned char *fill_value);

/* Sets the fill value for masked elements to a double, as stoner_image_set_fill_value_as. */
int stoner_image_set_fill_value(unsigned long long ctx, unsigned long long image, int fill_mode, double fill_value);

/* Sets the fill value for masked elements. */
int stoner_image_set_fill_value_as(unsigned long long ctx, unsigned long long image, int dtype, const unsigned char
    *fill_value);

/* The array with masked elements replaced by a double, as stoner_image_filled_as. */
int stoner_image_filled(unsigned long long ctx, unsigned long long image, int fill_mode, double fill_value, unsigned
    long long *out);

/* The array with masked elements replaced by a value; the result has no masked elements. */
int stoner_image_filled_as(unsigned long long ctx, unsigned long long image, int dtype, const unsigned char *fill_value,
    unsigned long long *out);

/* The unmasked elements in a row, in C order. */
int stoner_image_compressed(unsigned long long ctx, unsigned long long image, unsigned long long *out);

/* The bytes of numpy's structured array (_data, _mask): for each element, in C order, the element in native byte order and one byte that is 1 where it is masked. */
int stoner_image_toflex(unsigned long long ctx, unsigned long long image, unsigned char *buffer, long long capacity,
    long long *length);

/* The same as stoner_image_toflex, as in numpy.ma. */
int stoner_image_torecords(unsigned long long ctx, unsigned long long image, unsigned char *buffer, long long capacity,
    long long *length);

/* One element as a double. */
int stoner_image_item(unsigned long long ctx, unsigned long long image, const long long *index, long long n_index,
    double *value, int *masked);

/* One element. */
int stoner_image_item_as(unsigned long long ctx, unsigned long long image, const long long *index, long long n_index,
    int dtype, unsigned char *value, int *masked);

/* Writes one element, as stoner_image_itemset_as, from a double. */
int stoner_image_itemset(unsigned long long ctx, unsigned long long image, const long long *index, long long n_index,
    double value);

/* Writes one element. */
int stoner_image_itemset_as(unsigned long long ctx, unsigned long long image, const long long *index, long long n_index,
    int dtype, const unsigned char *value);

/* Gives every element one value, as stoner_image_fill_as, from a double. */
int stoner_image_fill(unsigned long long ctx, unsigned long long image, double value);

/* Gives every element one value. */
int stoner_image_fill_as(unsigned long long ctx, unsigned long long image, int dtype, const unsigned char *value);

/* Writes values at indices counted in C order. */
int stoner_image_put(unsigned long long ctx, unsigned long long image, const long long *indices, long long n_indices,
    unsigned long long values, int mode);

/* The elements at indices along an axis. */
int stoner_image_take(unsigned long long ctx, unsigned long long image, const long long *indices, long long n_indices,
    const int *axis, int mode, unsigned long long *out);

/* For each element the element at the same place of the choice that it names: out[i] = choices[image[i]][i]. */
int stoner_image_choose(unsigned long long ctx, unsigned long long image, const unsigned long long *choices, long long
    n_choices, int mode, unsigned long long *out);

/* The elements along an axis where a condition holds. */
int stoner_image_compress(unsigned long long ctx, unsigned long long image, const unsigned char *condition, long long
    n_condition, const int *axis, unsigned long long *out);

/* Repeats each element along an axis. */
int stoner_image_repeat(unsigned long long ctx, unsigned long long image, const long long *repeats, long long n_repeats,
    const int *axis, unsigned long long *out);

/* The diagonal of two axes, as the last axis of the result. */
int stoner_image_diagonal(unsigned long long ctx, unsigned long long image, long long offset, int axis1, int axis2,
    unsigned long long *out);

/* The indices of the elements that are neither 0 nor masked, in C order. */
int stoner_image_nonzero(unsigned long long ctx, unsigned long long image, unsigned long long *out);

/* Limits the elements to a range of doubles, as stoner_image_clip_as. */
int stoner_image_clip(unsigned long long ctx, unsigned long long image, double min, double max, unsigned long long
    *out);

/* Limits the elements to a range; NaN stays. */
int stoner_image_clip_as(unsigned long long ctx, unsigned long long image, int min_dtype, const unsigned char *min, int
    max_dtype, const unsigned char *max, unsigned long long *out);

/* Limits each element to a range of its own. */
int stoner_image_clip_images(unsigned long long ctx, unsigned long long image, unsigned long long min, unsigned long
    long max, unsigned long long *out);

/* Rounds to a number of decimals, half to even. */
int stoner_image_round(unsigned long long ctx, unsigned long long image, int decimals, unsigned long long *out);

/* The real parts; what is not complex stays. */
int stoner_image_real(unsigned long long ctx, unsigned long long image, unsigned long long *out);

/* The same as stoner_image_real, as in numpy.ma. */
int stoner_image_get_real(unsigned long long ctx, unsigned long long image, unsigned long long *out);

/* The imaginary parts; 0 for what is not complex. */
int stoner_image_imag(unsigned long long ctx, unsigned long long image, unsigned long long *out);

/* The same as stoner_image_imag, as in numpy.ma. */
int stoner_image_get_imag(unsigned long long ctx, unsigned long long image, unsigned long long *out);

/* The complex conjugate; what is not complex stays. */
int stoner_image_conj(unsigned long long ctx, unsigned long long image, unsigned long long *out);

/* The same as stoner_image_conj, as in numpy.ma. */
int stoner_image_conjugate(unsigned long long ctx, unsigned long long image, unsigned long long *out);

/* Whether all elements are true, that is not 0, as bool. */
int stoner_image_all(unsigned long long ctx, unsigned long long image, const int *axes, int n_axes, int keepdims,
    unsigned long long *out);

/* Whether all elements are true (1) or not (0). */
int stoner_image_all_value(unsigned long long ctx, unsigned long long image, double *value, int *masked);

/* Whether any element is true, that is not 0, as bool. */
int stoner_image_any(unsigned long long ctx, unsigned long long image, const int *axes, int n_axes, int keepdims,
    unsigned long long *out);

/* Whether any element is true (1) or none (0). */
int stoner_image_any_value(unsigned long long ctx, unsigned long long image, double *value, int *masked);

/* The sum. */
int stoner_image_sum(unsigned long long ctx, unsigned long long image, const int *axes, int n_axes, int dtype, int
    keepdims, unsigned long long *out);

/* The sum; masked elements count as 0. */
int stoner_image_sum_value(unsigned long long ctx, unsigned long long image, double *value, int *masked);

/* The product, multiplied in the order of memory. */
int stoner_image_prod(unsigned long long ctx, unsigned long long image, const int *axes, int n_axes, int dtype, int
    keepdims, unsigned long long *out);

/* The product; masked elements count as 1. */
int stoner_image_prod_value(unsigned long long ctx, unsigned long long image, double *value, int *masked);

/* The same as stoner_image_prod. */
int stoner_image_product(unsigned long long ctx, unsigned long long image, const int *axes, int n_axes, int dtype, int
    keepdims, unsigned long long *out);

/* The same as stoner_image_prod_value. */
int stoner_image_product_value(unsigned long long ctx, unsigned long long image, double *value, int *masked);

/* The number of elements that are not masked, as int64_t. */
int stoner_image_count(unsigned long long ctx, unsigned long long image, const int *axes, int n_axes, int keepdims,
    unsigned long long *out);

/* The number of elements that are not masked. */
int stoner_image_count_value(unsigned long long ctx, unsigned long long image, long long *n);

/* The mean of the elements that are not masked. */
int stoner_image_mean(unsigned long long ctx, unsigned long long image, const int *axes, int n_axes, int dtype, int
    keepdims, unsigned long long *out);

/* The mean of the elements that are not masked. */
int stoner_image_mean_value(unsigned long long ctx, unsigned long long image, double *value, int *masked);

/* The variance: the mean of |x - mean|^2 over the elements that are not masked. */
int stoner_image_var(unsigned long long ctx, unsigned long long image, const int *axes, int n_axes, int dtype, long long
    ddof, int keepdims, unsigned long long *out);

/* The variance of the elements that are not masked. */
int stoner_image_var_value(unsigned long long ctx, unsigned long long image, long long ddof, double *value, int
    *masked);

/* The standard deviation, the root of stoner_image_var; masked where it is not finite, NaN among it. */
int stoner_image_std(unsigned long long ctx, unsigned long long image, const int *axes, int n_axes, int dtype, long long
    ddof, int keepdims, unsigned long long *out);

/* The standard deviation of the elements that are not masked. */
int stoner_image_std_value(unsigned long long ctx, unsigned long long image, long long ddof, double *value, int
    *masked);

/* The differences from the mean over axes (stoner_image_mean), in the array's own shape. */
int stoner_image_anom(unsigned long long ctx, unsigned long long image, const int *axes, int n_axes, int dtype, unsigned
    long long *out);

/* The least value, in the array's dtype. */
int stoner_image_min(unsigned long long ctx, unsigned long long image, const int *axes, int n_axes, int fill_mode,
    double fill_value, int keepdims, unsigned long long *out);

/* The least value of the elements that are not masked. */
int stoner_image_min_value(unsigned long long ctx, unsigned long long image, double *value, int *masked);

/* The greatest value, in the array's dtype. */
int stoner_image_max(unsigned long long ctx, unsigned long long image, const int *axes, int n_axes, int fill_mode,
    double fill_value, int keepdims, unsigned long long *out);

/* The greatest value of the elements that are not masked. */
int stoner_image_max_value(unsigned long long ctx, unsigned long long image, double *value, int *masked);

/* The least value over one axis or all: stoner_image_min in the original's older form. */
int stoner_image_mini(unsigned long long ctx, unsigned long long image, const int *axis, unsigned long long *out);

/* The greatest less the least value (peak to peak), in the array's dtype: integers wrap. */
int stoner_image_ptp(unsigned long long ctx, unsigned long long image, const int *axes, int n_axes, int fill_mode,
    double fill_value, int keepdims, unsigned long long *out);

/* The greatest less the least value of the elements that are not masked. */
int stoner_image_ptp_value(unsigned long long ctx, unsigned long long image, double *value, int *masked);

/* The position of the first least value along an axis, as int64_t; NaN is preferred. */
int stoner_image_argmin(unsigned long long ctx, unsigned long long image, const int *axis, int fill_mode, double
    fill_value, int keepdims, unsigned long long *out);

/* The position of the first least value of the whole array in C order. */
int stoner_image_argmin_value(unsigned long long ctx, unsigned long long image, long long *index);

/* The position of the first greatest value along an axis, as int64_t; NaN is preferred. */
int stoner_image_argmax(unsigned long long ctx, unsigned long long image, const int *axis, int fill_mode, double
    fill_value, int keepdims, unsigned long long *out);

/* The position of the first greatest value of the whole array in C order. */
int stoner_image_argmax_value(unsigned long long ctx, unsigned long long image, long long *index);

/* The running sum along an axis. */
int stoner_image_cumsum(unsigned long long ctx, unsigned long long image, const int *axis, int dtype, unsigned long long
    *out);

/* The running product along an axis. */
int stoner_image_cumprod(unsigned long long ctx, unsigned long long image, const int *axis, int dtype, unsigned long
    long *out);

/* numpy's dot product: of ranks 1 and 1 the inner product, of 2 and 2 the matrix product, with rank 0 the multiple, else the sum over the last axis of `image` and the last but one of `b` (rank 1: its only one). */
int stoner_image_dot(unsigned long long ctx, unsigned long long image, unsigned long long b, int strict, unsigned long
    long *out);

/* The sums along the diagonals of two axes. */
int stoner_image_trace(unsigned long long ctx, unsigned long long image, long long offset, int axis1, int axis2, int
    dtype, unsigned long long *out);

/* The sum along a diagonal of an array of rank 2. */
int stoner_image_trace_value(unsigned long long ctx, unsigned long long image, long long offset, double *value);

/* The elements in ascending order along an axis; the mask moves with them. */
int stoner_image_sort(unsigned long long ctx, unsigned long long image, const int *axis, int endwith, int fill_mode,
    double fill_value, unsigned long long *out);

/* The positions along an axis that put the elements in ascending order, as int64_t, without a mask. */
int stoner_image_argsort(unsigned long long ctx, unsigned long long image, const int *axis, int endwith, int fill_mode,
    double fill_value, unsigned long long *out);

/* The elements parted along an axis, as quickselect does it; the mask moves with them. */
int stoner_image_partition(unsigned long long ctx, unsigned long long image, const long long *kth, int n_kth, const int
    *axis, int endwith, int fill_mode, double fill_value, unsigned long long *out);

/* The positions along an axis of the elements as stoner_image_partition parts them, as int64_t, without a mask. */
int stoner_image_argpartition(unsigned long long ctx, unsigned long long image, const long long *kth, int n_kth, const
    int *axis, int endwith, int fill_mode, double fill_value, unsigned long long *out);

/* For each of some values the position in this sorted array of rank 1 where inserting it keeps the order, as int64_t in the values' shape. */
int stoner_image_searchsorted(unsigned long long ctx, unsigned long long image, unsigned long long v, int side, unsigned
    long long sorter, unsigned long long *out);

/* Percentiles of the elements that are neither masked nor NaN, linear between two of them (Hyndman and Fan 1996, type 7). */
int stoner_image_percentile(unsigned long long ctx, unsigned long long image, const double *q, int n_q, double *values);

/* The bytes of all elements, masked ones filled. */
int stoner_image_tobytes(unsigned long long ctx, unsigned long long image, int fill_mode, double fill_value, int order,
    unsigned char *buffer, long long capacity, long long *length);

/* The same as stoner_image_tobytes under numpy's old name. */
int stoner_image_tostring(unsigned long long ctx, unsigned long long image, int fill_mode, double fill_value, int order,
    unsigned char *buffer, long long capacity, long long *length);

/* All elements in C order, converted as in stoner_image_read, into the caller's array, and which of them are masked into another (Python's list shows these as None). */
int stoner_image_tolist(unsigned long long ctx, unsigned long long image, int fill_mode, double fill_value, int dtype,
    unsigned char *buffer, long long buffer_bytes, unsigned char *mask, long long mask_bytes);

/* Always fails, as numpy.ma's method: a masked array has no plain file. */
int stoner_image_tofile(unsigned long long ctx, unsigned long long image, const char *path);

/* A pickle that Python loads with numpy alone: pickle.loads gives a numpy.ma.MaskedArray with these data, mask and fill value. */
int stoner_image_dumps(unsigned long long ctx, unsigned long long image, unsigned char *buffer, long long capacity, long
    long *length);

/* Saves what stoner_image_dumps returns. */
int stoner_image_dump(unsigned long long ctx, unsigned long long image, const char *path);

/* The number of loaders. */
int stoner_loader_count(unsigned long long ctx, int *n);

/* A loader's name, which stoner_load takes as `filetype`. */
int stoner_loader_name(unsigned long long ctx, int index, char *buffer, long long capacity, long long *length);

/* A loader's priority: lower numbers are tried first. */
int stoner_loader_priority(unsigned long long ctx, int index, int *priority);

/* The media type of the files that a loader reads: "image/tiff". */
int stoner_loader_mime_type(unsigned long long ctx, int index, char *buffer, long long capacity, long long *length);

/* The patterns of the names of files that a loader reads, separated by spaces: "*.tif *.tiff". */
int stoner_loader_patterns(unsigned long long ctx, int index, char *buffer, long long capacity, long long *length);

/* The formats that an image can be saved in, separated by commas, as stoner_image_save takes them: "tif,tiff,png,npy,nxs,hdf5,h5,hdf". */
int stoner_fmts(unsigned long long ctx, char *buffer, long long capacity, long long *length);

/* Whether loading explains itself: each loader that stoner_load tries then adds a warning that says what it found. */
int stoner_context_set_debug(unsigned long long ctx, int debug);

/* Whether loading explains itself; initially 0. */
int stoner_context_debug(unsigned long long ctx, int *debug);

/* Calls an operation by its name: "rotate" with an option "angle" does what stoner_image_rotate does. */
int stoner_image_apply(unsigned long long ctx, unsigned long long image, const char *operation, unsigned long long
    options, unsigned long long *out);

/* Calls an operation by its name, with its options in one text: for LabVIEW and other programs in which metadata takes many steps. */
int stoner_image_apply_text(unsigned long long ctx, unsigned long long image, const char *operation, const char
    *options, unsigned long long other, unsigned long long *out);

/* Calls several operations, each on the result of the one before. */
int stoner_image_apply_all(unsigned long long ctx, unsigned long long image, const char *steps, unsigned long long
    *out);
