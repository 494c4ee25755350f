"""HDF5 files of every kind, made by h5py, and what h5py reads from a file, as records like those of `dump_hdf5`."""

import itertools
import json
import pathlib
import sys
import zlib

import h5py
import numpy as np

VERSIONS = {
    "earliest": ("earliest", "latest"),
    "v108": ("v108", "v108"),
    "v110": ("v110", "v110"),
    "v112": ("v112", "v112"),
    "latest": ("latest", "latest"),
}


def text(raw):
    """Up to the first NUL; UTF-8 where it is that, else Latin-1."""
    raw = raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else bytes(raw)
    raw = raw.split(b"\0")[0]
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def value(kind, name, thing):
    """The record of a dataset or an attribute (its low-level identifier)."""
    record = {kind: name}
    space, datatype = thing.get_space(), thing.get_type()
    if space.get_simple_extent_type() == h5py.h5s.NULL:
        return {**record, "null": True}
    shape = space.shape
    record["shape"] = list(shape)
    cls = datatype.get_class()
    unread = {
        h5py.h5t.TIME: "times",
        h5py.h5t.BITFIELD: "bit fields",
        h5py.h5t.OPAQUE: "opaque bytes",
        h5py.h5t.COMPOUND: "compounds",
        h5py.h5t.REFERENCE: "references",
        h5py.h5t.VLEN: "sequences of variable length",
        h5py.h5t.ARRAY: "arrays in arrays",
        getattr(h5py.h5t, "COMPLEX", 11): "complex numbers",
    }
    # Two floating-point numbers `r` and `i`.
    is_complex = cls == h5py.h5t.COMPOUND and datatype.dtype.kind == "c"
    if cls in unread and not is_complex:
        return {kind: name, "unread": unread[cls]}
    if cls == h5py.h5t.STRING:
        if datatype.is_variable_str():
            data = np.empty(shape, object)
            thing.read(*arguments(thing, data))
            texts = [text(b"" if x is None else x) for x in data.ravel()]
        else:
            data = np.empty(shape, f"S{datatype.get_size()}")
            thing.read(*arguments(thing, data, datatype))
            texts = [text(x) for x in data.ravel()]
            if datatype.get_strpad() == h5py.h5t.STR_SPACEPAD:
                texts = [x.rstrip(" ") for x in texts]
        return {**record, "text": texts}
    size = datatype.get_size()
    if len(shape) > 8:
        return {kind: name, "unread": "an array of more than eight axes"}
    if is_complex:
        dtype = datatype.dtype.newbyteorder("=")
    elif cls == h5py.h5t.FLOAT:
        dtype = np.dtype("f4" if size <= 4 else "f8")
    elif cls == h5py.h5t.ENUM:
        members = {datatype.get_member_name(i) for i in range(datatype.get_nmembers())}
        dtype = np.dtype("u1" if size == 1 and members == {b"FALSE", b"TRUE"} else "i8")
    else:
        width = next((n for n in (1, 2, 4, 8) if size <= n), None)
        if width is None:
            return {kind: name, "unread": "integers of more than 64 bits"}
        dtype = np.dtype(f"{'i' if datatype.get_sign() else 'u'}{width}")
    data = np.zeros(shape, dtype)
    native = h5py.h5t.py_create(dtype)
    if cls == h5py.h5t.ENUM:
        native = datatype if dtype == np.dtype("u1") else None
    if native is None:
        raw = np.zeros(shape, datatype.dtype)
        thing.read(*arguments(thing, raw))
        data = raw.astype("i8")
    else:
        thing.read(*arguments(thing, data, native))
    if cls == h5py.h5t.ENUM and dtype == np.dtype("u1"):
        data, dtype = (data != 0).astype("u1"), np.dtype(bool)
    return {**record, "dtype": dtype.name, "crc": zlib.crc32(np.ascontiguousarray(data).tobytes())}


