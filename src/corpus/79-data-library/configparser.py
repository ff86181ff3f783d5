import configparser, io
c = configparser.ConfigParser()
c.read_string("""
[DEFAULT]
base = /home
[a]
path = %(base)s/x
n : 5
flag = yes
multi = one
   two
empty =
[b]
Path = other
""")
print(c.sections(), dict(c["a"]), c["a"].getint("n"), c.getboolean("a", "flag"), c["b"]["path"], c.get("b", "base"), "n" in c["a"], c.has_option("b", "n"), c["a"].get("zz", "dflt"), c.get("a", "zz", fallback=None))
c["new"] = {"k": "v", "i": "1"}; c.set("new", "j", "2"); c.remove_option("new", "k"); c.add_section("s")
f = io.StringIO(); c.write(f); print(f.getvalue())
for code in ("c.get('nope', 'x')", "c.get('a', 'nope')", "c['nope']", "c.add_section('a')", "c.getint('a', 'path')", "c.getboolean('a', 'n')", "c.set('a', 'k', 5)", "configparser.ConfigParser().read_string('k = v')", "configparser.ConfigParser().read_string('[a]\\nx')", "configparser.ConfigParser().read_string('[a]\\n[a]')", "configparser.ConfigParser().read_string('[a]\\nk=1\\nk=2')"):
    try: print(eval(code))
    except Exception as e: print(type(e).__name__, str(e).replace("\n", "|"))
r = configparser.RawConfigParser(allow_no_value=True); r.optionxform = str; r.read_string("[x]\nKey\nOther = %(no)s"); print(dict(r["x"]))
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation()); e.read_string("[a]\nx=1\n[b]\ny=${a:x}2"); print(e["b"]["y"], c.getfloat("a", "n"), c.items("b"))
