"""The calls in C: with stoner.h, and with LabVIEW's flat header, whose handles are numbers. C has no parameters to leave out: 0 or NULL
stands there, and the written default where 0 is a value of its own."""

import math

import numpy as np
import plan
from plan import C, Subject, cases, interface

#: The two headers: what a handle is.
HANDLE = {"stoner.h": "stoner_{} *", "stoner_labview.h": "unsigned long long "}

PRINT = """
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "@HEADER@"

typedef @IMAGE@image_handle;
typedef @TABLE@table_handle;
typedef @METADATA@metadata_handle;

static void hex(const void *data, long long n) {
    const unsigned char *bytes = data;
    long long i;
    for (i = 0; i < n; i++) printf("%02x", bytes[i]);
}

static void bits(double value) {
    unsigned long long word;
    memcpy(&word, &value, 8);
    printf("%016llx", word);
}

static void print_image(image_handle image) {
    static const int SIZES[] = {0, 1, 1, 1, 2, 2, 4, 4, 8, 8, 4, 8, 8, 16};
    @I64@shape[8], n = 1, read = 0, k, rank = 0;
    @I32@dtype = 0;
    unsigned char *data, *mask;
    if (stoner_image_dtype(0, image, &dtype) || stoner_image_shape(0, image, shape, 8, &rank)) exit(3);
    printf("image %d [", (int)dtype);
    for (k = 0; k < rank; k++) {
        printf(k ? ",%lld" : "%lld", (long long)shape[k]);
        n *= shape[k];
    }
    printf("] ");
    data = malloc((size_t)(n * SIZES[dtype] + 1));
    mask = malloc((size_t)(n + 1));
    if (stoner_image_read(0, image, dtype, NULL, data, n * SIZES[dtype]) || stoner_image_read_mask(0, image, mask, n + 1, &read)) exit(4);
    hex(data, n * SIZES[dtype]);
    printf(" ");
    hex(mask, n);
    free(data);
    free(mask);
    if (stoner_image_free(image)) exit(5);
}

static void print_table(table_handle table) {
    @I64@rows = 0, read = 0;
    @I32@columns = 0, column;
    double *values;
    if (stoner_table_row_count(0, table, &rows) || stoner_table_column_count(0, table, &columns)) exit(6);
    values = malloc(sizeof(double) * (size_t)(rows + 1));
    printf("table ");
    for (column = 0; column < columns; column++) {
        @I64@k;
        if (stoner_table_read_column(0, table, column, values, rows + 1, &read)) exit(7);
        if (column) printf(" ");
        for (k = 0; k < rows; k++) bits(values[k]);
    }
    free(values);
    if (stoner_table_free(table)) exit(8);
}

static void print_metadata(metadata_handle metadata) {
    @I64@n = 0;
    if (stoner_metadata_count(0, metadata, &n)) exit(9);
    printf("metadata %lld", (long long)n);
    if (stoner_metadata_free(metadata)) exit(10);
}
"""


def number(value):
    """A literal of C99."""
    if isinstance(value, str):
        return value
    if isinstance(value, (float, np.floating)):
        if math.isnan(value):
            return "NAN"
        return ("-" if value < 0 else "") + "(1.0 / zero)" if math.isinf(value) else float(value).hex()
    value = int(value)
    return "(-9223372036854775807LL - 1)" if value == -(2**63) else f"{value}{'LL' if abs(value) >= 2**31 else ''}"


def literals(array):
    """The bytes of an array as C has them."""
    return ", ".join(str(byte) for byte in np.ascontiguousarray(array).tobytes()) or "0"


def make_subject(subject):
    array, name = subject.array, f"subject_{subject.number}"
    strides = [int(step) for step in array.strides]
    base = array.data if array.data.flags.c_contiguous else array.data.T
    lines = [f"static image_handle {name}(void) {{", f"    static const unsigned char data[] = {{{literals(base)}}};",
             f"    static const unsigned char mask[] = {{{literals(np.ma.getmaskarray(array).astype(np.uint8))}}};",
             f"    static const @I64@shape[] = {{{', '.join(map(str, array.shape)) or 0}}}, strides[] = {{{', '.join(map(str, strides)) or 0}}};",
             "    image_handle made = 0;"]  # fmt: skip
    masked = "mask" if np.ma.getmaskarray(array).any() else "NULL"
    code = plan.sc.DTYPES[array.dtype]
    lines.append(f"    if (stoner_image_from_data(0, data, {code}, {array.ndim}, shape, {'strides' if array.ndim else 'NULL'}, {masked}, &made)) exit(2);")
    if subject.mapped:
        lines += ["    static const double origin[] = {1, 2}, step[] = {0.5, 0, 0, 0.25};",
                  '    if (stoner_image_set_map(0, made, origin, step, "sample_x", "sample_y", "um", "um")) exit(2);']  # fmt: skip
    if subject.titled:
        lines.append('    if (stoner_image_set_title(0, made, "A title")) exit(2);')
    return "\n".join([*lines, "    return made;", "}", ""])


def left_out(p):
    """What a C program passes that says nothing of a parameter."""
    if p.role != "number":
        return None
    zero_means_it = p.kind != "bool" and (p.default is None or p.unset == 0 or cases.number(p.default) == 0)
    return 0 if zero_means_it else cases.stated(p)


