"""What the bindings that know default values take where a caller gives nothing.

C has no default values: 0 and NULL stand for a function's own default where its comment says so. Where the original documents
another one, it stands here.
"""

#: {(C function without `stoner_`, parameter): the original's default}
ORIGINAL = {
    ("auto_fit_fontsize", "scale_down"): True,
    ("image_adjust_contrast", "percent"): True,
    ("image_align", "cval"): float("nan"),
    ("image_align", "do_shift"): True,
    ("image_align", "prefilter_sigma"): 1.0,
    ("image_align", "scale"): 1.0,
    ("image_align", "threshold"): 0.0,
    ("image_align", "upsample_factor"): 0.0,
    ("image_align_stack", "cval"): float("nan"),
    ("image_align_stack", "prefilter_sigma"): 1.0,
    ("image_align_stack", "reference"): 0,
    ("image_align_stack", "scale"): 1.0,
    ("image_align_stack", "threshold"): 0.0,
    ("image_align_stack", "upsample_factor"): 0.0,
    ("image_asfloat", "normalise"): True,
    ("image_convert", "normalise"): True,
    ("image_correct_drift", "do_shift"): True,
    ("image_correct_drift", "threshold"): 0.005,
    ("image_correct_drift", "upsample_factor"): 50.0,
    ("image_denoise", "weight"): 0.1,
    ("image_dtype_limits", "clip_negative"): True,
    ("image_fft", "shift"): True,
    ("image_griddata", "fill_value"): float("nan"),
    ("image_level_image", "poly_horiz"): 1,
    ("image_level_image", "poly_vert"): 1,
    ("image_profile_line", "constrain"): True,
    ("image_profile_line_x", "constrain"): True,
    ("image_profile_line_y", "constrain"): True,
    ("image_register", "prefilter_sigma"): 1.0,
    ("image_register", "scale"): 1.0,
    ("image_register", "threshold"): 0.0,
    ("image_register", "upsample_factor"): 0.0,
    ("image_rotate", "clip"): True,
    ("image_sgolay2d", "points"): 15,
    ("image_sgolay2d", "poly"): 1,
    ("image_subtract_image", "clip"): True,
    ("image_subtract_image", "contrast"): 16.0,
    ("image_subtract_image", "offset"): 0.5,
    ("image_threshold_minmax", "threshmax"): 0.9,
    ("image_threshold_minmax", "threshmin"): 0.1,
    # numpy's.
    ("image_argpartition", "axis"): -1,
    ("image_argpartition", "endwith"): True,
    ("image_argsort", "axis"): -1,
    ("image_argsort", "endwith"): True,
    ("image_clip", "max"): float("nan"),
    ("image_clip", "min"): float("nan"),
    ("image_diagonal", "axis1"): 0,
    ("image_diagonal", "axis2"): 1,
    ("image_partition", "axis"): -1,
    ("image_partition", "endwith"): True,
    ("image_sort", "axis"): -1,
    ("image_sort", "endwith"): True,
    ("image_trace", "axis1"): 0,
    ("image_trace", "axis2"): 1,
}

#: Numbers of these names default to 0 in every function that does not say otherwise above.
ZERO = {"cval", "ddof", "decimals", "imaginary", "offset", "orientation", "rotation"}
