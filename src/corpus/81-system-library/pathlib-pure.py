from pathlib import PurePath, PurePosixPath as P, PureWindowsPath as W
p = P("/usr/lib/../python3.12/a.tar.gz")
print(p, repr(p), p.parts, p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parents[1], p.root, p.anchor, p.drive, p.is_absolute(), p.as_posix())
print(p / "b", p / "/abs", P("a") / P("b/c"), "x" / P("y"), P("a/./b//c/"), P(""), P("."), P("a", "b", "c"), P("//x/y"), P("///x"), p.with_name("n"), p.with_suffix(".zip"), p.with_suffix(""), p.with_stem("s"), P("a/b").joinpath("c", "d"))
print(P("/a/b/c").relative_to("/a"), P("/a/b").is_relative_to("/x"), P("a/b.py").match("*.py"), P("/a/b/c.py").match("b/*.py"), P("a") == P("a/"), P("a") < P("b"), hash(P("a")) == hash(P("a")), P("/a/b").relative_to("/a/c", walk_up=True), sorted([P("b"), P("a/z"), P("a")]))
for code in ("P('/a').relative_to('/b')", "P('a').with_name('')", "P('').with_name('x')", "P('a').with_suffix('x')", "P('a').with_name('b/c')", "P(5)", "P('a') / 5", "P('a') < 'b'", "P('a').as_uri()", "P('/a')._nope", "P('a').match('')"):
    try: print(code, eval(code))
    except Exception as e: print(code, type(e).__name__, e)
w = W(r"C:\Users\x\a.txt"); print(w, repr(w), w.drive, w.root, w.parts, w.parent, w.as_posix(), w / "D:\\y", W("c:/A") == W("C:/a"), w.is_reserved(), W("//srv/share/f").drive, P("/é b").as_uri(), w.as_uri(), __import__("os").fspath(P("q")), bytes(P("é")), P("a.b.").suffix, P(".hidden").suffix, P("..").name)
