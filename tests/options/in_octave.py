"""The calls through the MATLAB classes, in GNU Octave."""

import math

import numpy as np
import plan
from generator import matlab
from plan import Subject

#: The value of STONER_INDEX_CLIP.
CLIP = plan.C.constant("STONER_INDEX_CLIP").value
CLASSES = {"bool": "logical", "float32": "single", "float64": "double", "complex64": "single", "complex128": "double"}


def number(value):
    if isinstance(value, (bool, np.bool_)):
        return "true" if value else "false"
    value = float(value) if isinstance(value, (float, np.floating)) else int(value)
    if value == -(2**63):
        return "-Inf"
    return "NaN" if value != value else ("-" if value < 0 else "") + "Inf" if math.isinf(value) else repr(value)


def row(values):
    return "[" + " ".join(map(number, values)) + "]"


def make_subject(subject):
    array = subject.array
    kind = CLASSES.get(str(array.dtype), str(array.dtype))
    data = np.ascontiguousarray(array.data)
    plain = data.view(data.real.dtype) if data.dtype.kind == "c" else data
    lines = [f"function made = subject_{subject.number}()"]
    lines.append(f"  v = typecast(uint8({row(plain.tobytes())}), '{'uint8' if kind == 'logical' else kind}');")
    if kind == "logical":
        lines.append("  v = logical(v);")
    if data.dtype.kind == "c":
        lines.append("  v = complex(v(1:2:end), v(2:2:end));")
    lines.append(f"  m = logical({row(np.ma.getmaskarray(array).ravel().astype(int))});")
    if array.ndim >= 2:
        size = row(array.shape[::-1])
        lines += [f"  order = [2 1 {' '.join(str(k) for k in range(3, array.ndim + 1))}];",
                  f"  made = stoner.Image(permute(reshape(v, {size}), order), permute(reshape(m, {size}), order));"]  # fmt: skip
    else:
        lines.append(f"  made = stoner.Image(v, m, 'ndim', {array.ndim});")
    if subject.mapped:
        lines.append("  made.set_map([1 2], [0.5 0 0 0.25], 'sample_x', 'sample_y', 'um', 'um');")
    if subject.titled:
        lines.append("  made.title = 'A title';")
    return "\n".join([*lines, "end", ""])


def dimension(axis, rank):
    """An axis of the library as a dimension of MATLAB."""
    back = axis if axis < 0 else axis - rank
    return {-2: 1, -1: 2}.get(back, -back)


def indices(function, values, shape, given):
    """Indices from 1: of a pixel by row, column and frame, or by its number column by column; others along a dimension."""
    rank = len(shape)
    if function.short.startswith("image_item") and len(values) == rank:
        return [values[axis] + 1 for axis in (*range(max(rank - 2, 0), rank), *reversed(range(rank - 2)))]
    if function.short.startswith(("image_item", "image_put", "image_take")):
        if given.get("axis") is None:
            return [linear(value, shape, given.get("mode") == CLIP) for value in values]
    return [value + 1 for value in values]


