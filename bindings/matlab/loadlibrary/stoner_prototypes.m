function [methodinfo, structs, enuminfo, ThunkLibName] = stoner_prototypes
%STONER_PROTOTYPES  How the functions of libstoner are called, for loadlibrary: see stoner_loadlibrary.
%  Made from interface/interface.json by bindings/generator: do not edit.
  structs = [];
  enuminfo = [];
  if ispc
    name = 'stoner_thunk_pcwin64';
  else
    name = 'stoner_thunk_glnxa64';
  end
  ThunkLibName = fullfile(fileparts(mfilename('fullpath')), name);
  calls = {
    'stoner_version', 'cstringThunk', 'cstring', {}
    'stoner_version_number', 'int32Thunk', 'int32', {}
    'stoner_status_text', 'cstringint32Thunk', 'cstring', {'int32'}
    'stoner_live_handles', 'int64Thunk', 'int64', {}
    'stoner_set_kept_memory', 'int32uint64int64Thunk', 'int32', {'uint64', 'int64'}
    'stoner_set_instruction_set', 'int32uint64int32Thunk', 'int32', {'uint64', 'int32'}
    'stoner_instruction_set', 'int32uint64int32Ptrint32PtrThunk', 'int32', {'uint64', 'int32Ptr', 'int32Ptr'}
    'stoner_version_report', 'int32uint64cstringint64int64PtrThunk', 'int32', {'uint64', 'cstring', 'int64', 'int64Ptr'}
    'stoner_interface', 'int32uint64cstringint64int64PtrThunk', 'int32', {'uint64', 'cstring', 'int64', 'int64Ptr'}
    'stoner_load', 'int32uint64cstringcstringuint64PtrThunk', 'int32', {'uint64', 'cstring', 'cstring', 'uint64Ptr'}
    'stoner_load_stxm', 'int32uint64cstringint32int32uint64PtrThunk', 'int32', {'uint64', 'cstring', 'int32', 'int32', 'uint64Ptr'}
    'stoner_image_save', 'int32uint64uint64cstringcstringint32Thunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'int32'}
    'stoner_image_save_tiff', 'int32uint64uint64cstringint32Thunk', 'int32', {'uint64', 'uint64', 'cstring', 'int32'}
    'stoner_image_save_png', 'int32uint64uint64cstringThunk', 'int32', {'uint64', 'uint64', 'cstring'}
    'stoner_image_save_npy', 'int32uint64uint64cstringThunk', 'int32', {'uint64', 'uint64', 'cstring'}
    'stoner_image_from_data', 'int32uint64voidPtrint32int32int64Ptrint64PtrvoidPtruint64PtrThunk', 'int32', {'uint64', 'voidPtr', 'int32', 'int32', 'int64Ptr', 'int64Ptr', 'voidPtr', 'uint64Ptr'}
    'stoner_image_clone', 'int32uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr'}
    'stoner_image_stack', 'int32uint64uint64Ptrint64uint64PtrThunk', 'int32', {'uint64', 'uint64Ptr', 'int64', 'uint64Ptr'}
    'stoner_image_frame', 'int32uint64uint64int64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int64', 'uint64Ptr'}
    'stoner_image_assign', 'int32uint64uint64uint64Thunk', 'int32', {'uint64', 'uint64', 'uint64'}
    'stoner_image_do_nothing', 'int32uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr'}
    'stoner_image_free', 'int32uint64Thunk', 'int32', {'uint64'}
    'stoner_image_equal', 'int32uint64uint64uint64int32int32PtrThunk', 'int32', {'uint64', 'uint64', 'uint64', 'int32', 'int32Ptr'}
    'stoner_image_ndim', 'int32uint64uint64int32PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr'}
    'stoner_image_shape', 'int32uint64uint64int64Ptrint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int64Ptr', 'int64', 'int64Ptr'}
    'stoner_image_dtype', 'int32uint64uint64int32PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr'}
    'stoner_image_size', 'int32uint64uint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int64Ptr'}
    'stoner_image_title', 'int32uint64uint64cstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'int64', 'int64Ptr'}
    'stoner_image_set_title', 'int32uint64uint64cstringThunk', 'int32', {'uint64', 'uint64', 'cstring'}
    'stoner_image_filename', 'int32uint64uint64cstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'int64', 'int64Ptr'}
    'stoner_image_set_filename', 'int32uint64uint64cstringThunk', 'int32', {'uint64', 'uint64', 'cstring'}
    'stoner_scan_open', 'int32uint64cstringuint64PtrThunk', 'int32', {'uint64', 'cstring', 'uint64Ptr'}
    'stoner_scan_clone', 'int32uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr'}
    'stoner_scan_free', 'int32uint64Thunk', 'int32', {'uint64'}
    'stoner_scan_filename', 'int32uint64uint64cstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'int64', 'int64Ptr'}
    'stoner_scan_rule', 'int32uint64uint64cstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'int64', 'int64Ptr'}
    'stoner_scan_entry_count', 'int32uint64uint64int32PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr'}
    'stoner_scan_entry_name', 'int32uint64uint64int32cstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'cstring', 'int64', 'int64Ptr'}
    'stoner_scan_default_entry', 'int32uint64uint64int32PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr'}
    'stoner_scan_kind', 'int32uint64uint64cstringint32PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'int32Ptr'}
    'stoner_scan_start', 'int32uint64uint64cstringcstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'int64', 'int64Ptr'}
    'stoner_scan_end', 'int32uint64uint64cstringcstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'int64', 'int64Ptr'}
    'stoner_scan_facility', 'int32uint64uint64cstringcstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'int64', 'int64Ptr'}
    'stoner_scan_repair_count', 'int32uint64uint64cstringint32PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'int32Ptr'}
    'stoner_scan_repair', 'int32uint64uint64cstringint32cstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'int32', 'cstring', 'int64', 'int64Ptr'}
    'stoner_scan_metadata', 'int32uint64uint64cstringuint64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'uint64Ptr'}
    'stoner_scan_detector_count', 'int32uint64uint64cstringint32PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'int32Ptr'}
    'stoner_scan_detector_name', 'int32uint64uint64cstringint32cstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'int32', 'cstring', 'int64', 'int64Ptr'}
    'stoner_scan_default_detector', 'int32uint64uint64cstringint32PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'int32Ptr'}
    'stoner_scan_monitor_count', 'int32uint64uint64cstringint32PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'int32Ptr'}
    'stoner_scan_monitor_name', 'int32uint64uint64cstringint32cstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'int32', 'cstring', 'int64', 'int64Ptr'}
    'stoner_scan_shape', 'int32uint64uint64cstringcstringint64Ptrint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'int64Ptr', 'int64', 'int64Ptr'}
    'stoner_scan_dtype', 'int32uint64uint64cstringcstringint32PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'int32Ptr'}
    'stoner_scan_frame_count', 'int32uint64uint64cstringcstringint64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'int64Ptr'}
    'stoner_scan_axis_name', 'int32uint64uint64cstringcstringint32cstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'int32', 'cstring', 'int64', 'int64Ptr'}
    'stoner_scan_axis_unit', 'int32uint64uint64cstringcstringint32cstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'int32', 'cstring', 'int64', 'int64Ptr'}
    'stoner_scan_axis_values', 'int32uint64uint64cstringcstringint32doublePtrint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'int32', 'doublePtr', 'int64', 'int64Ptr'}
    'stoner_scan_axis_role', 'int32uint64uint64cstringcstringint32int32PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'int32', 'int32Ptr'}
    'stoner_scan_axis_direction', 'int32uint64uint64cstringcstringint32int32PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'int32', 'int32Ptr'}
    'stoner_scan_quantity', 'int32uint64uint64cstringcstringint32doublePtrint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'int32', 'doublePtr', 'int64', 'int64Ptr'}
    'stoner_scan_image', 'int32uint64uint64cstringcstringuint64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'uint64Ptr'}
    'stoner_scan_frame', 'int32uint64uint64cstringcstringint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'int64', 'uint64Ptr'}
    'stoner_scan_spectrum', 'int32uint64uint64cstringcstringint64Ptruint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'int64Ptr', 'uint64', 'uint64Ptr'}
    'stoner_scan_points', 'int32uint64uint64cstringcstringint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'int64', 'uint64Ptr'}
    'stoner_scan_completeness', 'int32uint64uint64cstringcstringdoublePtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'doublePtr'}
    'stoner_scan_refresh', 'int32uint64uint64cstringcstringint64Ptrint64Ptruint64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'int64Ptr', 'int64Ptr', 'uint64Ptr'}
    'stoner_live_new', 'int32uint64int64int64doubledoubledoubledoubleint32doublecstringuint64PtrThunk', 'int32', {'uint64', 'int64', 'int64', 'double', 'double', 'double', 'double', 'int32', 'double', 'cstring', 'uint64Ptr'}
    'stoner_live_clone', 'int32uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr'}
    'stoner_live_free', 'int32uint64Thunk', 'int32', {'uint64'}
    'stoner_live_push', 'int32uint64uint64doublePtrdoublePtrdoublePtrdoublePtrint64Thunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'doublePtr', 'doublePtr', 'doublePtr', 'int64'}
    'stoner_live_image', 'int32uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr'}
    'stoner_live_read', 'int32uint64uint64doublePtrdoublePtrdoublePtrint64Thunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'doublePtr', 'doublePtr', 'int64'}
    'stoner_live_state', 'int32uint64uint64int64Ptrint64Ptrint64PtrdoublePtrThunk', 'int32', {'uint64', 'uint64', 'int64Ptr', 'int64Ptr', 'int64Ptr', 'doublePtr'}
    'stoner_live_reset', 'int32uint64uint64Thunk', 'int32', {'uint64', 'uint64'}
    'stoner_live_set_metadata', 'int32uint64uint64uint64Thunk', 'int32', {'uint64', 'uint64', 'uint64'}
    'stoner_context_new', 'int32uint64uint64PtrThunk', 'int32', {'uint64', 'uint64Ptr'}
    'stoner_context_free', 'int32uint64Thunk', 'int32', {'uint64'}
    'stoner_last_error', 'cstringuint64Thunk', 'cstring', {'uint64'}
    'stoner_last_error_read', 'int32uint64cstringint64int64PtrThunk', 'int32', {'uint64', 'cstring', 'int64', 'int64Ptr'}
    'stoner_last_error_status', 'int32uint64Thunk', 'int32', {'uint64'}
    'stoner_context_clear_error', 'int32uint64Thunk', 'int32', {'uint64'}
    'stoner_context_warning_count', 'int32uint64int64Ptrint64PtrThunk', 'int32', {'uint64', 'int64Ptr', 'int64Ptr'}
    'stoner_context_warning', 'int32uint64int64cstringint64int64PtrThunk', 'int32', {'uint64', 'int64', 'cstring', 'int64', 'int64Ptr'}
    'stoner_context_warning_code', 'int32uint64int64int32PtrThunk', 'int32', {'uint64', 'int64', 'int32Ptr'}
    'stoner_context_clear_warnings', 'int32uint64Thunk', 'int32', {'uint64'}
    'stoner_context_set_threads', 'int32uint64int32Thunk', 'int32', {'uint64', 'int32'}
    'stoner_context_threads', 'int32uint64int32PtrThunk', 'int32', {'uint64', 'int32Ptr'}
    'stoner_context_set_memory_limit', 'int32uint64int64Thunk', 'int32', {'uint64', 'int64'}
    'stoner_context_memory_limit', 'int32uint64int64PtrThunk', 'int32', {'uint64', 'int64Ptr'}
    'stoner_context_cancel', 'int32uint64Thunk', 'int32', {'uint64'}
    'stoner_context_reset_cancel', 'int32uint64Thunk', 'int32', {'uint64'}
    'stoner_context_is_cancelled', 'int32uint64int32PtrThunk', 'int32', {'uint64', 'int32Ptr'}
    'stoner_context_progress', 'int32uint64doublePtrThunk', 'int32', {'uint64', 'doublePtr'}
    'stoner_image_cw', 'int32uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr'}
    'stoner_image_ccw', 'int32uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr'}
    'stoner_image_flip_h', 'int32uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr'}
    'stoner_image_flip_v', 'int32uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr'}
    'stoner_image_transpose', 'int32uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr'}
    'stoner_image_crop', 'int32uint64uint64int64Ptruint64PtrThunk', 'int32', {'uint64', 'uint64', 'int64Ptr', 'uint64Ptr'}
    'stoner_image_box_from_border', 'int32uint64uint64int64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int64', 'int64Ptr'}
    'stoner_image_box_from_border_fraction', 'int32uint64uint64doubleint64PtrThunk', 'int32', {'uint64', 'uint64', 'double', 'int64Ptr'}
    'stoner_image_box_from_fraction', 'int32uint64uint64doublePtrint64PtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'int64Ptr'}
    'stoner_image_box_from_metadata', 'int32uint64uint64cstringint64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'int64Ptr'}
    'stoner_image_max_box', 'int32uint64uint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int64Ptr'}
    'stoner_image_aspect', 'int32uint64uint64doublePtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr'}
    'stoner_image_centre', 'int32uint64uint64doublePtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr'}
    'stoner_image_rotate', 'int32uint64uint64doubleint32doublePtrint32int32doubleint32int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'double', 'int32', 'doublePtr', 'int32', 'int32', 'double', 'int32', 'int32', 'uint64Ptr'}
    'stoner_image_translate', 'int32uint64uint64doublePtrint32int32int32int32doubleuint64PtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'int32', 'int32', 'int32', 'int32', 'double', 'uint64Ptr'}
    'stoner_image_translate_limits', 'int32uint64uint64doublePtrint32doublePtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'int32', 'doublePtr'}
    'stoner_image_register', 'int32uint64uint64uint64cstringint64Ptrdoubleint32doubledoubledoubleint32int32doublePtrdoublePtrdoublePtrdoublePtruint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64', 'cstring', 'int64Ptr', 'double', 'int32', 'double', 'double', 'double', 'int32', 'int32', 'doublePtr', 'doublePtr', 'doublePtr', 'doublePtr', 'uint64Ptr'}
    'stoner_image_align', 'int32uint64uint64uint64cstringint64Ptrdoubleint32doubledoubledoubleint32int32int32int32doubleint32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64', 'cstring', 'int64Ptr', 'double', 'int32', 'double', 'double', 'double', 'int32', 'int32', 'int32', 'int32', 'double', 'int32', 'uint64Ptr'}
    'stoner_image_correct_drift', 'int32uint64uint64uint64doubledoubleint64Ptrint32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64', 'double', 'double', 'int64Ptr', 'int32', 'uint64Ptr'}
    'stoner_image_align_stack', 'int32uint64uint64int32int64cstringint64Ptrdoubleint32doubledoubledoubleint32int32doubleuint64Ptruint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'int64', 'cstring', 'int64Ptr', 'double', 'int32', 'double', 'double', 'double', 'int32', 'int32', 'double', 'uint64Ptr', 'uint64Ptr'}
    'stoner_image_griddata', 'int32uint64uint64uint64uint64int32doubleint32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64', 'uint64', 'int32', 'double', 'int32', 'uint64Ptr'}
    'stoner_image_gridimage', 'int32uint64uint64uint64uint64uint64uint64int32int32doubleint32int32doubledoublePtruint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64', 'uint64', 'uint64', 'uint64', 'int32', 'int32', 'double', 'int32', 'int32', 'double', 'doublePtr', 'uint64Ptr'}
    'stoner_image_draw_line', 'int32uint64uint64int64int64int64int64int32int32voidPtrThunk', 'int32', {'uint64', 'uint64', 'int64', 'int64', 'int64', 'int64', 'int32', 'int32', 'voidPtr'}
    'stoner_image_draw_disk', 'int32uint64uint64doubledoubledoubleint32int32voidPtrThunk', 'int32', {'uint64', 'uint64', 'double', 'double', 'double', 'int32', 'int32', 'voidPtr'}
    'stoner_image_draw_circle', 'int32uint64uint64doubledoubledoubleint32int32voidPtrThunk', 'int32', {'uint64', 'uint64', 'double', 'double', 'double', 'int32', 'int32', 'voidPtr'}
    'stoner_image_draw_annulus', 'int32uint64uint64doubledoubledoubledoubleint32int32voidPtrThunk', 'int32', {'uint64', 'uint64', 'double', 'double', 'double', 'double', 'int32', 'int32', 'voidPtr'}
    'stoner_image_draw_circle_perimeter', 'int32uint64uint64int64int64int64int32int32int32voidPtrThunk', 'int32', {'uint64', 'uint64', 'int64', 'int64', 'int64', 'int32', 'int32', 'int32', 'voidPtr'}
    'stoner_image_draw_ellipse', 'int32uint64uint64doubledoubledoubledoubledoubleint32int32voidPtrThunk', 'int32', {'uint64', 'uint64', 'double', 'double', 'double', 'double', 'double', 'int32', 'int32', 'voidPtr'}
    'stoner_image_draw_ellipse_perimeter', 'int32uint64uint64int64int64int64int64doubleint32int32voidPtrThunk', 'int32', {'uint64', 'uint64', 'int64', 'int64', 'int64', 'int64', 'double', 'int32', 'int32', 'voidPtr'}
    'stoner_image_draw_polygon', 'int32uint64uint64doublePtrdoublePtrint64int32int32voidPtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'doublePtr', 'int64', 'int32', 'int32', 'voidPtr'}
    'stoner_image_draw_polygon_perimeter', 'int32uint64uint64doublePtrdoublePtrint64int32int32int32voidPtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'doublePtr', 'int64', 'int32', 'int32', 'int32', 'voidPtr'}
    'stoner_image_draw_rectangle', 'int32uint64uint64doubledoubledoubledoubleint32int32voidPtrThunk', 'int32', {'uint64', 'uint64', 'double', 'double', 'double', 'double', 'int32', 'int32', 'voidPtr'}
    'stoner_image_draw_rectangle_perimeter', 'int32uint64uint64doubledoubledoubledoubleint32int32int32voidPtrThunk', 'int32', {'uint64', 'uint64', 'double', 'double', 'double', 'double', 'int32', 'int32', 'int32', 'voidPtr'}
    'stoner_image_draw_rotated_rectangle', 'int32uint64uint64doubledoubledoubledoubledoubleint32int32voidPtrThunk', 'int32', {'uint64', 'uint64', 'double', 'double', 'double', 'double', 'double', 'int32', 'int32', 'voidPtr'}
    'stoner_image_draw_rotated_rectangle_perimeter', 'int32uint64uint64doubledoubledoubledoubledoubleint32int32voidPtrThunk', 'int32', {'uint64', 'uint64', 'double', 'double', 'double', 'double', 'double', 'int32', 'int32', 'voidPtr'}
    'stoner_image_draw_square', 'int32uint64uint64doubledoubledoubledoubleint32int32voidPtrThunk', 'int32', {'uint64', 'uint64', 'double', 'double', 'double', 'double', 'int32', 'int32', 'voidPtr'}
    'stoner_image_draw_bezier_curve', 'int32uint64uint64int64int64int64int64int64int64doubleint32int32voidPtrThunk', 'int32', {'uint64', 'uint64', 'int64', 'int64', 'int64', 'int64', 'int64', 'int64', 'double', 'int32', 'int32', 'voidPtr'}
    'stoner_image_arithmetic', 'int32uint64uint64int32uint64int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'uint64', 'int32', 'uint64Ptr'}
    'stoner_image_arithmetic_scalar', 'int32uint64uint64int32doubleint32int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'double', 'int32', 'int32', 'uint64Ptr'}
    'stoner_image_compare', 'int32uint64uint64int32uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'uint64', 'uint64Ptr'}
    'stoner_image_compare_scalar', 'int32uint64uint64int32doubleuint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'double', 'uint64Ptr'}
    'stoner_image_logic', 'int32uint64uint64int32uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'uint64', 'uint64Ptr'}
    'stoner_image_math', 'int32uint64uint64int32int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'int32', 'uint64Ptr'}
    'stoner_image_where', 'int32uint64uint64uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64', 'uint64', 'uint64Ptr'}
    'stoner_image_arithmetic_into', 'int32uint64uint64int32uint64int32uint64Thunk', 'int32', {'uint64', 'uint64', 'int32', 'uint64', 'int32', 'uint64'}
    'stoner_image_arithmetic_scalar_into', 'int32uint64uint64int32doubleint32int32uint64Thunk', 'int32', {'uint64', 'uint64', 'int32', 'double', 'int32', 'int32', 'uint64'}
    'stoner_image_math_into', 'int32uint64uint64int32int32uint64Thunk', 'int32', {'uint64', 'uint64', 'int32', 'int32', 'uint64'}
    'stoner_image_arithmetic_read', 'int32uint64uint64int32uint64int32int64PtrvoidPtrint64voidPtrint64Thunk', 'int32', {'uint64', 'uint64', 'int32', 'uint64', 'int32', 'int64Ptr', 'voidPtr', 'int64', 'voidPtr', 'int64'}
    'stoner_image_convert', 'int32uint64uint64int32int32int32int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'int32', 'int32', 'int32', 'uint64Ptr'}
    'stoner_image_asfloat', 'int32uint64uint64int32int32int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'int32', 'int32', 'uint64Ptr'}
    'stoner_image_clip_intensity', 'int32uint64uint64int32doublePtruint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'doublePtr', 'uint64Ptr'}
    'stoner_image_normalise', 'int32uint64uint64doublePtrint64PtrdoublePtrint32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'int64Ptr', 'doublePtr', 'int32', 'uint64Ptr'}
    'stoner_image_span', 'int32uint64uint64doublePtrdoublePtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'doublePtr'}
    'stoner_image_adjust_contrast', 'int32uint64uint64doublePtrint32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'int32', 'uint64Ptr'}
    'stoner_image_subtract_image', 'int32uint64uint64uint64doubleint32doubleuint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64', 'double', 'int32', 'double', 'uint64Ptr'}
    'stoner_image_threshold_minmax', 'int32uint64uint64doubledoubleuint64PtrThunk', 'int32', {'uint64', 'uint64', 'double', 'double', 'uint64Ptr'}
    'stoner_image_clip_neg', 'int32uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr'}
    'stoner_image_level_image', 'int32uint64uint64int32int32int64PtrdoublePtrint32doublePtrint32int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'int32', 'int64Ptr', 'doublePtr', 'int32', 'doublePtr', 'int32', 'int32', 'uint64Ptr'}
    'stoner_image_quantize', 'int32uint64uint64doublePtrint64doublePtrint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'int64', 'doublePtr', 'int64', 'uint64Ptr'}
    'stoner_image_remove_outliers', 'int32uint64uint64doublePtrdoublePtruint64PtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'doublePtr', 'uint64Ptr'}
    'stoner_image_asint', 'int32uint64uint64int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'uint64Ptr'}
    'stoner_image_dtype_limits', 'int32uint64uint64int32doublePtrdoublePtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'doublePtr', 'doublePtr'}
    'stoner_image_im_scale', 'int32uint64uint64int32int32int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'int32', 'int32', 'uint64Ptr'}
    'stoner_image_prec_loss', 'int32uint64uint64int32int32PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'int32Ptr'}
    'stoner_image_sign_loss', 'int32uint64uint64int32int32PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'int32Ptr'}
    'stoner_image_filter_image', 'int32uint64uint64doublePtrint32doubledoubleint32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'int32', 'double', 'double', 'int32', 'uint64Ptr'}
    'stoner_image_gaussian_filter', 'int32uint64uint64doublePtrint32Ptrint32Ptrdoubledoubleuint64PtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'int32Ptr', 'int32Ptr', 'double', 'double', 'uint64Ptr'}
    'stoner_image_sgolay2d', 'int32uint64uint64int64int32int32uint64Ptruint64PtrThunk', 'int32', {'uint64', 'uint64', 'int64', 'int32', 'int32', 'uint64Ptr', 'uint64Ptr'}
    'stoner_image_denoise', 'int32uint64uint64doubleuint64PtrThunk', 'int32', {'uint64', 'uint64', 'double', 'uint64Ptr'}
    'stoner_image_fft', 'int32uint64uint64int32int32int32doublecstringuint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'int32', 'int32', 'double', 'cstring', 'uint64Ptr'}
    'stoner_image_profile_line', 'int32uint64uint64doublePtrdoublePtrint64int32int32doubleint32int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'doublePtr', 'int64', 'int32', 'int32', 'double', 'int32', 'int32', 'uint64Ptr'}
    'stoner_image_profile_line_x', 'int32uint64uint64doubleint64int32int32doubleint32int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'double', 'int64', 'int32', 'int32', 'double', 'int32', 'int32', 'uint64Ptr'}
    'stoner_image_profile_line_y', 'int32uint64uint64doubleint64int32int32doubleint32int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'double', 'int64', 'int32', 'int32', 'double', 'int32', 'int32', 'uint64Ptr'}
    'stoner_image_radial_coordinates', 'int32uint64uint64doublePtrdoublePtrint32int32int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'doublePtr', 'int32', 'int32', 'int32', 'uint64Ptr'}
    'stoner_image_radial_profile', 'int32uint64uint64doublePtrint32doubledoublePtrint64doublePtrdoublePtrint32int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'int32', 'double', 'doublePtr', 'int64', 'doublePtr', 'doublePtr', 'int32', 'int32', 'uint64Ptr'}
    'stoner_image_hist', 'int32uint64uint64int64doublePtrint64doublePtruint64PtrThunk', 'int32', {'uint64', 'uint64', 'int64', 'doublePtr', 'int64', 'doublePtr', 'uint64Ptr'}
    'stoner_image_polarization', 'int32uint64uint64int32PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr'}
    'stoner_image_unlike', 'int32uint64uint64uint64int32PtrThunk', 'int32', {'uint64', 'uint64', 'uint64', 'int32Ptr'}
    'stoner_image_xmcd', 'int32uint64uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64', 'uint64Ptr'}
    'stoner_table_new', 'int32uint64uint64PtrThunk', 'int32', {'uint64', 'uint64Ptr'}
    'stoner_table_clone', 'int32uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr'}
    'stoner_table_free', 'int32uint64Thunk', 'int32', {'uint64'}
    'stoner_table_equal', 'int32uint64uint64uint64int32int32PtrThunk', 'int32', {'uint64', 'uint64', 'uint64', 'int32', 'int32Ptr'}
    'stoner_table_row_count', 'int32uint64uint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int64Ptr'}
    'stoner_table_column_count', 'int32uint64uint64int32PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr'}
    'stoner_table_column_name', 'int32uint64uint64int32cstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'cstring', 'int64', 'int64Ptr'}
    'stoner_table_column_unit', 'int32uint64uint64int32cstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'cstring', 'int64', 'int64Ptr'}
    'stoner_table_column_index', 'int32uint64uint64cstringint32PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'int32Ptr'}
    'stoner_table_set_column_name', 'int32uint64uint64int32cstringThunk', 'int32', {'uint64', 'uint64', 'int32', 'cstring'}
    'stoner_table_set_column_unit', 'int32uint64uint64int32cstringThunk', 'int32', {'uint64', 'uint64', 'int32', 'cstring'}
    'stoner_table_read_column', 'int32uint64uint64int32doublePtrint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'doublePtr', 'int64', 'int64Ptr'}
    'stoner_table_read', 'int32uint64uint64int32doublePtrint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'doublePtr', 'int64', 'int64Ptr'}
    'stoner_table_add_column', 'int32uint64uint64cstringcstringdoublePtrint64Thunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'doublePtr', 'int64'}
    'stoner_table_metadata', 'int32uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr'}
    'stoner_table_set_metadata', 'int32uint64uint64uint64Thunk', 'int32', {'uint64', 'uint64', 'uint64'}
    'stoner_table_save', 'int32uint64uint64cstringcstringThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring'}
    'stoner_table_load', 'int32uint64cstringcstringuint64PtrThunk', 'int32', {'uint64', 'cstring', 'cstring', 'uint64Ptr'}
    'stoner_cmap_count', 'int32uint64int32PtrThunk', 'int32', {'uint64', 'int32Ptr'}
    'stoner_cmap_name', 'int32uint64int32cstringint64int64PtrThunk', 'int32', {'uint64', 'int32', 'cstring', 'int64', 'int64Ptr'}
    'stoner_cmap_colours', 'int32uint64cstringvoidPtrThunk', 'int32', {'uint64', 'cstring', 'voidPtr'}
    'stoner_image_to_rgba', 'int32uint64uint64uint64voidPtrint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64', 'voidPtr', 'int64', 'int64Ptr'}
    'stoner_image_imshow', 'int32uint64uint64cstringuint64Thunk', 'int32', {'uint64', 'uint64', 'cstring', 'uint64'}
    'stoner_image_imshow_text', 'int32uint64uint64cstringcstringThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring'}
    'stoner_image_imshow_rgba', 'int32uint64uint64uint64int64int64voidPtrint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64', 'int64', 'int64', 'voidPtr', 'int64', 'int64Ptr'}
    'stoner_image_imshow_layout', 'int32uint64uint64uint64int64int64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64', 'int64', 'int64', 'uint64Ptr'}
    'stoner_image_plot_histogram', 'int32uint64uint64int64cstringuint64Thunk', 'int32', {'uint64', 'uint64', 'int64', 'cstring', 'uint64'}
    'stoner_image_plot_histogram_rgba', 'int32uint64uint64int64uint64int64int64voidPtrint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int64', 'uint64', 'int64', 'int64', 'voidPtr', 'int64', 'int64Ptr'}
    'stoner_image_plot_histogram_layout', 'int32uint64uint64int64uint64int64int64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int64', 'uint64', 'int64', 'int64', 'uint64Ptr'}
    'stoner_table_plot', 'int32uint64uint64cstringuint64Thunk', 'int32', {'uint64', 'uint64', 'cstring', 'uint64'}
    'stoner_table_plot_rgba', 'int32uint64uint64uint64int64int64voidPtrint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64', 'int64', 'int64', 'voidPtr', 'int64', 'int64Ptr'}
    'stoner_table_plot_layout', 'int32uint64uint64uint64int64int64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64', 'int64', 'int64', 'uint64Ptr'}
    'stoner_auto_fit_fontsize', 'int32uint64cstringdoubledoubledoubleint32int32doublePtrThunk', 'int32', {'uint64', 'cstring', 'double', 'double', 'double', 'int32', 'int32', 'doublePtr'}
    'stoner_image_read', 'int32uint64uint64int32int64PtrvoidPtrint64Thunk', 'int32', {'uint64', 'uint64', 'int32', 'int64Ptr', 'voidPtr', 'int64'}
    'stoner_image_read_mask', 'int32uint64uint64voidPtrint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'voidPtr', 'int64', 'int64Ptr'}
    'stoner_image_write', 'int32uint64uint64int64PtrvoidPtrint32int64PtrThunk', 'int32', {'uint64', 'uint64', 'int64Ptr', 'voidPtr', 'int32', 'int64Ptr'}
    'stoner_image_write_mask', 'int32uint64uint64voidPtrint64Thunk', 'int32', {'uint64', 'uint64', 'voidPtr', 'int64'}
    'stoner_image_data', 'int32uint64uint64uint64Ptrint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr', 'int64Ptr'}
    'stoner_metadata_new', 'int32uint64uint64PtrThunk', 'int32', {'uint64', 'uint64Ptr'}
    'stoner_metadata_clone', 'int32uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr'}
    'stoner_metadata_free', 'int32uint64Thunk', 'int32', {'uint64'}
    'stoner_image_metadata', 'int32uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr'}
    'stoner_image_set_metadata', 'int32uint64uint64uint64Thunk', 'int32', {'uint64', 'uint64', 'uint64'}
    'stoner_metadata_equal', 'int32uint64uint64uint64int32PtrThunk', 'int32', {'uint64', 'uint64', 'uint64', 'int32Ptr'}
    'stoner_metadata_count', 'int32uint64uint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int64Ptr'}
    'stoner_metadata_key', 'int32uint64uint64int64cstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int64', 'cstring', 'int64', 'int64Ptr'}
    'stoner_metadata_contains', 'int32uint64uint64cstringint32PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'int32Ptr'}
    'stoner_metadata_type', 'int32uint64uint64cstringint32PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'int32Ptr'}
    'stoner_metadata_type_name', 'int32uint64uint64cstringcstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'int64', 'int64Ptr'}
    'stoner_metadata_unit', 'int32uint64uint64cstringcstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'int64', 'int64Ptr'}
    'stoner_metadata_set_unit', 'int32uint64uint64cstringcstringThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring'}
    'stoner_metadata_pop', 'int32uint64uint64cstringuint64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'uint64Ptr'}
    'stoner_metadata_popitem', 'int32uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr'}
    'stoner_metadata_setdefault', 'int32uint64uint64cstringuint64Thunk', 'int32', {'uint64', 'uint64', 'cstring', 'uint64'}
    'stoner_metadata_update', 'int32uint64uint64uint64Thunk', 'int32', {'uint64', 'uint64', 'uint64'}
    'stoner_metadata_clear', 'int32uint64uint64Thunk', 'int32', {'uint64', 'uint64'}
    'stoner_metadata_get_bool', 'int32uint64uint64cstringint32PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'int32Ptr'}
    'stoner_metadata_get_i64', 'int32uint64uint64cstringint64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'int64Ptr'}
    'stoner_metadata_get_f64', 'int32uint64uint64cstringdoublePtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'doublePtr'}
    'stoner_metadata_get_string', 'int32uint64uint64cstringcstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'int64', 'int64Ptr'}
    'stoner_metadata_get_complex', 'int32uint64uint64cstringdoublePtrdoublePtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'doublePtr', 'doublePtr'}
    'stoner_metadata_get_bytes', 'int32uint64uint64cstringvoidPtrint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'voidPtr', 'int64', 'int64Ptr'}
    'stoner_metadata_get_array', 'int32uint64uint64cstringuint64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'uint64Ptr'}
    'stoner_metadata_get_nested', 'int32uint64uint64cstringuint64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'uint64Ptr'}
    'stoner_metadata_get_text', 'int32uint64uint64cstringcstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'int64', 'int64Ptr'}
    'stoner_metadata_export', 'int32uint64uint64cstringcstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'int64', 'int64Ptr'}
    'stoner_image_metadata_get_bool', 'int32uint64uint64cstringint32PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'int32Ptr'}
    'stoner_image_metadata_get_i64', 'int32uint64uint64cstringint64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'int64Ptr'}
    'stoner_image_metadata_get_f64', 'int32uint64uint64cstringdoublePtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'doublePtr'}
    'stoner_image_metadata_get_string', 'int32uint64uint64cstringcstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'int64', 'int64Ptr'}
    'stoner_metadata_set_bool', 'int32uint64uint64cstringint32Thunk', 'int32', {'uint64', 'uint64', 'cstring', 'int32'}
    'stoner_metadata_set_i64', 'int32uint64uint64cstringint64Thunk', 'int32', {'uint64', 'uint64', 'cstring', 'int64'}
    'stoner_metadata_set_f64', 'int32uint64uint64cstringdoubleThunk', 'int32', {'uint64', 'uint64', 'cstring', 'double'}
    'stoner_metadata_set_string', 'int32uint64uint64cstringcstringThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring'}
    'stoner_metadata_set_none', 'int32uint64uint64cstringThunk', 'int32', {'uint64', 'uint64', 'cstring'}
    'stoner_metadata_set_complex', 'int32uint64uint64cstringdoubledoubleThunk', 'int32', {'uint64', 'uint64', 'cstring', 'double', 'double'}
    'stoner_metadata_set_bytes', 'int32uint64uint64cstringvoidPtrint64Thunk', 'int32', {'uint64', 'uint64', 'cstring', 'voidPtr', 'int64'}
    'stoner_metadata_set_timestamp', 'int32uint64uint64cstringcstringThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring'}
    'stoner_metadata_set_array', 'int32uint64uint64cstringuint64Thunk', 'int32', {'uint64', 'uint64', 'cstring', 'uint64'}
    'stoner_metadata_set_cluster', 'int32uint64uint64cstringuint64Thunk', 'int32', {'uint64', 'uint64', 'cstring', 'uint64'}
    'stoner_metadata_set_list', 'int32uint64uint64cstringuint64Thunk', 'int32', {'uint64', 'uint64', 'cstring', 'uint64'}
    'stoner_metadata_set_tuple', 'int32uint64uint64cstringuint64Thunk', 'int32', {'uint64', 'uint64', 'cstring', 'uint64'}
    'stoner_metadata_set_options', 'int32uint64uint64cstringThunk', 'int32', {'uint64', 'uint64', 'cstring'}
    'stoner_metadata_set_text', 'int32uint64uint64cstringcstringcstringThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'cstring'}
    'stoner_image_metadata_set_bool', 'int32uint64uint64cstringint32Thunk', 'int32', {'uint64', 'uint64', 'cstring', 'int32'}
    'stoner_image_metadata_set_i64', 'int32uint64uint64cstringint64Thunk', 'int32', {'uint64', 'uint64', 'cstring', 'int64'}
    'stoner_image_metadata_set_f64', 'int32uint64uint64cstringdoubleThunk', 'int32', {'uint64', 'uint64', 'cstring', 'double'}
    'stoner_image_metadata_set_string', 'int32uint64uint64cstringcstringThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring'}
    'stoner_image_plane_count', 'int32uint64uint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int64Ptr'}
    'stoner_image_plane_name', 'int32uint64uint64int64cstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int64', 'cstring', 'int64', 'int64Ptr'}
    'stoner_image_plane', 'int32uint64uint64cstringuint64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'uint64Ptr'}
    'stoner_image_plane_unit', 'int32uint64uint64cstringcstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'int64', 'int64Ptr'}
    'stoner_image_set_plane', 'int32uint64uint64cstringuint64cstringThunk', 'int32', {'uint64', 'uint64', 'cstring', 'uint64', 'cstring'}
    'stoner_image_remove_plane', 'int32uint64uint64cstringThunk', 'int32', {'uint64', 'uint64', 'cstring'}
    'stoner_image_map', 'int32uint64uint64doublePtrdoublePtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'doublePtr'}
    'stoner_image_map_name', 'int32uint64uint64int32cstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'cstring', 'int64', 'int64Ptr'}
    'stoner_image_map_unit', 'int32uint64uint64int32cstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'cstring', 'int64', 'int64Ptr'}
    'stoner_image_set_map', 'int32uint64uint64doublePtrdoublePtrcstringcstringcstringcstringThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'doublePtr', 'cstring', 'cstring', 'cstring', 'cstring'}
    'stoner_image_pixel_size', 'int32uint64uint64doublePtrdoublePtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'doublePtr'}
    'stoner_image_position', 'int32uint64uint64doubledoubledoublePtrdoublePtrThunk', 'int32', {'uint64', 'uint64', 'double', 'double', 'doublePtr', 'doublePtr'}
    'stoner_quantity_name', 'int32uint64int32cstringint64int64PtrThunk', 'int32', {'uint64', 'int32', 'cstring', 'int64', 'int64Ptr'}
    'stoner_quantity_unit', 'int32uint64int32cstringint64int64PtrThunk', 'int32', {'uint64', 'int32', 'cstring', 'int64', 'int64Ptr'}
    'stoner_image_quantity', 'int32uint64uint64int32doublePtrint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'doublePtr', 'int64', 'int64Ptr'}
    'stoner_image_frame_axis_key', 'int32uint64uint64cstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'int64', 'int64Ptr'}
    'stoner_image_frame_axis_name', 'int32uint64uint64cstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'int64', 'int64Ptr'}
    'stoner_image_frame_axis_unit', 'int32uint64uint64cstringint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'int64', 'int64Ptr'}
    'stoner_image_frame_axis_values', 'int32uint64uint64doublePtrint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'int64', 'int64Ptr'}
    'stoner_image_set_frame_axis', 'int32uint64uint64cstringcstringdoublePtrint64Thunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'doublePtr', 'int64'}
    'stoner_image_itemsize', 'int32uint64uint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int64Ptr'}
    'stoner_image_nbytes', 'int32uint64uint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int64Ptr'}
    'stoner_image_strides', 'int32uint64uint64int64Ptrint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int64Ptr', 'int64', 'int64Ptr'}
    'stoner_image_iscontiguous', 'int32uint64uint64int32PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr'}
    'stoner_image_reshape', 'int32uint64uint64int64Ptrint32int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int64Ptr', 'int32', 'int32', 'uint64Ptr'}
    'stoner_image_transpose_axes', 'int32uint64uint64int32Ptrint32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr', 'int32', 'uint64Ptr'}
    'stoner_image_swapaxes', 'int32uint64uint64int32int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'int32', 'uint64Ptr'}
    'stoner_image_squeeze', 'int32uint64uint64int32Ptrint32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr', 'int32', 'uint64Ptr'}
    'stoner_image_ravel', 'int32uint64uint64int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'uint64Ptr'}
    'stoner_image_flatten', 'int32uint64uint64int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'uint64Ptr'}
    'stoner_image_resize', 'int32uint64uint64int64Ptrint32Thunk', 'int32', {'uint64', 'uint64', 'int64Ptr', 'int32'}
    'stoner_image_astype', 'int32uint64uint64int32int32int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'int32', 'int32', 'uint64Ptr'}
    'stoner_image_view', 'int32uint64uint64int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'uint64Ptr'}
    'stoner_image_byteswap', 'int32uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr'}
    'stoner_image_newbyteorder', 'int32uint64uint64int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'uint64Ptr'}
    'stoner_image_getfield', 'int32uint64uint64int32int64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'int64', 'uint64Ptr'}
    'stoner_image_setfield', 'int32uint64uint64uint64int32int64Thunk', 'int32', {'uint64', 'uint64', 'uint64', 'int32', 'int64'}
    'stoner_image_flags', 'int32uint64uint64int32PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr'}
    'stoner_image_ids', 'int32uint64uint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int64Ptr'}
    'stoner_image_harden_mask', 'int32uint64uint64Thunk', 'int32', {'uint64', 'uint64'}
    'stoner_image_soften_mask', 'int32uint64uint64Thunk', 'int32', {'uint64', 'uint64'}
    'stoner_image_hardmask', 'int32uint64uint64int32PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr'}
    'stoner_image_shrink_mask', 'int32uint64uint64Thunk', 'int32', {'uint64', 'uint64'}
    'stoner_image_fill_value', 'int32uint64uint64doublePtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr'}
    'stoner_image_fill_value_as', 'int32uint64uint64int32voidPtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'voidPtr'}
    'stoner_image_set_fill_value', 'int32uint64uint64int32doubleThunk', 'int32', {'uint64', 'uint64', 'int32', 'double'}
    'stoner_image_set_fill_value_as', 'int32uint64uint64int32voidPtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'voidPtr'}
    'stoner_image_filled', 'int32uint64uint64int32doubleuint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'double', 'uint64Ptr'}
    'stoner_image_filled_as', 'int32uint64uint64int32voidPtruint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'voidPtr', 'uint64Ptr'}
    'stoner_image_compressed', 'int32uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr'}
    'stoner_image_toflex', 'int32uint64uint64voidPtrint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'voidPtr', 'int64', 'int64Ptr'}
    'stoner_image_torecords', 'int32uint64uint64voidPtrint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'voidPtr', 'int64', 'int64Ptr'}
    'stoner_image_item', 'int32uint64uint64int64Ptrint64doublePtrint32PtrThunk', 'int32', {'uint64', 'uint64', 'int64Ptr', 'int64', 'doublePtr', 'int32Ptr'}
    'stoner_image_item_as', 'int32uint64uint64int64Ptrint64int32voidPtrint32PtrThunk', 'int32', {'uint64', 'uint64', 'int64Ptr', 'int64', 'int32', 'voidPtr', 'int32Ptr'}
    'stoner_image_itemset', 'int32uint64uint64int64Ptrint64doubleThunk', 'int32', {'uint64', 'uint64', 'int64Ptr', 'int64', 'double'}
    'stoner_image_itemset_as', 'int32uint64uint64int64Ptrint64int32voidPtrThunk', 'int32', {'uint64', 'uint64', 'int64Ptr', 'int64', 'int32', 'voidPtr'}
    'stoner_image_fill', 'int32uint64uint64doubleThunk', 'int32', {'uint64', 'uint64', 'double'}
    'stoner_image_fill_as', 'int32uint64uint64int32voidPtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'voidPtr'}
    'stoner_image_put', 'int32uint64uint64int64Ptrint64uint64int32Thunk', 'int32', {'uint64', 'uint64', 'int64Ptr', 'int64', 'uint64', 'int32'}
    'stoner_image_take', 'int32uint64uint64int64Ptrint64int32Ptrint32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int64Ptr', 'int64', 'int32Ptr', 'int32', 'uint64Ptr'}
    'stoner_image_choose', 'int32uint64uint64uint64Ptrint64int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr', 'int64', 'int32', 'uint64Ptr'}
    'stoner_image_compress', 'int32uint64uint64voidPtrint64int32Ptruint64PtrThunk', 'int32', {'uint64', 'uint64', 'voidPtr', 'int64', 'int32Ptr', 'uint64Ptr'}
    'stoner_image_repeat', 'int32uint64uint64int64Ptrint64int32Ptruint64PtrThunk', 'int32', {'uint64', 'uint64', 'int64Ptr', 'int64', 'int32Ptr', 'uint64Ptr'}
    'stoner_image_diagonal', 'int32uint64uint64int64int32int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int64', 'int32', 'int32', 'uint64Ptr'}
    'stoner_image_nonzero', 'int32uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr'}
    'stoner_image_clip', 'int32uint64uint64doubledoubleuint64PtrThunk', 'int32', {'uint64', 'uint64', 'double', 'double', 'uint64Ptr'}
    'stoner_image_clip_as', 'int32uint64uint64int32voidPtrint32voidPtruint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'voidPtr', 'int32', 'voidPtr', 'uint64Ptr'}
    'stoner_image_clip_images', 'int32uint64uint64uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64', 'uint64', 'uint64Ptr'}
    'stoner_image_round', 'int32uint64uint64int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'uint64Ptr'}
    'stoner_image_real', 'int32uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr'}
    'stoner_image_get_real', 'int32uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr'}
    'stoner_image_imag', 'int32uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr'}
    'stoner_image_get_imag', 'int32uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr'}
    'stoner_image_conj', 'int32uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr'}
    'stoner_image_conjugate', 'int32uint64uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64Ptr'}
    'stoner_image_all', 'int32uint64uint64int32Ptrint32int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr', 'int32', 'int32', 'uint64Ptr'}
    'stoner_image_all_value', 'int32uint64uint64doublePtrint32PtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'int32Ptr'}
    'stoner_image_any', 'int32uint64uint64int32Ptrint32int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr', 'int32', 'int32', 'uint64Ptr'}
    'stoner_image_any_value', 'int32uint64uint64doublePtrint32PtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'int32Ptr'}
    'stoner_image_sum', 'int32uint64uint64int32Ptrint32int32int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr', 'int32', 'int32', 'int32', 'uint64Ptr'}
    'stoner_image_sum_value', 'int32uint64uint64doublePtrint32PtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'int32Ptr'}
    'stoner_image_prod', 'int32uint64uint64int32Ptrint32int32int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr', 'int32', 'int32', 'int32', 'uint64Ptr'}
    'stoner_image_prod_value', 'int32uint64uint64doublePtrint32PtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'int32Ptr'}
    'stoner_image_product', 'int32uint64uint64int32Ptrint32int32int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr', 'int32', 'int32', 'int32', 'uint64Ptr'}
    'stoner_image_product_value', 'int32uint64uint64doublePtrint32PtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'int32Ptr'}
    'stoner_image_count', 'int32uint64uint64int32Ptrint32int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr', 'int32', 'int32', 'uint64Ptr'}
    'stoner_image_count_value', 'int32uint64uint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int64Ptr'}
    'stoner_image_mean', 'int32uint64uint64int32Ptrint32int32int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr', 'int32', 'int32', 'int32', 'uint64Ptr'}
    'stoner_image_mean_value', 'int32uint64uint64doublePtrint32PtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'int32Ptr'}
    'stoner_image_var', 'int32uint64uint64int32Ptrint32int32int64int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr', 'int32', 'int32', 'int64', 'int32', 'uint64Ptr'}
    'stoner_image_var_value', 'int32uint64uint64int64doublePtrint32PtrThunk', 'int32', {'uint64', 'uint64', 'int64', 'doublePtr', 'int32Ptr'}
    'stoner_image_std', 'int32uint64uint64int32Ptrint32int32int64int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr', 'int32', 'int32', 'int64', 'int32', 'uint64Ptr'}
    'stoner_image_std_value', 'int32uint64uint64int64doublePtrint32PtrThunk', 'int32', {'uint64', 'uint64', 'int64', 'doublePtr', 'int32Ptr'}
    'stoner_image_anom', 'int32uint64uint64int32Ptrint32int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr', 'int32', 'int32', 'uint64Ptr'}
    'stoner_image_min', 'int32uint64uint64int32Ptrint32int32doubleint32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr', 'int32', 'int32', 'double', 'int32', 'uint64Ptr'}
    'stoner_image_min_value', 'int32uint64uint64doublePtrint32PtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'int32Ptr'}
    'stoner_image_max', 'int32uint64uint64int32Ptrint32int32doubleint32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr', 'int32', 'int32', 'double', 'int32', 'uint64Ptr'}
    'stoner_image_max_value', 'int32uint64uint64doublePtrint32PtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'int32Ptr'}
    'stoner_image_mini', 'int32uint64uint64int32Ptruint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr', 'uint64Ptr'}
    'stoner_image_ptp', 'int32uint64uint64int32Ptrint32int32doubleint32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr', 'int32', 'int32', 'double', 'int32', 'uint64Ptr'}
    'stoner_image_ptp_value', 'int32uint64uint64doublePtrint32PtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'int32Ptr'}
    'stoner_image_argmin', 'int32uint64uint64int32Ptrint32doubleint32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr', 'int32', 'double', 'int32', 'uint64Ptr'}
    'stoner_image_argmin_value', 'int32uint64uint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int64Ptr'}
    'stoner_image_argmax', 'int32uint64uint64int32Ptrint32doubleint32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr', 'int32', 'double', 'int32', 'uint64Ptr'}
    'stoner_image_argmax_value', 'int32uint64uint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int64Ptr'}
    'stoner_image_cumsum', 'int32uint64uint64int32Ptrint32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr', 'int32', 'uint64Ptr'}
    'stoner_image_cumprod', 'int32uint64uint64int32Ptrint32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr', 'int32', 'uint64Ptr'}
    'stoner_image_dot', 'int32uint64uint64uint64int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64', 'int32', 'uint64Ptr'}
    'stoner_image_trace', 'int32uint64uint64int64int32int32int32uint64PtrThunk', 'int32', {'uint64', 'uint64', 'int64', 'int32', 'int32', 'int32', 'uint64Ptr'}
    'stoner_image_trace_value', 'int32uint64uint64int64doublePtrThunk', 'int32', {'uint64', 'uint64', 'int64', 'doublePtr'}
    'stoner_image_sort', 'int32uint64uint64int32Ptrint32int32doubleuint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr', 'int32', 'int32', 'double', 'uint64Ptr'}
    'stoner_image_argsort', 'int32uint64uint64int32Ptrint32int32doubleuint64PtrThunk', 'int32', {'uint64', 'uint64', 'int32Ptr', 'int32', 'int32', 'double', 'uint64Ptr'}
    'stoner_image_partition', 'int32uint64uint64int64Ptrint32int32Ptrint32int32doubleuint64PtrThunk', 'int32', {'uint64', 'uint64', 'int64Ptr', 'int32', 'int32Ptr', 'int32', 'int32', 'double', 'uint64Ptr'}
    'stoner_image_argpartition', 'int32uint64uint64int64Ptrint32int32Ptrint32int32doubleuint64PtrThunk', 'int32', {'uint64', 'uint64', 'int64Ptr', 'int32', 'int32Ptr', 'int32', 'int32', 'double', 'uint64Ptr'}
    'stoner_image_searchsorted', 'int32uint64uint64uint64int32uint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'uint64', 'int32', 'uint64', 'uint64Ptr'}
    'stoner_image_percentile', 'int32uint64uint64doublePtrint32doublePtrThunk', 'int32', {'uint64', 'uint64', 'doublePtr', 'int32', 'doublePtr'}
    'stoner_image_tobytes', 'int32uint64uint64int32doubleint32voidPtrint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'double', 'int32', 'voidPtr', 'int64', 'int64Ptr'}
    'stoner_image_tostring', 'int32uint64uint64int32doubleint32voidPtrint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'int32', 'double', 'int32', 'voidPtr', 'int64', 'int64Ptr'}
    'stoner_image_tolist', 'int32uint64uint64int32doubleint32voidPtrint64voidPtrint64Thunk', 'int32', {'uint64', 'uint64', 'int32', 'double', 'int32', 'voidPtr', 'int64', 'voidPtr', 'int64'}
    'stoner_image_tofile', 'int32uint64uint64cstringThunk', 'int32', {'uint64', 'uint64', 'cstring'}
    'stoner_image_dumps', 'int32uint64uint64voidPtrint64int64PtrThunk', 'int32', {'uint64', 'uint64', 'voidPtr', 'int64', 'int64Ptr'}
    'stoner_image_dump', 'int32uint64uint64cstringThunk', 'int32', {'uint64', 'uint64', 'cstring'}
    'stoner_loader_count', 'int32uint64int32PtrThunk', 'int32', {'uint64', 'int32Ptr'}
    'stoner_loader_name', 'int32uint64int32cstringint64int64PtrThunk', 'int32', {'uint64', 'int32', 'cstring', 'int64', 'int64Ptr'}
    'stoner_loader_priority', 'int32uint64int32int32PtrThunk', 'int32', {'uint64', 'int32', 'int32Ptr'}
    'stoner_loader_mime_type', 'int32uint64int32cstringint64int64PtrThunk', 'int32', {'uint64', 'int32', 'cstring', 'int64', 'int64Ptr'}
    'stoner_loader_patterns', 'int32uint64int32cstringint64int64PtrThunk', 'int32', {'uint64', 'int32', 'cstring', 'int64', 'int64Ptr'}
    'stoner_fmts', 'int32uint64cstringint64int64PtrThunk', 'int32', {'uint64', 'cstring', 'int64', 'int64Ptr'}
    'stoner_context_set_debug', 'int32uint64int32Thunk', 'int32', {'uint64', 'int32'}
    'stoner_context_debug', 'int32uint64int32PtrThunk', 'int32', {'uint64', 'int32Ptr'}
    'stoner_image_apply', 'int32uint64uint64cstringuint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'uint64', 'uint64Ptr'}
    'stoner_image_apply_text', 'int32uint64uint64cstringcstringuint64uint64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'cstring', 'uint64', 'uint64Ptr'}
    'stoner_image_apply_all', 'int32uint64uint64cstringuint64PtrThunk', 'int32', {'uint64', 'uint64', 'cstring', 'uint64Ptr'}
  };
  n = size(calls, 1);
  methodinfo = struct('name', {calls(:, 1)'}, 'calltype', {repmat({'Thunk'}, 1, n)}, 'LHS', {calls(:, 3)'}, ...
                      'RHS', {calls(:, 4)'}, 'alias', {cell(1, n)}, 'thunkname', {calls(:, 2)'});
end
