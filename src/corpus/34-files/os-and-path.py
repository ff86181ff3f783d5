import os
os.mkdir("dir")
os.makedirs("dir/sub/deeper", exist_ok=True)
for name in ("b.txt", "a.txt"):
    with open(os.path.join("dir", name), "w") as f:
        f.write(name * 2)
print(sorted(os.listdir("dir")), os.path.exists("dir/a.txt"), os.path.isdir("dir"), os.path.isfile("dir"), os.path.getsize("dir/a.txt"))
os.rename("dir/a.txt", "dir/c.txt")
os.remove("dir/b.txt")
print(sorted(os.listdir("dir")), os.getcwd())
for root, dirs, files in os.walk("dir"):
    print(root, sorted(dirs), files)
os.chdir("dir")
print(os.getcwd(), os.path.abspath("c.txt"), os.listdir("."))
os.chdir("..")
print(os.path.split("/a/b.txt"), os.path.splitext("x.tar.gz"), os.path.basename("/a/b"), os.path.dirname("/a/b"), os.path.join("a", "/b", "c"), os.path.normpath("a/../b//c/."), os.path.isabs("/x"), os.path.relpath("/a/b", "/a/c"), os.sep, os.linesep.encode(), os.name)
for f in (lambda: os.remove("none"), lambda: os.mkdir("dir"), lambda: os.rmdir("dir"), lambda: os.listdir("none"), lambda: os.rename("none", "x"), lambda: os.stat("none")):
    try:
        f()
    except OSError as e:
        print(type(e).__name__, e.filename)
os.remove("dir/c.txt")
os.removedirs("dir/sub/deeper")
print(os.path.exists("dir"), os.environ.get("NOT_SET"), os.getenv("NOT_SET", "default"))
with os.scandir(".") as entries:
    print(sorted(e.name for e in entries if e.is_file()))
