"""What is Python's own way and does not follow from the description of the interface: properties, second names, the order of
parameters, and which functions are written by hand. Names and defaults of parameters stand in the description.
"""

#: Parameters that come last.
LAST = {"sector_width", "target"}

#: Attributes without parentheses, as the original has them.
PROPERTIES = {
    "image_cw": "CW",
    "image_ccw": "CCW",
    "image_flip_h": "flip_h",
    "image_flip_v": "flip_v",
    "image_aspect": "aspect",
    "image_centre": "centre",
    "image_max_box": "max_box",
    "image_polarization": "polarization",
    "image_real": "real",
    "image_imag": "imag",
    "image_itemsize": "itemsize",
    "image_nbytes": "nbytes",
    "image_size": "size",
    "image_ndim": "ndim",
    "image_hardmask": "hardmask",
}

#: Functions whose `mode` has skimage.transform's names.
SKIMAGE_MODES = {"image_rotate", "image_translate"}

#: stoner/_originals.py has these under the original's keywords, stoner/_array_methods.py under numpy's; what is made from the
#: description is `_name`.
NUMPYS_KEYWORDS = (
    "all any argmax argmin argpartition argsort astype choose compress cumprod cumsum dot max mean min nonzero partition prod product "
    "harden_mask ptp reshape round searchsorted shrink_mask soften_mask sort std sum take trace var view"
)
OTHER_KEYWORDS = {f"image_{name}" for name in f"fft level_image radial_coordinates profile_line hist {NUMPYS_KEYWORDS}".split()}

#: Parameters that have the original's name in Python alone.
KEYWORDS = {("image_align", "reference"): "ref"}

#: A second name, where the original's is none of the C function's.
ALIASES = {"image_xmcd": "XMCD"}

