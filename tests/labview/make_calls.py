"""Writes calls.inc for host.c: each function of nodes.csv, called as its node would be set up, and nothing that a node cannot pass.

usage: make_calls.py FOLDER

A number is passed by value; an output number by the address of one; an array and a string by the address of memory that the caller laid
out, of the `minimum size` that nodes.csv states and not a byte more: the bytes before and behind are watched. Nothing else is passed. A
handle is 64 bits; `may be NULL` becomes a 0 in every other call.
"""

import csv
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bindings"))

from generator import model as interface  # noqa: E402

C_TYPES = {
    "Signed 32-bit Integer": "int",
    "Signed 64-bit Integer": "long long",
    "Unsigned 8-bit Integer": "unsigned char",
    "Unsigned 64-bit Integer": "unsigned long long",
    "8-byte Double": "double",
    "Unsigned Pointer-sized Integer": "unsigned long long",
}

# Numbers, by the name of the parameter; else 1.
NUMBERS = {
    "dtype": "STONER_F64", "status": "5001", "fill_mode": "0", "index": "0", "column": "0", "row": "0", "order": "0", "casting": "0",
    "byte_order": "0", "mode": "0", "method": "0", "axis1": "0", "axis2": "1", "offset": "0", "forcetype": "0", "side": "0", "resize": "0",
    "coordinate": "0", "buffer_bytes": "b->bytes", "mask_bytes": "b->size", "keepdims": "0", "cval_mode": "0", "target": "0", "output": "0",
    "which": "0", "size_from_map": "0", "derivative": "0", "points": "5", "linewidth": "1", "bins": "8", "n": "8", "m": "4", "width": "9",
    "height": "5", "angle": "0.3", "radius": "4", "radius1": "5", "radius2": "2", "x0": "2", "y0": "3", "x1": "20", "y1": "9", "x2": "30",
    "y2": "5", "x": "12", "y": "10", "x_radius": "5", "y_radius": "3", "max": "1e9", "min": "0", "threshmax": "0.9", "threshmin": "0.1",
    "capacity": "4096", "debug": "0", "threads": "1", "length": "b->size", "ndim": "2", "mode_xy": "0", "decimals": "0", "fraction": "0.1",
    "border": "3", "ddof": "0", "sector_width": "0", "poly": "1", "weight": "1", "gaussian": "0", "endwith": "1", "strict": "0", "clip": "0",
    "instruction_set": "0", "frame": "0", "quantity": "1",
}  # fmt: skip
# The contents of arrays, by name; otherwise 1, 2, 3, ...
ARRAYS = {
    "box": "2, 40, 3, 30", "sample": "2, 40, 3, 30", "axes": "0, 1", "axis": "0", "shape": "128, 128", "byte_strides": "1024, 8",
    "mask": "0", "fractions": "0.1, 0.5, 0.2, 0.6", "percentiles": "0.01, 0.99", "limits": "0.1, 0.9", "lims": "0.1, 0.9",
    "order_xy": "0, 1", "mode_xy": "0, 0", "sigma_xy": "1, 2", "centre_xy": "40, 50", "centre": "40, 50", "src": "1, 2", "dst": "30, 20",
    "range": "0, 10000", "edges": "0, 5000, 9000", "levels": "6000", "output": "1, 2", "condition": "1, 0", "kth": "3", "q": "5, 50",
    "repeats": "2", "index": "3, 4", "scale": "0, 1", "replace": "0, 1", "angle": "0.5", "indices": "0, 5",
    "step": "1, 0, 0, -1", "pixel_size": "1, 2", "value": "1, 2",
}  # fmt: skip
# How many elements, by the name of the parameter that says it; else 2.
COUNTS = {"n_axes": 1, "n_edges": 3, "n_levels": 1, "n_kth": 1, "n_repeats": 1, "n_angle": 1, "n_shape": 2, "n_r": 3, "ndim": 2, "n_vertices": 3}
STRINGS = {
    "path": "b->path", "key": "b->key", "title": '"title"', "filename": '"name.tiff"', "name": '"mine"', "unit": '"mm"', "formats": '"npy"',
    "filetype": '"nxstxm"', "type_name": '"Double Float"', "format": '"csv"', "window": '"hann"',
}  # fmt: skip
# (function, parameter): expression.
SPECIAL = {
    ("stoner_load", "path"): "b->scan", ("stoner_scan_open", "path"): "b->scan",
    **{(f"stoner_scan_{name}", "index"): "0" for name in ("entry_name", "detector_name", "monitor_name")},
    ("stoner_scan_spectrum", "region"): "0", ("stoner_image_set_frame_axis", "n_values"): "0",
    **{(f"stoner_scan_{name}", "axis"): "0" for name in ("axis_name", "axis_unit", "axis_values", "axis_role", "axis_direction")},
    ("stoner_load_stxm", "path"): "b->scan", ("stoner_table_load", "path"): "b->csv",
    ("stoner_image_save_png", "path"): "b->path_png", ("stoner_image_save_tiff", "path"): "b->path_tiff",
    ("stoner_image_save", "path"): "b->path_npy", ("stoner_image_save_npy", "path"): "b->path_npy",
    ("stoner_image_clip", "max"): "5000", ("stoner_image_convert", "dtype"): "STONER_F32", ("stoner_image_asint", "dtype"): "0",
    ("stoner_image_anom", "dtype"): "0", ("stoner_image_var", "dtype"): "0", ("stoner_image_std", "dtype"): "0",
    ("stoner_image_plane", "name"): '"actual_x"', ("stoner_image_plane_unit", "name"): '"actual_x"',
    ("stoner_image_remove_plane", "name"): '"actual_x"', ("stoner_table_column_index", "name"): '"r"',
    ("stoner_image_im_scale", "image"): "b->bytes_image", ("stoner_image_im_scale", "dtype"): "0",
    ("stoner_image_choose", "image"): "b->zeros", ("stoner_image_fft", "output"): "0", ("stoner_image_dot", "b"): "b->image",
    ("stoner_image_searchsorted", "image"): "b->row", ("stoner_image_searchsorted", "sorter"): "0",
    ("stoner_image_griddata", "image"): "b->points", ("stoner_image_griddata", "values"): "b->row", ("stoner_image_griddata", "xi"): "b->points",
    ("stoner_image_xmcd", "a"): "b->image", ("stoner_image_xmcd", "b"): "b->minus",
    ("stoner_image_subtract_image", "background"): "b->minus", ("stoner_image_gridimage", "points_x"): "0",
    ("stoner_image_gridimage", "points_y"): "0", ("stoner_image_gridimage", "xi_x"): "0", ("stoner_image_gridimage", "xi_y"): "0",
    ("stoner_image_clip_images", "min"): "b->minus", ("stoner_image_clip_images", "max"): "b->image",
    ("stoner_image_put", "values"): "b->row", ("stoner_image_setfield", "offset"): "0", ("stoner_image_getfield", "dtype"): "STONER_F32",
    ("stoner_metadata_get_bool", "key"): '"bool"', ("stoner_metadata_get_i64", "key"): '"int"', ("stoner_metadata_get_string", "key"): '"text"',
    ("stoner_metadata_get_bytes", "key"): '"bytes"', ("stoner_metadata_get_array", "key"): '"array"',
    ("stoner_metadata_get_nested", "key"): '"cluster"', ("stoner_metadata_set_timestamp", "value"): '"2021-03-16T12:30:00+01:00"',
    ("stoner_metadata_set_text", "value"): '"1.5"', ("stoner_metadata_set_string", "value"): '"words"',
    ("stoner_metadata_set_array", "value"): "b->row", ("stoner_metadata_set_bytes", "length"): "2",
    ("stoner_image_metadata_set_string", "value"): '"words"', ("stoner_image_metadata_get_bool", "key"): '"bool"',
    ("stoner_image_metadata_get_i64", "key"): '"int"', ("stoner_image_metadata_get_string", "key"): '"text"',
    ("stoner_table_add_column", "n_values"): "3", ("stoner_image_box_from_metadata", "key"): '"box"',
    ("stoner_image_write_mask", "length"): "b->size", ("stoner_image_quantize", "n_output"): "2",
    ("stoner_image_fill", "value"): "3", ("stoner_context_warning", "index"): "0",
    ("stoner_image_draw_square", "width"): "6", ("stoner_image_translate", "add_metadata"): "1", ("stoner_image_planes", "n"): "0",
    **{(name, "path"): "b->path_png" for name in ("stoner_image_imshow", "stoner_image_imshow_text", "stoner_image_plot_histogram", "stoner_table_plot")},
    ("stoner_image_apply_text", "operation"): '"arithmetic"', ("stoner_image_apply_text", "options"): '"operation=subtract"', ("stoner_image_apply_text", "other"): "b->minus",
    ("stoner_image_imshow_text", "options"): '"cmap=RdBu; colorbar=true"', ("stoner_metadata_set_options", "options"): '"scale=4; method=scharr"',
    ("stoner_version_report", "capacity"): "200000",
    **{
        (f"stoner_{name}_{kind}", parameter): value
        for name in ("image_imshow", "image_plot_histogram", "table_plot")
        for kind in ("rgba", "layout")
        for parameter, value in {"width": "300", "height": "200", "capacity": "4 * 300 * 200"}.items()
    },
    ("stoner_image_to_rgba", "capacity"): "4 * b->size", ("stoner_auto_fit_fontsize", "size"): "12", ("stoner_cmap_colours", "cmap"): '"viridis"',
    ("stoner_image_hist", "n_edges"): "0",
    ("stoner_image_squeeze", "image"): "b->squeezable", ("stoner_image_transpose_axes", "n_axes"): "2",
    # The dtype of the numbers that are passed by address, which begin with an element of b->image.
    **{(f"stoner_image_{name}_as", "dtype"): "STONER_F64" for name in ("item", "itemset", "fill", "fill_value", "set_fill_value", "filled")},
    **{("stoner_image_clip_as", name): "STONER_F64" for name in ("min_dtype", "max_dtype")},
    ("stoner_image_unlike", "other"): "b->minus",
    **{(f"stoner_image_{name}", handle): "b->image" for name in ("arithmetic", "compare", "logic", "where") for handle in ("a", "b")},
    **{(f"stoner_image_{name}", handle): "b->image" for name in ("arithmetic_into", "arithmetic_read") for handle in ("a", "b")},
    ("stoner_image_where", "condition"): "b->image", ("stoner_image_logic", "operation"): "nulls ? STONER_LOGIC_NOT : STONER_LOGIC_AND",
    ("stoner_image_assign", "source"): "b->minus", ("stoner_image_frame", "image"): "b->stack",
    **{(f"stoner_image_{name}_into", "target"): "b->image" for name in ("arithmetic", "arithmetic_scalar", "math")},
    ("stoner_image_read_mask", "capacity"): "b->size",
    **{(f"stoner_image_{name}", "capacity"): "2 * b->bytes" for name in ("toflex", "torecords", "tobytes", "tostring", "dumps")},
}  # fmt: skip
# The errors of calls that cannot work with a node's values.
FAILS = {
    "stoner_scan_repair": "the scan needs none",
    "stoner_image_resize": "always fails, as numpy.ma's method",
    "stoner_image_tofile": "always fails, as numpy.ma's method",
}
# Called by the host itself: a loop over all functions would end with them.
OWN = {"stoner_context_cancel"}
# A subject of its own is made and freed.
FREES = {"stoner_scan_free": "scan", "stoner_live_free": "live", "stoner_image_free": "image", "stoner_metadata_free": "metadata", "stoner_table_free": "table", "stoner_context_free": "context"}


