name, n, pi = "Ada", 42, 3.14159
print(f"{name} is {n}", f"{name!r} {name!s} {name!a}", F"{n}")
print(f"{n:5}|{n:<5}|{n:>5}|{n:^5}|{n:05}|{n:+}|{n:x}|{n:#o}|{n:b}")
print(f"{name:10}|{name:>10}|{name:*^9}|{name:.2}|{name:5.1}|")
print(f"{pi:.2f} {pi:{8}.{3}} {pi:{'>'}{10}.1f}")
print(f"{n=} {n = } {pi=:.1f} {name=!s} {n+1=}")
print(f"{{literal}} {{{n}}} {'nested ' + f'{n}'} {n if n > 1 else 'no'}")
print(f"{[x * 2 for x in range(3)]} {dict(a=1)['a']} {(lambda x: x)(5)}")
print(f"{'quotes "inside" quotes'} {"same quotes"} {f"{f"{1}"}"}")
print(f"a\tb\n{'x'!r:>5}", rf"\n{n}", f"""multi
line {n}""")
print(f"{n:,} {1234567:,} {1234567:_} {1234567.891:,.1f}", f"{True} {None} {...}")
print(f"{3:>{n//6}}|", f"" == "", f"{n}" f"{n}" "x")