def call(case, number_of_case):
    function = case.function
    made = plan.with_handles(function, case.given)
    numbers = {p.dtype: plan.sc.number(made.get(p.name)) for p in function.inputs if p.role == "scalar"}
    lines, passed, after, freed = [], [], [], []
    for p in function.parameters:
        if p.role == "context":
            passed.append("0")
        elif p.is_dtype:
            # The tests ask for no other results of this kind than floats.
            passed.append(str(numbers[p.name][0] if p.name in numbers else plan.sc.DTYPES[np.dtype(float)]))
        elif p.role == "scalar":
            memory = numbers[p.dtype][1]
            if memory is not None:
                lines.append(f"    static const unsigned char {p.name}[] = {{{literals(memory)}}};")
            passed.append("NULL" if memory is None else p.name)
        elif p.is_output and p.dtype:
            lines.append(f"    double {p.name} = 0;")
            passed.append(f"(void *)&{p.name}")
            after.append(f"    SPACE; bits({p.name});")
        elif p.is_output:
            base = p.base.removeprefix("stoner_")
            if p.role == "new":
                lines.append(f"    {base}_handle {p.name} = 0;")
                passed.append(f"&{p.name}")
                after.append(f"    if ({p.name}) {{ SPACE; print_{base}({p.name}); }}")
            elif p.base == "char" or p.role == "buffer":
                lines.append(f"    static char {p.name}[1 << 16];")
                passed.append(p.name)
            else:
                room = len(made[next(q.name for q in function.parameters if q.count == p.count and not q.is_output)]) if p.extent == "count" else max(p.room, 1)
                lines.append(f"    {TYPES[p.base]}{p.name}[{room + 1}] = {{0}};")
                passed.append(p.name)
                if p.name != "length":
                    show = "bits({})" if p.base == "double" else 'printf("%lld", (long long){})'
                    after.append(f"    {{ int k; for (k = 0; k < {room}; k++) {{ SPACE; {show.format(f'{p.name}[k]')}; }} }}")
                else:
                    after.append("    SPACE; hex(buffer, length[0]);")
        elif p.is_size:
            if p.name == "capacity":
                passed.append("1 << 16")
                continue
            of = next(q.name for q in function.parameters if q.count == p.name and q.name not in (None,) and not q.is_output)
            passed.append(str(len(made[of])) if made.get(of) is not None else "0")
        elif p.role == "handle":
            given = case.given.get(p.name)
            if given is None:
                passed.append("0")
            else:
                lines.append(f"    image_handle {p.name} = subject_{given.number}();")
                passed.append(p.name)
                if p.changed:
                    after.append(f"    SPACE; print_image({p.name});")
                else:
                    freed.append(f"    if (stoner_image_free({p.name})) exit(11);")
        elif p.role == "handles":
            images = ", ".join(f"subject_{each.number}()" for each in case.given[p.name])
            lines.append(f"    image_handle {p.name}[] = {{{images}}};")
            passed.append(f"(void *){p.name}" if False else p.name)
            freed += [f"    if (stoner_image_free({p.name}[{k}])) exit(11);" for k in range(len(case.given[p.name]))]
        else:
            value = made.get(p.name, left_out(p))
            if value is None:
                passed.append("NULL")
            elif p.role == "text":
                passed.append('"' + value + '"')
            elif p.role == "numbers":
                values = [float(each) if p.base == "double" else int(each) for each in np.atleast_1d(value)]
                lines.append(f"    {TYPES[p.base]}{p.name}[] = {{{', '.join(map(number, values)) or 0}}};")
                passed.append(p.name)
            else:
                passed.append(number(float(value) if p.base == "double" else int(value)))
    body = [f"static void case_{number_of_case}(void) {{", '    const char *space = "";', "    int status;", *lines,
            f"    status = {function.name}({', '.join(passed)});", f'    printf("%s\\t", "{case.name}");',
            "    (void)space;", '    if (status) printf("error %d", status);', "    else {",
            *(f"    {line}" for line in after if "print_image(" not in line or "if (" in line or True), "    }",
            *freed, '    printf("\\n");', "}", ""]  # fmt: skip
    return "\n".join(body).replace("SPACE;", 'printf("%s", space); space = " ";')


TYPES = {"int32_t": "@I32@", "int64_t": "@I64@", "uint8_t": "unsigned char ", "double": "double "}
PLAIN = {"stoner.h": ("int32_t ", "int64_t "), "stoner_labview.h": ("int ", "long long ")}


def source(asked, subjects, header):
    text = PRINT + "static volatile double zero = 0.0;\n\n" + "\n".join(map(make_subject, subjects))
    text += "\n".join(call(case, n) for n, case in enumerate(asked))
    text += "int main(void) {\n" + "\n".join(f"    case_{n}();" for n in range(len(asked))) + "\n    return 0;\n}\n"
    i32, i64 = PLAIN[header]
    names = {"HEADER": header, "I32": i32, "I64": i64, **{kind.upper(): HANDLE[header].format(kind) for kind in ("image", "table", "metadata")}}
    for name, plain in names.items():
        text = text.replace(f"@{name}@", plain)
    return text