def arguments(thing, data, native=None):
    if isinstance(thing, h5py.h5a.AttrID):
        return (data,) if native is None else (data, native)
    return (h5py.h5s.ALL, h5py.h5s.ALL, data) if native is None else (h5py.h5s.ALL, h5py.h5s.ALL, data, native)


def read(path):
    """The records of a whole file; what h5py cannot read has `error`."""
    records = []

    def attempt(kind, name, make):
        try:
            records.append(make())
        except Exception as error:  # h5py raises nearly anything
            records.append({kind: name, "error": f"{type(error).__name__}: {error}"})

    def attributes(name, thing):
        found = []
        try:
            h5py.h5a.iterate(thing, lambda raw: found.append(raw), index_type=h5py.h5.INDEX_NAME)
        except Exception as error:
            records.append({"attributes": name, "error": str(error)})
        for raw in found:
            attempt("attribute", f"{name}@{text(raw)}",
                    lambda raw=raw: value("attribute", f"{name}@{text(raw)}", h5py.h5a.open(thing, raw)))

    def group(thing, name, seen):
        address = h5py.h5o.get_info(thing).addr
        records.append({"group": name, "again": address in seen})
        if address in seen:
            return
        seen.add(address)
        attributes(name, thing)
        links = []
        try:
            thing.links.iterate(lambda raw: links.append(raw), idx_type=h5py.h5.INDEX_NAME, order=h5py.h5.ITER_INC)
        except Exception as error:
            records.append({"links": name, "error": str(error)})
        for raw in links:
            full = f"{name}/{text(raw)}"
            try:
                if thing.links.get_info(raw).type == h5py.h5l.TYPE_EXTERNAL:
                    records.append({"outside": full, "error": "external"})
                    continue
                child = h5py.h5o.open(thing, raw)
            except Exception as error:
                records.append({"link": full, "error": str(error)})
                continue
            if isinstance(child, h5py.h5g.GroupID):
                group(child, full, seen)
            elif isinstance(child, h5py.h5d.DatasetID):
                attempt("dataset", full, lambda child=child, full=full: value("dataset", full, child))
                attributes(full, child)
            else:
                records.append({"other": full})

    try:
        access = h5py.h5p.create(h5py.h5p.FILE_ACCESS)
        access.set_file_locking(False, True)
        file = h5py.h5f.open(bytes(pathlib.Path(path)), h5py.h5f.ACC_RDONLY, fapl=access)
        group(h5py.h5g.open(file, b"/"), "", set())
    except Exception as error:
        records.append({"file": str(path), "error": str(error)})
    return records


def _chunked(group, name, data, **options):
    return group.create_dataset(name, data=data, **options)


