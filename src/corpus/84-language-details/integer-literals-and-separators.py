print(0b1010_1010, 0o7_7, 0xdead_BEEF, 1_0.5_0, 1e1_0, 1_0j, 0_0, 00, .5, 5., 1E-3, 0B11, 0XaF, 0O17)
for code in ("01", "1__0", "1_", "0x", "0b2", "0o8", "1e", "0x_", "1.e_5", "0b", "1_.5", "00_1", "0_7", "1if 1else 2", "0xfor 1", "1_000and 2", "5 .real", "5.real", "1.0.real", "0x1.real", "1e5j.imag", "9" * 5000):
    try: print(code[:12], eval(code))
    except SyntaxError as e: print(code[:12], "|", e.msg[:70])
