import dis


def fresh(source):
    space = {}
    exec(f"def use(x, y, l, s, d, t):\n    {source}\n    return 1", space)
    return space["use"]


def form(f):
    return [i.opname for i in dis.get_instructions(f, adaptive=True) if i.opname.startswith("CALL")]


class L(list):
    pass


sub = L()
for source in """l.append(x) z=l.append(x) l.pop() l.pop(-1) l.extend(l[:1]) l.insert(0,x) l.index(1) l.count(1) l.sort() l.sort(reverse=True) l.reverse() l.copy() l.clear()
s.upper() s.lower() s.strip() s.split() s.split("b") s.split(sep="b") s.join([]) s.replace("a","b") s.find("a") s.index("a") s.count("a") s.startswith("a") s.endswith("a")
s.format(x) s.encode() s.encode("ascii") s.isdigit() s.center(5) s.zfill(3) s.partition("a") s.splitlines() s.title() s.translate({}) s.removeprefix("a") s.ljust(3)
d.get(x) d.get(x,y) d.keys() d.values() d.items() d.setdefault(x,y) d.pop(9,0) d.update({}) d.copy() d.clear() d.popitem()
t.index(1) t.count(1) x.bit_length() x.to_bytes(1,"big") x.conjugate() str.upper(s) list.append(l,x) dict.get(d,x) int.bit_length(x)
t.__len__() l.__getitem__(0) {1}.add(2) {1}.discard(1) {1}.union({2}) {1}.isdisjoint({2}) b"a".decode() b"a".hex() (1.5).is_integer() (1.5).hex()""".split():
    f = fresh(source)
    for turn in range(3):
        try:
            f(1, 2, [1, 2, 3], "abc", {7: 8, 9: 10}, (1, 2))
        except (TypeError, ValueError, KeyError):
            pass
    print(source, *form(f))
f = fresh("l.append(x)")
for turn in range(4):
    f(1, 2, sub, "", {}, ())
print(form(f), sub)
bound = [].append
f = fresh("s(x)")
for turn in range(4):
    f(1, 2, [], bound, {}, ())
print(form(f), bound.__self__)