def types(group):
    """Elements of every class."""
    rng = np.random.default_rng(1)
    for code in ["i1", "u1", "<i2", ">i2", "<u2", ">u2", "<i4", ">i4", "<u4", ">u4", "<i8", ">i8", "<u8", ">u8"]:
        info = np.iinfo(code)
        group[f"int {code}"] = rng.integers(info.min, info.max, (3, 5), dtype=np.dtype(code).newbyteorder("="),
                                            endpoint=True).astype(code)
    for code in ["<f2", ">f2", "<f4", ">f4", "<f8", ">f8", "g"]:
        with np.errstate(over="ignore"):
            data = np.array([0, -0.0, 1 / 3, -1e5, 1e300, 1e-310, np.inf, -np.inf, 6e-8, 2.5]).astype(code)
        group[f"float {code}"] = data
    group["bool"] = np.array([[True, False], [False, True]])
    group["enum"] = np.array([1, 5, -3], h5py.enum_dtype({"ONE": 1, "FIVE": 5, "LESS": -3}, basetype=">i2"))
    group.create_dataset("enum u1", data=np.array([1, 0], "u1"), dtype=h5py.enum_dtype({"NO": 0, "YES": 1}, basetype="u1"))
    group["complex"] = np.array([1 + 2j])
    group["compound"] = np.array([(1, 2.5, b"x")], [("a", "i4"), ("b", "f8"), ("c", "S3")])
    group["array"] = np.zeros(2, [("m", "f4", (2, 3))])["m"][0]
    group.create_dataset("array type", (2,), np.dtype(("f4", (2, 3))))
    group["opaque"] = np.array([b"abc"], "V3")
    group["date"] = np.array(["2020-01-01"], "M8[D]").astype(h5py.opaque_dtype("M8[D]"))
    ragged = group.create_dataset("ragged", (2,), h5py.vlen_dtype("i4"))
    ragged[0] = [1, 2, 3]
    group["reference"] = np.array([group.ref], h5py.ref_dtype)
    group["fixed"] = np.array([b"abc", b"", b"exactly8", b"\xb5m"], "S8")
    group["fixed utf8"] = np.array(["\u03bcm".encode(), b"x"], h5py.string_dtype("utf-8", 6))
    group["variable"] = np.array(["one", "", "\u03bcm " * 300, "end"], object)
    group["variable 2d"] = np.array([["a", "b"], ["c", "d"]], object)
    group.create_dataset("variable empty", (3,), h5py.string_dtype())
    group["text"] = "a text"
    group["scalar"] = 4.25
    group["null"] = h5py.Empty("f4")
    group["no rows"] = np.zeros((0, 4), "f4")
    spaces = h5py.h5t.C_S1.copy()
    spaces.set_size(6)
    spaces.set_strpad(h5py.h5t.STR_SPACEPAD)
    space = h5py.h5s.create_simple((2,))
    dataset = h5py.h5d.create(group.id, b"spaces", spaces, space)
    dataset.write(h5py.h5s.ALL, h5py.h5s.ALL, np.array([b"ab    ", b"a b c "], "S6"), spaces)
    odd = h5py.h5t.STD_I32LE.copy()
    odd.set_precision(12)
    odd.set_offset(5)
    dataset = h5py.h5d.create(group.id, b"12 bits", odd, h5py.h5s.create_simple((5,)))
    dataset.write(h5py.h5s.ALL, h5py.h5s.ALL, np.array([0, -1, 2047, -2048, 77], "i4"))
    three = h5py.h5t.STD_U32BE.copy()
    three.set_precision(24)
    three.set_size(3)
    dataset = h5py.h5d.create(group.id, b"3 bytes", three, h5py.h5s.create_simple((4,)))
    dataset.write(h5py.h5s.ALL, h5py.h5s.ALL, np.array([0, 1, 65537, 2**24 - 1], "u4"))
    brain = h5py.h5t.IEEE_F32LE.copy()
    brain.set_fields(15, 7, 8, 0, 7)
    brain.set_precision(16)
    brain.set_size(2)
    dataset = h5py.h5d.create(group.id, b"brain", brain, h5py.h5s.create_simple((4,)))
    dataset.write(h5py.h5s.ALL, h5py.h5s.ALL, np.array([1, -2.5, 3.140625, 1e-40], "f4"))


