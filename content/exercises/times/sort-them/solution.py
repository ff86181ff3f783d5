answers = {
    "a": "def",
    "b": "def",
    "c": "compile",
    "d": "call",
    "e": "call",
    "f": "compile",
    "g": "call",
    "h": "compile",
}
