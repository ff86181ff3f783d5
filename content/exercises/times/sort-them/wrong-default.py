# feedback: b, the default: it is evaluated once, not at each call: expected def, got call
answers = {
    "a": "def",
    "b": "call",
    "c": "compile",
    "d": "call",
    "e": "call",
    "f": "compile",
    "g": "call",
    "h": "compile",
}
