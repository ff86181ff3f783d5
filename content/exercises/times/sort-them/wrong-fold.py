# feedback: c: both operands are constants: expected compile, got call
answers = {
    "a": "def",
    "b": "def",
    "c": "call",
    "d": "call",
    "e": "call",
    "f": "compile",
    "g": "call",
    "h": "compile",
}
