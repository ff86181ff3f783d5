for code in """
[format(v, "s") for v in ("", "abc", "é😀")]
[format(v, "10") for v in ("", "abc", "é😀")]
[format(v, "<10") for v in ("", "abc", "é😀")]
[format(v, ">10") for v in ("", "abc", "é😀")]
[format(v, "^10") for v in ("", "abc", "é😀")]
[format(v, "^11") for v in ("", "abc", "é😀")]
[format(v, "*^10") for v in ("", "abc", "é😀")]
[format(v, ".2") for v in ("", "abc", "é😀")]
[format(v, "10.2") for v in ("", "abc", "é😀")]
[format(v, "0<10") for v in ("", "abc", "é😀")]
[format(v, "010") for v in ("", "abc", "é😀")]
[format(v, "s.") for v in ("", "abc", "é😀")]
[format(v, "10s") for v in ("", "abc", "é😀")]
[format(v, ".0") for v in ("", "abc", "é😀")]
[format(v, ".99s") for v in ("", "abc", "é😀")]
[format(v, "=10") for v in ("", "abc", "é😀")]
[format(v, "+") for v in ("", "abc", "é😀")]
[format(v, ",") for v in ("", "abc", "é😀")]
[format(v, "_") for v in ("", "abc", "é😀")]
[format(v, "#") for v in ("", "abc", "é😀")]
[format(v, "d") for v in ("", "abc", "é😀")]
[format(v, "10d") for v in ("", "abc", "é😀")]
[format(v, "😀^8") for v in ("", "abc", "é😀")]
[format(v, "<<5") for v in ("", "abc", "é😀")]
[format(v, "}>5") for v in ("", "abc", "é😀")]
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