def filters(group):
    """Every filter that h5py can apply, alone and together."""
    rng = np.random.default_rng(2)
    data = rng.integers(0, 50, (37, 23)).astype("i4")
    options = {
        "none": {},
        "gzip": {"compression": "gzip"},
        "gzip 9": {"compression": "gzip", "compression_opts": 9},
        "shuffle": {"shuffle": True},
        "fletcher": {"fletcher32": True},
        "lzf": {"compression": "lzf"},
        "scale offset": {"scaleoffset": 0},
        "shuffle gzip": {"shuffle": True, "compression": "gzip"},
        "shuffle lzf fletcher": {"shuffle": True, "compression": "lzf", "fletcher32": True},
        "shuffle gzip fletcher": {"shuffle": True, "compression": "gzip", "fletcher32": True},
    }
    if h5py.h5z.filter_avail(h5py.h5z.FILTER_SZIP):
        info = h5py.h5z.get_filter_info(h5py.h5z.FILTER_SZIP)
        if info & h5py.h5z.FILTER_CONFIG_ENCODE_ENABLED:
            options["szip"] = {"compression": "szip"}
    for (name, option), code in itertools.product(options.items(), ["i4", ">i2", "f8", "u1"]):
        if "scaleoffset" in option and code == "f8":
            option = {"scaleoffset": 2}
        group.create_dataset(f"{name} {code}", data=data.astype(code), chunks=(10, 7), **option)
    noise = rng.bytes(4000)
    group.create_dataset("lzf noise", data=np.frombuffer(noise, "u1"), chunks=(1000,), compression="lzf")
    group.create_dataset("text", data=np.array(["a", "bb", "ccc"] * 20, object), chunks=(7,), compression="gzip")
    group.create_dataset("fixed text", data=np.array([b"a", b"bb", b"ccc"] * 20), chunks=(7,), compression="gzip",
                         shuffle=True)
    plist = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    plist.set_chunk((5,))
    plist.set_filter(h5py.h5z.FILTER_NBIT, 0, None)
    dataset = h5py.h5d.create(group.id, b"nbit", h5py.h5t.STD_I32LE, h5py.h5s.create_simple((12,)), plist)
    dataset.write(h5py.h5s.ALL, h5py.h5s.ALL, np.arange(-6, 6, dtype="i4"))


def layouts(group):
    """Every layout and every index of chunks."""
    rng = np.random.default_rng(3)
    data = rng.random((17, 29)).astype("f4")
    group["contiguous"] = data
    compact = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    compact.set_layout(h5py.h5d.COMPACT)
    dataset = h5py.h5d.create(group.id, b"compact", h5py.h5t.IEEE_F32BE, h5py.h5s.create_simple((17, 29)), compact)
    dataset.write(h5py.h5s.ALL, h5py.h5s.ALL, data)
    for name, option in {"": {}, " gzip": {"compression": "gzip"}, " fletcher": {"fletcher32": True}}.items():
        group.create_dataset(f"one chunk{name}", data=data, chunks=(17, 29), **option)
        group.create_dataset(f"one larger chunk{name}", data=data, chunks=(17, 29), maxshape=(17, 29), **option)
        group.create_dataset(f"fixed array{name}", data=data, chunks=(4, 5), **option)
        group.create_dataset(f"room to grow{name}", data=data, chunks=(4, 5), maxshape=(40, 60), **option)
        many = group.create_dataset(f"paged fixed array{name}", (1300, 3), "u2", chunks=(1, 1), **option)
        many[100:110] = rng.integers(0, 99, (10, 3))
        many[1297:] = 7
        group.create_dataset(f"extensible array{name}", data=data, chunks=(4, 5), maxshape=(None, 29), **option)
        group.create_dataset(f"extensible array second{name}", data=data, chunks=(4, 5), maxshape=(40, None), **option)
        long = group.create_dataset(f"long extensible array{name}", (2000,), "i4", chunks=(2,), maxshape=(None,), **option)
        long[:300] = np.arange(300)
        long[1900:] = 5
        group.create_dataset(f"tree{name}", data=data, chunks=(4, 5), maxshape=(None, None), **option)
        deep = group.create_dataset(f"deep tree{name}", (300, 2), "u2", chunks=(1, 1), maxshape=(None, None), **option)
        deep[:200] = rng.integers(0, 9, (200, 2))
        shrunk = group.create_dataset(f"shrunk{name}", data=data, chunks=(4, 5), maxshape=(None, None), **option)
        shrunk.resize((9, 11))
        grown = group.create_dataset(f"grown{name}", data=data, chunks=(4, 5), maxshape=(None, None), fillvalue=-1.5, **option)
        grown.resize((40, 33))
        holes = group.create_dataset(f"holes{name}", (20, 20), ">f8", chunks=(6, 6), fillvalue=2.5, **option)
        holes[3:5, 8:14] = 9
        group.create_dataset(f"five axes{name}", data=rng.integers(0, 9, (3, 4, 2, 5, 3)), chunks=(2, 3, 2, 2, 3), **option)
    longer = group.create_dataset("paged extensible array", (150_000,), "u1", chunks=(1,), maxshape=(None,))
    longer[5000:5010] = 1
    longer[90_000:90_003] = 2
    longer[149_000:149_007] = 3
    early = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    early.set_chunk((4, 5))
    early.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
    dataset = h5py.h5d.create(group.id, b"implicit", h5py.h5t.IEEE_F32LE, h5py.h5s.create_simple((17, 29)), early)
    dataset.write(h5py.h5s.ALL, h5py.h5s.ALL, data)
    group.create_dataset("never written", (7, 3), "i4", fillvalue=-9)
    group.create_dataset("never written text", (2,), "S4", fillvalue=b"none")
    group.create_dataset("never written chunks", (7, 3), "f8", chunks=(2, 2), compression="gzip")
    group.create_dataset("partial edges", data=data, chunks=(16, 16), compression="gzip")


