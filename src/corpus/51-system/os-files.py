# os, shutil, tempfile, glob, fnmatch, pathlib over the file system.
import errno
import fnmatch
import glob
import os
import pathlib
import shutil
import stat
import tempfile

os.makedirs("tree/a/b", exist_ok=True)
for name in ("tree/one.txt", "tree/a/two.txt", "tree/a/b/three.py", "tree/.hidden"):
    with open(name, "w") as file:
        file.write(name)
for root, folders, files in os.walk("tree"):
    folders.sort()
    print(root, folders, sorted(files))
for root, folders, files in os.walk("tree", topdown=False):
    print(root)
with os.scandir("tree") as entries:
    for entry in sorted(entries, key=lambda e: e.name):
        print(entry.name, entry.is_dir(), entry.is_file(), entry.path, entry.stat().st_size, entry)
print(sorted(os.listdir("tree")))
print(sorted(glob.glob("tree/**", recursive=True)), glob.glob("tree/*.txt"), glob.glob("**/*.py", root_dir="tree", recursive=True))
print(glob.escape("a[b]*"), glob.has_magic("x*"), sorted(glob.glob(".*", root_dir="tree")))
print(fnmatch.filter(["a.py", "b.txt", "C.PY"], "*.py"), fnmatch.fnmatchcase("ab", "a?"), fnmatch.translate("a*[!x]?"))
info = os.stat("tree/one.txt")
print(stat.filemode(0o100640), info.st_size, info.st_nlink, stat.S_ISREG(info.st_mode))
os.utime("tree/one.txt", (2000, 2000))
print(os.path.getatime("tree/one.txt"), os.path.getmtime("tree/one.txt"), os.stat("tree/one.txt").st_mtime_ns)
os.chmod("tree/one.txt", 0o600)
print(oct(os.stat("tree/one.txt").st_mode & 0o777), os.access("tree/one.txt", os.R_OK), os.access("none", os.F_OK))
os.rename("tree/one.txt", "tree/uno.txt")
os.replace("tree/uno.txt", "tree/a/two.txt")
print(open("tree/a/two.txt").read())
os.symlink("a/two.txt", "tree/link")
print(os.path.basename(os.readlink("tree/link")), os.path.islink("tree/link"), open("tree/link").read(), os.path.realpath("tree/link"))
print(os.path.samefile("tree/link", "tree/a/two.txt"))
for call in (
    lambda: os.mkdir("tree"),
    lambda: os.rmdir("tree"),
    lambda: os.remove("none"),
    lambda: os.remove("tree/a"),
    lambda: os.listdir("none"),
    lambda: os.listdir("tree/link"),
    lambda: os.rename("none", "other"),
    lambda: os.open("none", os.O_RDONLY),
    lambda: os.close(999),
    lambda: os.stat("tree/link/x"),
    lambda: os.makedirs("tree/a"),
    lambda: os.chdir("none"),
):
    try:
        call()
    except OSError as error:
        print(type(error).__name__, error.strerror, error.filename, error.filename2)
fd = os.open("raw", os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o644)
print(os.write(fd, b"0123456789"), os.lseek(fd, 2, os.SEEK_SET), os.read(fd, 3), os.pread(fd, 2, 0))
os.ftruncate(fd, 4)
print(os.fstat(fd).st_size, os.pwrite(fd, b"zz", 1))
copy = os.dup(fd)
os.close(fd)
os.lseek(copy, 0, 0)
print(os.read(copy, 100))
os.close(copy)
read, write = os.pipe()
os.write(write, b"through the pipe")
os.close(write)
with os.fdopen(read) as file:
    print(file.read())
shutil.copy("raw", "raw2")
shutil.copytree("tree", "copy", symlinks=True)
print(sorted(str(p) for p in pathlib.Path("copy").rglob("*")))
shutil.move("raw2", "copy/moved")
shutil.rmtree("copy/a")
print(sorted(os.listdir("copy")), shutil.disk_usage(".").total > 0, shutil.which("no-such-program"))
shutil.rmtree("copy")
print(os.path.exists("copy"))
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "f")
    open(path, "w").close()
    print(os.path.exists(path), folder.startswith(tempfile.gettempdir()))
print(os.path.exists(path))
with tempfile.NamedTemporaryFile("w+", suffix=".txt") as file:
    file.write("temporary")
    file.seek(0)
    print(file.read(), file.name.endswith(".txt"), os.path.exists(file.name))
with tempfile.SpooledTemporaryFile(10) as file:
    file.write(b"12345678901234")
    print(file._rolled)
handle, name = tempfile.mkstemp()
os.close(handle)
os.remove(name)
path = pathlib.Path("tree") / "a" / "b" / "three.py"
print(path, path.name, path.stem, path.suffix, path.parent, path.parts, path.exists(), path.is_file())
print(path.read_text(), path.with_suffix(".txt"), path.with_name("x"), path.relative_to("tree"), path.as_posix())
pathlib.Path("new/deep").mkdir(parents=True)
pathlib.Path("new/deep/file").write_bytes(b"\0\1")
print(pathlib.Path("new/deep/file").read_bytes(), pathlib.Path("new/deep/file").stat().st_size, list(pathlib.Path("new").iterdir()))
pathlib.Path("new/deep/file").unlink()
pathlib.Path("new/deep").rmdir()
for call in (lambda: path.relative_to("other"), lambda: pathlib.Path("none").read_text(), lambda: pathlib.Path("new").mkdir()):
    try:
        call()
    except (ValueError, OSError) as error:
        print(type(error).__name__, str(error).split("] ")[-1])
print(pathlib.PurePosixPath("/a/../b").is_absolute(), pathlib.PureWindowsPath("C:\\a\\b").drive, pathlib.PurePath("a*").match("a?"))
print(errno.errorcode[errno.ENOENT], os.strerror(errno.EACCES))
os.environ["MINE"] = "yes"
print(os.getenv("MINE"), os.environ.get("NOT"), os.path.expandvars("$MINE/${MINE}/$NOT"), os.environb[b"MINE"])
del os.environ["MINE"]
print("MINE" in os.environ, os.sep, os.linesep == "\n", os.curdir, os.name, os.fspath(path), os.fsencode("ä"))