def linear(place, shape, clip):
    """The number of a pixel column by column, from 1, of its number in C order; of one outside, one that is outside as far."""
    total = int(np.prod(shape))
    if len(shape) < 2 or clip and not 0 <= place < total:
        return place + 1
    where = np.unravel_index(place % total, shape)
    sizes = (*shape[-2:], *reversed(shape[:-2]))
    number = 1 + int(np.ravel_multi_index((*where[-2:], *reversed(where[:-2])), sizes, order="F"))
    return number if -total <= place < total else number + total * (place // total)


def written(function, p, value, shape, given):
    rank = len(shape)
    if isinstance(value, Subject):
        return f"stoner.Image(read(subject_{value.number}()) + 1, 'ndim', {value.array.ndim})" if p.indices else f"subject_{value.number}()"
    if value is None:
        return "[]"
    if p.role == "handles":
        return "{" + ", ".join(f"subject_{each.number}()" for each in value) + "}"
    if p.role == "text":
        return f"'{value}'"
    if p.kind in ("axis", "axes"):
        values = [dimension(int(axis), rank) for axis in np.atleast_1d(value)]
        return row(values) if p.role == "numbers" else number(values[0])
    if p.kind == "index":
        return row(indices(function, np.atleast_1d(value).tolist(), shape, given)) if p.role == "numbers" else number(value + 1)
    if p.role == "numbers":
        return row(np.atleast_1d(value).tolist())
    return number(float(value) if p.base == "double" or isinstance(value, float) else int(value))


def call(case):
    function = case.function
    subject = next(p for p in function.parameters if p.role != "context")
    is_method = function.subject == "image"
    shape = case.given[subject.name].array.shape if is_method else (1, 1)
    given = dict(case.given)
    # MATLAB's own default of keepdims is another one: true where dimensions are given.
    if any(p.name == "keepdims" for p in function.parameters) and case.option != "keepdims":
        given.setdefault("keepdims", 0)
    inputs, leading = [], True
    for p in function.inputs:
        if is_method and p is subject:
            continue
        # What must be given comes first, without names.
        leading = leading and p.must_be_given
        if p.name in given:
            inputs += ([] if leading else [f"'{p.name}'"]) + [written(function, p, given[p.name], shape, given)]
    outputs = matlab.outputs(function)
    in_order = [p for p in function.parameters if p in outputs]
    places = [1 + outputs.index(p) for p in in_order]
    lines = ["  try", f"    fprintf(file, '%s\\t', '{case.name}');"]
    short = function.typed.removeprefix("image_") if is_method else function.typed
    target = "im" if is_method and not matlab.original(function) else "stoner.original" if is_method else "stoner.Library"
    if target == "stoner.original":
        inputs.insert(0, "im")
    if not is_method:
        lines.append("    im = [];")
    if is_method:
        lines.append(f"    im = {written(function, subject, case.given[subject.name], shape, given)};")
    kinds = "".join("x" if p.indices else "m" if p.role == "new" else "b" if p.role == "buffer" and p.base in ("void", "uint8_t") else "d" if p.base == "double" or p.dtype else "i" for p in in_order)
    if in_order:
        lines.append(f"    o = cell(1, {len(in_order)}); [o{{:}}] = {target}.{short}({', '.join(inputs)});")
        lines.append(f"    show(file, o({row(places)}), '{kinds}', im);")
    else:
        lines.append(f"    {target}.{short}({', '.join(inputs)});")
        lines.append("    show(file, {im}, 'i', im);")
    lines += ["  catch trouble", "    fprintf(file, 'error %s %s', trouble.identifier, strtok(trouble.message, sprintf('\\n')));", "  end",
              "  fprintf(file, '\\n');"]  # fmt: skip
    return "\n".join(lines)


SHOW = """
function show(file, values, kinds, subject)
  % As plan.text writes it.
  written = 0;
  for k = 1:numel(values)
    value = values{k};
    if isempty(value) && ~isobject(value) && isnumeric(value)
      continue
    end
    if written
      fprintf(file, ' ');
    end
    written = 1;
    if kinds(k) == 'x' && isobject(value)
      value = value - 1;
    elseif kinds(k) == 'x'
      % The number of a pixel, in C's order from 0.
      sizes = size(subject);
      places = cell(1, numel(sizes));
      [places{:}] = ind2sub(sizes, value);
      value = int64(sub2ind([sizes(2), sizes(1), sizes(3:end)], places{[2, 1, 3:end]}) - 1);
    end
    if isa(value, 'stoner.Image')
      shape = value.shape();
      n = value.ndim();
      if n >= 2
        shape = shape([n:-1:3, 1, 2]);
      else
        shape = shape(end - n + 1:end);
      end
      fprintf(file, 'image %d [%s] %s %s', code(value.dtype()), strjoin(arrayfun(@(x) sprintf('%d', x), shape, 'UniformOutput', false), ','), ...
              bytes(value.read(), n), bytes(value.mask(), n));
    elseif isa(value, 'stoner.Table')
      fprintf(file, 'table');
      for column = 1:value.column_count()
        fprintf(file, ' %s', sprintf('%s', num2hex(double(value.read_column(column)(:))).'));
      end
    elseif isa(value, 'stoner.Metadata')
      fprintf(file, 'metadata %d', value.count());
    elseif kinds(k) == 'b'
      fprintf(file, '%s', bytes(uint8(value), 1));
    elseif ischar(value)
      fprintf(file, '%s', bytes(uint8(value), 1));
    elseif kinds(k) == 'm'
      fprintf(file, 'image %s', bytes(value, 1));
    elseif kinds(k) == 'd' && isa(value, 'double')
      fprintf(file, '%s', strjoin(cellstr(num2hex(value(:))).', ' '));
    else
      fprintf(file, '%s', strjoin(arrayfun(@(x) sprintf('%d', x), value(:).', 'UniformOutput', false), ' '));
    end
  end
end

function n = code(name)
  n = find(strcmp(name, {'logical', 'uint8', 'int8', 'uint16', 'int16', 'uint32', 'int32', 'uint64', 'int64', 'single', 'double', 'single complex', 'double complex'}));
end

function text = bytes(value, n)
  if n >= 2
    value = permute(value, [2, 1, 3:max(n, ndims(value))]);
  end
  value = value(:).';
  if iscomplex(value)
    value = reshape([real(value); imag(value)], 1, []);
  end
  if islogical(value)
    value = uint8(value);
  end
  text = lower(reshape(dec2hex(typecast(value, 'uint8'), 2).', 1, []));
end
"""


def source(asked, subjects):
    lines = ["function ask_options(name)", "  warning('off', 'all');", "  file = fopen(name, 'w');", *map(call, asked), "  fclose(file);", "end", ""]
    return "\n".join(lines) + "\n".join(map(make_subject, subjects)) + SHOW