def call(rows, function):
    declared = {p.name: p for p in function.parameters}
    lines, arguments, after = [], [], []
    name = function.name
    counted = {row["minimum size"]: row["parameter"] for row in rows}
    for row in rows:
        parameter = row["parameter"]
        if row["position"] == "0":
            continue
        p = declared[parameter]
        kind = C_TYPES.get(row["data type"], "unsigned char")
        local = f"v_{parameter}"
        special = SPECIAL.get((name, parameter))
        if row["type"] == "Numeric" and row["pass"] == "Value":
            if p.role == "context":
                lines.append(f"    unsigned long long {local} = {'b->ctx' if row['may be NULL'] else 0};")
            elif p.role == "handle":
                owned = name in FREES
                # The path of the file is b->scan.
                handle = special or ("b->opened" if p.base == "stoner_scan" else f"b->{p.base.removeprefix('stoner_')}")
                if owned:
                    lines.append(f"    unsigned long long {local} = fresh_{FREES[name]}();")
                elif p.changed:
                    # A node that changes an image has a wire of its own.
                    lines.append(f"    unsigned long long {local} = copy_of({handle}, KIND_{p.base.removeprefix('stoner_').upper()});")
                    after.append(f"    release({local}, KIND_{p.base.removeprefix('stoner_').upper()});")
                else:
                    lines.append(f"    unsigned long long {local} = {f'nulls ? 0 : {handle}' if row['may be NULL'] else handle};")
            else:
                value = special or (str(COUNTS.get(parameter, 2)) if parameter in counted and parameter.startswith("n") else NUMBERS.get(parameter, "1"))
                lines.append(f"    {kind} {local} = {value};")
            arguments.append(local)
        elif row["type"] == "Numeric":
            lines.append(f"    {kind} *{local} = output(&guard, sizeof({kind}));")
            arguments.append(local)
            if p.role == "new":
                after.append(f"    release(*{local}, KIND_{p.base.removeprefix('stoner_').upper()});")
        elif row["type"] == "String" and row["direction"] == "in":
            text = special or STRINGS.get(parameter, '"text"')
            lines.append(f"    const char *{local} = {null(row, text)};")
            arguments.append(local)
        elif row["type"] == "String":
            lines.append(f"    char *{local} = output(&guard, (size_t)v_{row['minimum size']});")
            arguments.append(local)
        elif row["type"] == "Adapt to Type":
            bytes_ = "b->bytes"
            if row["direction"] == "in":
                lines.append(f"    const unsigned char *{local} = (const unsigned char *)b->pixels;")
            else:
                lines.append(f"    unsigned char *{local} = output(&guard, (size_t){bytes_});")
            arguments.append(local)
        elif row["type"] == "Array":
            size = row["minimum size"]
            count = "b->size" if size == "elements" else size if size.isdigit() else f"v_{size}"
            count = f"(size_t)({count})"
            if p.role == "handles":
                lines.append(f"    unsigned long long {local}[2] = {{b->zeros, b->zeros}};")
                arguments.append(local)
                continue
            lines.append(f"    {kind} *{local} = {'input' if row['direction'] == 'in' else 'output'}(&guard, {count} * sizeof({kind}));")
            if row["direction"] == "in":
                values = ARRAYS.get(parameter)
                if values:
                    lines.append(f"    {{ static const {kind} given[] = {{{values}}}; fill_array({local}, given, sizeof given, {count} * sizeof({kind})); }}")
                else:
                    lines.append(f"    for (size_t i = 0; i < {count}; i++) {local}[i] = ({kind})(i + 1);")
            arguments.append(null(row, local) if row["direction"] == "in" else local)
        else:
            raise ValueError(f"{name}: {row}")
    # A size follows the memory it belongs to, so numbers are prepared first.
    lines.sort(key=lambda line: 0 if not ("output(" in line or "input(" in line or "fill_array" in line or "v_" in line.split("=")[-1] or "for (" in line) else 1)
    result = {"int32_t": "int", "int64_t": "long long", "const char *": "const char *"}[function.result]
    body = [f"static int call_{name}(const bench *b, int nulls) {{", "    arena guard = {0};", "    (void)nulls;", "    (void)b;", *lines]
    body.append(f"    {result} status = {name}({', '.join(arguments)});")
    if after and function.has_status:
        body += ["    if (status == STONER_OK) {", *("    " + line for line in after if "release(*" in line), "    }"]
        body += [line for line in after if "release(*" not in line]
    body.append("    int whole = check_and_free(&guard);")
    if function.has_status:
        body.append(f"    return whole ? status : -1;")
    elif result == "const char *":
        body.append("    return whole && status != NULL ? STONER_OK : -1;")
    else:
        body.append("    (void)status;\n    return whole ? STONER_OK : -1;")
    return "\n".join([*body, "}", ""])


def null(row, expression):
    # An entry or a detector that is named has to be there; NULL is the default one.
    if row["parameter"] in ("entry", "detector"):
        return "NULL"
    return f"(nulls ? NULL : {expression})" if row["may be NULL"] == "yes" else expression


def main(folder):
    with open(ROOT / "bindings/labview/generated/nodes.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    functions = {function.name: function for function in interface.read().functions}
    names = [name for name in dict.fromkeys(row["function"] for row in rows) if name not in OWN]
    parts = [call([row for row in rows if row["function"] == name], functions[name]) for name in names]
    parts.append("static const entry ENTRIES[] = {")
    parts += [f'    {{"{name}", call_{name}, {1 if name in FAILS else 0}}},' for name in names]
    parts += ["};", ""]
    pathlib.Path(folder, "calls.inc").write_text("\n".join(parts))


if __name__ == "__main__":
    main(sys.argv[1])
