answers = {
    "a": "promise",
    "b": "detail",
    "c": "detail",
    "d": "promise",
    "e": "promise",
    "f": "detail",
    "g": "promise",
    "h": "detail",
}