def links(group):
    """Groups of few and of many links, links of every kind, committed types."""
    for i in range(40):
        group[f"many/{i * 7919 % 1000:04d} \u03bc"] = i
    ordered = group.create_group("ordered", track_order=True)
    for i in range(20):
        ordered[f"{(i * 7) % 20}"] = i
    group["soft"] = h5py.SoftLink("many")
    group["soft to soft"] = h5py.SoftLink("soft")
    group["absolute"] = h5py.SoftLink("/links/many/0000 \u03bc")
    group["broken"] = h5py.SoftLink("/nowhere/at/all")
    group["self"] = h5py.SoftLink("self")
    group["outside"] = h5py.ExternalLink("other.h5", "/data")
    group["hard"] = group["many"]
    group["many/up"] = group
    group["type"] = np.dtype("f8")
    group["type of enum"] = h5py.enum_dtype({"A": 0, "B": 1}, basetype="i4")
    group.create_dataset("of type", data=[1.5, 2.5], dtype=group["type"])
    group.create_dataset("of enum", data=[0, 1], dtype=group["type of enum"])
    group["of type"].attrs.create("committed", 7.5, dtype=group["type"])
    group.create_group("empty")


def attributes(group):
    """Few and many attributes, small and large."""
    group.attrs["number"] = np.int16(-5)
    group.attrs["array"] = np.arange(12.0).reshape(3, 4)
    group.attrs["text"] = "\u03bcm"
    group.attrs["bytes"] = np.bytes_("abc")
    group.attrs["texts"] = np.array(["a", "bb", ""], object)
    group.attrs["null"] = h5py.Empty("f8")
    group.attrs["bool"] = True
    group.attrs["empty"] = np.zeros((0,), "i4")
    many = group.create_group("many")
    for i in range(300):
        many.attrs[f"attribute {i * 7919 % 1000}"] = f"value {i}" if i % 3 else i
    tracked = group.create_group("tracked", track_order=True)
    for i in range(30):
        tracked.attrs[f"{(i * 7) % 30}"] = i
    dataset = group.create_dataset("dataset", data=1)
    for i in range(20):
        dataset.attrs[f"a{i}"] = np.arange(i, dtype=">i4")
    try:
        group.create_group("large").attrs["large"] = np.arange(20_000.0)
    except (OSError, RuntimeError):
        pass  # old files hold no attribute above 64 KiB


def deep(group):
    """Heaps and trees of several levels."""
    for i in range(2000):
        group.attrs[f"attribute {i}"] = np.bytes_(f"{i} " * 200)
    for i in range(3000):
        group[f"a link with a rather long name, to fill the heap {i * 7919 % 3001}"] = h5py.SoftLink("/")


