e = ValueError("with notes")
e.add_note("try turning it off")
e.add_note("two\nlines")
raise e
