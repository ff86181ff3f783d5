answers = {
    "a": "compiling",
    "b": "running",
    "c": "none",
    "d": "compiling",
    "e": "running",
    "f": "none",
}
