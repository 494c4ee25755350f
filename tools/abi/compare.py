"""What of an interface was changed or removed, by two descriptions (interface.json). What was added is no change."""

#: Of a parameter: what a caller in some language relies on. Texts are not among it.
RELIED_ON = ("name", "c_type", "role", "kind", "enumeration", "unit", "optional", "default", "unset", "zero", "size", "decides", "imaginary_of", "keyword", "indices", "owner", "declaration")  # fmt: skip


def changes(old, new):
    """A sentence for each."""
    for kind, name in (("handles", "handle"), ("functions", "function"), ("constants", "constant"), ("enumerations", "enumeration")):
        now = {entry["name"]: entry for entry in new[kind]}
        for entry in old[kind]:
            if entry["name"] not in now:
                yield f"the {name} {entry['name']} is gone"
            else:
                yield from {"handles": handle, "functions": function, "constants": constant, "enumerations": enumeration}[kind](entry, now[entry["name"]])


def handle(old, new):
    if old.get("free") != new.get("free"):
        yield f"{old['name']}: freed by {new.get('free')}, before by {old.get('free')}"


def constant(old, new):
    if old["value"] != new["value"]:
        yield f"{old['name']}: {new['value']}, before {old['value']}"


def enumeration(old, new):
    now = {value["word"]: value for value in new["values"]}
    for value in old["values"]:
        found = now.get(value["word"])
        if found is None:
            yield f"{old['name']}: the value {value['word']} is gone"
        elif (found["constant"], found["value"]) != (value["constant"], value["value"]):
            yield f"{old['name']}: {value['word']} is {found['constant']} ({found['value']}), before {value['constant']} ({value['value']})"


def function(old, new):
    name = old["name"]
    if old["result"] != new["result"]:
        yield f"{name}: gives {new['result']}, before {old['result']}"
    if old.get("operation") != new.get("operation"):
        yield f"{name}: its name as an operation is {new.get('operation')}, before {old.get('operation')}"
    if len(old["parameters"]) != len(new["parameters"]):
        yield f"{name}: {len(new['parameters'])} parameters, before {len(old['parameters'])}"
        return
    for before, now in zip(old["parameters"], new["parameters"]):
        for member in RELIED_ON:
            if (member in before, before.get(member)) != (member in now, now.get(member)) and not (member == "optional" and now.get("optional")):
                yield f"{name}: the {member} of `{before['name']}` is {now.get(member)!r}, before {before.get(member)!r}"
        yield from narrower(name, before, now)


def narrower(name, before, now):
    """A range may become wider, never narrower."""
    old, new = before.get("range") or {}, now.get("range") or {}

    def bound(limits, inclusive, exclusive, sign):
        """The bound as (value, whether it is left out), for an order in which narrower is greater."""
        if exclusive in limits:
            return (sign * float(limits[exclusive]), 1)
        return (sign * float(limits[inclusive]), 0) if inclusive in limits else (float("-inf"), 0)

    for inclusive, exclusive, sign in (("min", "above", 1), ("max", "below", -1)):
        if bound(new, inclusive, exclusive, sign) > bound(old, inclusive, exclusive, sign):
            yield f"{name}: the range of `{before['name']}` is {new}, before {old}"


def allowed(old, new):
    """Whether the version says that the interface changed: before 1.0 by its minor number, afterwards by its major one."""

    def significant(version):
        major, minor = (int(part) for part in version.split("-")[0].split(".")[:2])
        return (major, minor) if major == 0 else (major,)

    return significant(new) > significant(old)
