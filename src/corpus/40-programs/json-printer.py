def dump(value, indent=0):
    pad = "  " * indent
    if value is None:
        return "null"
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, str):
        escapes = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
        return '"' + "".join(escapes.get(c, c) for c in value) + '"'
    if isinstance(value, (list, tuple)):
        if not value:
            return "[]"
        items = [pad + "  " + dump(v, indent + 1) for v in value]
        return "[\n" + ",\n".join(items) + "\n" + pad + "]"
    if isinstance(value, dict):
        if not value:
            return "{}"
        items = [f"{pad}  {dump(str(k))}: {dump(v, indent + 1)}" for k, v in value.items()]
        return "{\n" + ",\n".join(items) + "\n" + pad + "}"
    raise TypeError(f"cannot dump {type(value).__name__}")


def load(text):
    pos = 0

    def skip():
        nonlocal pos
        while pos < len(text) and text[pos] in " \n\t":
            pos += 1

    def expect(c):
        nonlocal pos
        skip()
        if text[pos:pos + 1] != c:
            raise ValueError(f"expected {c!r} at {pos}, found {text[pos:pos + 1]!r}")
        pos += 1

    def string():
        nonlocal pos
        expect('"')
        out = []
        while text[pos] != '"':
            if text[pos] == "\\":
                pos += 1
                out.append({"n": "\n", "t": "\t"}.get(text[pos], text[pos]))
            else:
                out.append(text[pos])
            pos += 1
        pos += 1
        return "".join(out)

    def value():
        nonlocal pos
        skip()
        for word, result in (("null", None), ("true", True), ("false", False)):
            if text.startswith(word, pos):
                pos += len(word)
                return result
        c = text[pos:pos + 1]
        if c == '"':
            return string()
        if c == "[":
            pos += 1
            out = []
            skip()
            if text[pos] == "]":
                pos += 1
                return out
            while True:
                out.append(value())
                skip()
                if text[pos:pos + 1] == ",":
                    pos += 1
                    continue
                expect("]")
                return out
        if c == "{":
            pos += 1
            out = {}
            skip()
            if text[pos] == "}":
                pos += 1
                return out
            while True:
                skip()
                key = string()
                expect(":")
                out[key] = value()
                skip()
                if text[pos:pos + 1] == ",":
                    pos += 1
                    continue
                expect("}")
                return out
        start = pos
        while pos < len(text) and text[pos] in "-+.eE0123456789":
            pos += 1
        word = text[start:pos]
        try:
            return int(word)
        except ValueError:
            return float(word)

    result = value()
    skip()
    if pos != len(text):
        raise ValueError(f"extra text at {pos}")
    return result


data = {"name": "Ada \"L\"", "tags": ["a", [], {}], "n": -1.5e3, "deep": {"x": [1, {"y": None}], "t": True}, "nl": "a\nb\\c"}
text = dump(data)
print(text)
print(load(text) == data)
for bad in ("[1 2]", "{\"a\" 1}", "[1] 2", "abc", "[1"):
    try:
        print(load(bad))
    except (ValueError, IndexError) as e:
        print(type(e).__name__, e)
try:
    dump({1, 2})
except TypeError as e:
    print(e)
