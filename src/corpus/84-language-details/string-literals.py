print("a" 'b' """c""" r"\d" "\x41\u00e9\U0001f600\N{BULLET}\101\0".encode(), b"a" b"\xff" rb"\x", "\
continued", "tab\there", 'it''s', "\a\b\f\v".encode(), u"old", R"\n", "\8" if False else "")
print('''a
  b''', """He said "hi" """, "\\", r"\"", len(r"\\"), "\x7f".isprintable(), "a\N{LATIN SMALL LETTER E WITH ACUTE}")
for code in ("'abc", '"a\nb"', "'''abc", "'\\x4'", "'\\u12'", "'\\U99999999'", "'\\N{nope}'", "b'é'", "b'a' 'b'", "ub'x'", "r'\\'", "'\\N'", "bf'x'", "f'{'", "f'}'", "f'{}'", "f'{a!}'", "f'{a:{b}'", "f'{lambda x: 1}'", "f'{a b}'", "f'{#}'", "f'{\\}'"):
    try: eval(code); print(code, "ok")
    except SyntaxError as e: print(repr(code), "|", e.msg)
    except NameError as e: print(repr(code), "| NameError")
