e = ValueError("bad")
e.add_note("first\nsecond")
e.add_note("")
e.add_note("😀")
raise e