#: Where the Python classes are written by hand: {the name there: C functions}.
WRITTEN = {
    "stoner.library_version": "version",
    "stoner.live_handles": "live_handles",
    "stoner.instruction_set": "instruction_set",
    "stoner.set_instruction_set": "set_instruction_set",
    "stoner.set_kept_memory": "set_kept_memory",
    "stoner.interface": "interface",
    "stoner.version_report": "version_report",
    "Image.apply": "image_apply",
    "Image.apply_all": "image_apply_all",
    "Context": "context_new context_free context_set_progress_callback context_set_file_hook context_set_line_hook",
    "Error.message": "last_error",
    "StonerWarning": "context_warning_count context_warning context_clear_warnings",
    "StonerWarning.code": "context_warning_code",
    "Context.threads": "context_set_threads context_threads",
    "Context.memory_limit": "context_set_memory_limit context_memory_limit",
    "Context.cancel": "context_cancel",
    "Context.reset": "context_reset_cancel",
    "Context.cancelled": "context_is_cancelled",
    "Context.progress": "context_progress",
    "Context.debug": "context_set_debug context_debug",
    "stoner.get_filedialog": "get_filedialog",
    "Image": "image_from_data image_free",
    "Image.clone": "image_clone",
    "Image.equal": "image_equal",
    "Image.__repr__": "image_count_value",
    "Image.shape": "image_shape",
    "Image.dtype": "image_dtype",
    "Image.title": "image_title image_set_title",
    "Image.filename": "image_filename image_set_filename",
    "Image.get_filename": "image_get_filename",
    "Image.line_select": "image_line_select",
    "Image.read": "image_read",
    "Image.mask": "image_read_mask image_write_mask",
    "Image.write": "image_write",
    "Image.data": "image_data",
    "stoner.load": "load",
    "stoner.load_stxm": "load_stxm",
    "Image.save": "image_save",
    "Image.save_tiff": "image_save_tiff",
    "Image.save_png": "image_save_png",
    "Image.save_npy": "image_save_npy",
    "stoner.loaders": "loader_count loader_name loader_priority loader_mime_type loader_patterns",
    "Image.fmts": "fmts",
    "Image.metadata": "image_metadata image_set_metadata",
    "Metadata": "metadata_new metadata_clone metadata_free",
    "Metadata.__eq__": "metadata_equal",
    "Metadata.__len__": "metadata_count",
    "Metadata.__iter__": "metadata_key",
    "Metadata.__contains__": "metadata_contains",
    "Metadata.__getitem__": (
        "metadata_type metadata_get_bool metadata_get_i64 metadata_get_f64 metadata_get_string metadata_get_complex metadata_get_bytes "
        "metadata_get_array metadata_get_nested"
    ),
    "Metadata.type_name": "metadata_type_name",
    "Metadata.units": "metadata_unit metadata_set_unit",
    "Metadata.pop": "metadata_pop",
    "Metadata.popitem": "metadata_popitem",
    "Metadata.update": "metadata_update",
    "Metadata.clear": "metadata_clear",
    "Metadata.__setitem__": (
        "metadata_set_bool metadata_set_i64 metadata_set_f64 metadata_set_string metadata_set_none metadata_set_complex metadata_set_bytes "
        "metadata_set_timestamp metadata_set_array metadata_set_cluster metadata_set_list metadata_set_tuple"
    ),
    "Metadata.text": "metadata_get_text",
    "Metadata.set_text": "metadata_set_text",
    "Metadata.export": "metadata_export",
    "Image.planes": "image_plane_count image_plane_name image_plane image_set_plane image_remove_plane",
    "Planes.units": "image_plane_unit",
    "Image.map": "image_map image_map_name image_map_unit image_set_map",
    "Image.strides": "image_strides",
    "Image.flags": "image_flags",
    "Image.ids": "image_ids",
    "Image.T": "image_transpose",
    "Image.transpose": "image_transpose_axes",
    "Image.fill_value": "image_fill_value_as image_set_fill_value_as",
    "Image.toflex": "image_toflex",
    "Image.torecords": "image_torecords",
    "Image.item": "image_item_as",
    "Image.itemset": "image_itemset_as",
    "Image.fill": "image_fill_as",
    "Image.clip": "image_clip_as image_clip_images",
    "Image.percentile": "image_percentile",
    "Image.tobytes": "image_tobytes",
    "Image.tostring": "image_tostring",
    "Image.tolist": "image_tolist",
    "Image.dumps": "image_dumps",
    "Image.dump": "image_dump",
    "Image.tofile": "image_tofile",
    "Image.crop": "image_crop image_box_from_border image_box_from_border_fraction image_box_from_fraction image_box_from_metadata",
    "Image.gridimage": "image_gridimage",
    "stoner.stack": "image_stack",
    "stoner.cmaps": "cmap_count cmap_name",
    "stoner.cmap_colours": "cmap_colours",
    "stoner.auto_fit_fontsize": "auto_fit_fontsize",
    "Image.to_rgba": "image_to_rgba",
    "Image.imshow": "image_imshow",
    "Image.imshow_rgba": "image_imshow_rgba",
    "Image.imshow_layout": "image_imshow_layout",
    "Image.plot_histogram": "image_plot_histogram",
    "Image.plot_histogram_rgba": "image_plot_histogram_rgba",
    "Image.plot_histogram_layout": "image_plot_histogram_layout",
    "Table.plot": "table_plot",
    "Table.plot_rgba": "table_plot_rgba",
    "Table.plot_layout": "table_plot_layout",
    "Table": "table_new table_free",
    "Table.clone": "table_clone",
    "Table.equal": "table_equal",
    "Table.__len__": "table_row_count",
    "Table.columns": "table_column_count table_column_name",
    "Table.units": "table_column_unit",
    "Table.__getitem__": "table_column_index table_read_column",
    "Table.rename": "table_set_column_name",
    "Table.set_unit": "table_set_column_unit",
    "Table.to_numpy": "table_read",
    "Table.__setitem__": "table_add_column",
    "Table.metadata": "table_metadata table_set_metadata",
    "Table.save": "table_save",
    "stoner.load_table": "table_load",
    "Image.frames": "image_frame_axis_key image_frame_axis_name image_frame_axis_unit image_frame_axis_values image_set_frame_axis",
    "Image.energy": "image_quantity",
    "Scan": "scan_open scan_free",
    "Scan.at": "scan_clone",
    "Scan.refresh": "scan_refresh",
    "Scan.filename": "scan_filename",
    "Scan.rule": "scan_rule",
    "Scan.entries": "scan_entry_count scan_entry_name",
    "Scan.entry": "scan_default_entry",
    "Scan.detectors": "scan_detector_count scan_detector_name",
    "Scan.detector": "scan_default_detector",
    "Scan.monitors": "scan_monitor_count scan_monitor_name",
    "Scan.kind": "scan_kind",
    "Scan.start": "scan_start",
    "Scan.end": "scan_end",
    "Scan.facility": "scan_facility",
    "Scan.repairs": "scan_repair_count scan_repair",
    "Scan.metadata": "scan_metadata",
    "Scan.shape": "scan_shape",
    "Scan.dtype": "scan_dtype",
    "Scan.axes": "scan_axis_name scan_axis_unit scan_axis_values scan_axis_role scan_axis_direction",
    "Scan.quantity": "scan_quantity",
    "Scan.__len__": "scan_frame_count",
    "Scan.image": "scan_image scan_frame",
    "Scan.spectrum": "scan_spectrum",
    "Scan.points": "scan_points",
    "Scan.completeness": "scan_completeness",
    "Live": "live_new live_free",
    "Live.copy": "live_clone",
    "Live.push": "live_push",
    "Live.image": "live_image",
    "Live.read": "live_read",
    "Live.state": "live_state",
    "Live.reset": "live_reset",
    "Live.set_metadata": "live_set_metadata",
}
BY_HAND = {short: name for name, functions in WRITTEN.items() for short in functions.split()}

#: Not bound, and why.
VALUE = "the method without `_value`, called without an axis, gives the number, exactly and in its own dtype"
TEXT = "for LabVIEW: in Python options are keywords"
SHORTCUT = "a shortcut; `Image.metadata[key]` has every type"

REASONS = {
    "stoner_image_borrow": "Image copies an array: numpy's owners may change theirs at any time",
    "stoner_image_arithmetic_read": "numpy's functions take `out`",
    "stoner_quantity_name": "quantities have their names in Python, with hyphens",
    "stoner_quantity_unit": "the documentation of `Scan.quantity` says it",
    "stoner_version_number": "the package looks at the version when it loads the library: stoner.library_version",
    "stoner_status_text": "the exception classes say it",
    "stoner_last_error_read": "as stoner_last_error, whose text every exception has",
    "stoner_last_error_status": "every exception has its status",
    "stoner_context_clear_error": "an exception that was caught is over",
    **{f"stoner_{name}": TEXT for name in ("image_apply_text", "image_imshow_text", "metadata_set_options")},
    "stoner_metadata_setdefault": "Python's mappings have their own, which takes any value",
    **{f"stoner_image_{name}_value": VALUE for name in "all any sum prod product mean var std min max ptp argmin argmax trace".split()},
    **{f"stoner_image_metadata_{way}_{kind}": SHORTCUT for way in ("get", "set") for kind in "bool i64 f64 string".split()},
}
