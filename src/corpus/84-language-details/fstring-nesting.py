n, w, name = 3.14159, 10, "wörld"
print(f"{n:.2f} {n:{w}.3f}| {name!r:>{w}} {'nested ' + f'{n:.1f}'} {{literal}} {n=} {n = :.1f} {name!s=}" if False else f"{n:.2f} {n:{w}.3f}| {name!r:>{w}} {'nested ' + f'{n:.1f}'} {{literal}} {n=} {n = :.1f}")
print(f"{f'{f"{1 + 1}"}'}", f"{'a' 'b'}", f"{[x for x in range(3)]}", f"{ {'k': 1}['k'] }", f"{(lambda x: x * 2)(4)}", f'{"quotes"}', f"{name[0]}{name[-1]!a}", rf"\n{n:.0f}\t", f"{'\n'.join(['a', 'b'])}")
print(f"""multi
{n
 + 1:.1f}
""", f"{n!r:^20}|", f"{1:>{2 + 3}}", f"{True:d}", f"{'x':*^{w}}", f"{1_000_000:,}", f"{-5:+}", f"{0:08.3f}", f"{n:%}")
class F:
    def __format__(self, spec): return f"<{spec}>"
print(f"{F()}", f"{F():abc}", f"{F():{w}}", f"{F()!s:.3}"[:3], f"{F():{{}}}" if False else "")
x = 5; print(f"{x:=5}", f"{(x := 6)}", x, f"{x!r}" f"{x}" "plain {x}", f"{x if x > 3 else 0}", f"{not x}", f"{x, 1}", f"{*[1, 2],}", f"{x:{'>'}{8}}")
