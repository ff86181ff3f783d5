answers = {
    "a": "BINARY_OP_?",
    "b": "BINARY_OP_?",
    "c": "BINARY_OP_?",
    "d": "BINARY_OP_?",
    "e": "BINARY_SUBSCR_?",
    "f": "BINARY_SUBSCR_?",
    "g": "BINARY_OP_?",
}
