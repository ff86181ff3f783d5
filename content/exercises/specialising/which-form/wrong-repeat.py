# feedback: g, called with 'ab' and 3: expected BINARY_OP, got BINARY_OP_MULTIPLY_INT
answers = {
    "a": "BINARY_OP_SUBTRACT_INT",
    "b": "BINARY_OP_MULTIPLY_FLOAT",
    "c": "BINARY_OP",
    "d": "BINARY_OP_ADD_UNICODE",
    "e": "BINARY_SUBSCR_LIST_INT",
    "f": "BINARY_SUBSCR_DICT",
    "g": "BINARY_OP_MULTIPLY_INT",
}