def virtual(group):
    """Virtual datasets whose parts lie in the same file."""
    rng = np.random.default_rng(4)
    frames = [rng.integers(0, 99, (6, 7)).astype("i4") for _ in range(4)]
    for i, frame in enumerate(frames):
        group.create_dataset(f"frame{i}", data=frame, chunks=(3, 4), compression="gzip")
    group.create_dataset("growing", data=rng.random((5, 3)), chunks=(2, 3), maxshape=(None, 3))
    name = group.name

    def source(part, shape, **options):
        return h5py.VirtualSource(".", f"{name}/{part}", shape, **options)

    stack = h5py.VirtualLayout((4, 6, 7), "i4")
    for i in range(4):
        stack[i] = source(f"frame{i}", (6, 7))
    group.create_virtual_dataset("stack", stack)
    pieces = h5py.VirtualLayout((9, 14), "i4")
    pieces[0:6:2, 0:7] = source("frame0", (6, 7))[3:6]
    pieces[1:7, 8:14:2] = source("frame1", (6, 7))[:, 0:6:2]
    pieces[8, 0:7] = source("not there", (6, 7))[0]
    pieces[7, 0:7] = source("frame0", (6, 7))[2]
    pieces[7, 7:14] = source("frame0", (6, 7))[5]
    group.create_virtual_dataset("pieces", pieces, fillvalue=-7)
    grown = h5py.VirtualLayout((5, 3), "f8", maxshape=(None, 3))
    grown[:h5py.h5s.UNLIMITED] = source("growing", (5, 3), maxshape=(None, 3))[:h5py.h5s.UNLIMITED]
    group.create_virtual_dataset("grown", grown)


PARTS = {"types": types, "filters": filters, "layouts": layouts, "links": links, "attributes": attributes, "deep": deep, "virtual": virtual}


def make(path, version, parts=PARTS, userblock=0):
    """A file of one version with these parts."""
    with h5py.File(path, "w", libver=VERSIONS[version], userblock_size=userblock) as file:
        for name, part in parts.items():
            part(file.create_group(name))


def small(path, version):
    """A small file with something of everything, to be damaged."""
    rng = np.random.default_rng(5)
    with h5py.File(path, "w", libver=VERSIONS[version]) as file:
        group = file.create_group("entry")
        group.attrs["NX_class"] = "NXentry"
        group["text"] = "a text of variable length"
        group["texts"] = np.array(["one", "two", "three"], object)
        group["fixed"] = np.array([b"abc", b"de"])
        group["number"] = 7.25
        group["flags"] = np.array([True, False])
        data = rng.integers(0, 20, (12, 9)).astype("i4")
        group["contiguous"] = data
        group.create_dataset("gzip", data=data, chunks=(5, 4), compression="gzip", shuffle=True)
        group.create_dataset("fletcher", data=data, chunks=(5, 4), fletcher32=True, maxshape=(None, 9))
        group.create_dataset("lzf", data=data, chunks=(5, 4), compression="lzf", maxshape=(None, None))
        group.create_dataset("plain chunks", data=data.astype(">f8"), chunks=(12, 3))
        group.create_dataset("scale", data=data, chunks=(6, 9), scaleoffset=0)
        group.create_dataset("empty", (4, 4), "f4", chunks=(2, 2), fillvalue=1.5)
        group["enum"] = np.array([1, 5], h5py.enum_dtype({"ONE": 1, "FIVE": 5}, basetype="i2"))
        group["compound"] = np.array([(1, 2.5)], [("a", "i4"), ("b", "f8")])
        many = group.create_group("many")
        for i in range(12):
            many[f"link{i}"] = h5py.SoftLink("/entry/number")
            many.attrs[f"attribute{i}"] = f"value {i}"
        group["type"] = np.dtype("f8")
        group.create_dataset("of type", data=[1.5], dtype=group["type"])
        group["outside"] = h5py.ExternalLink("other.h5", "/data")
        if version not in ("earliest", "v108"):
            layout = h5py.VirtualLayout((24, 9), "i4")
            layout[:12] = h5py.VirtualSource(".", "/entry/contiguous", (12, 9))
            layout[12:] = h5py.VirtualSource(".", "/entry/gzip", (12, 9))
            group.create_virtual_dataset("virtual", layout)


if __name__ == "__main__":
    # The names on the lines of standard input, one answer a line.
    for line in sys.stdin:
        print(json.dumps(read(line.rstrip("\n"))), flush=True)
