import argparse, sys
p = argparse.ArgumentParser(prog="tool", description="A tool.", epilog="End.")
p.add_argument("file", help="input file"); p.add_argument("rest", nargs="*", type=int, default=[9])
p.add_argument("-v", "--verbose", action="count", default=0); p.add_argument("-o", "--out", metavar="PATH", default="x.txt", help="where (default: %(default)s)")
p.add_argument("--level", choices=["low", "high"]); p.add_argument("--flag", action=argparse.BooleanOptionalAction); p.add_argument("-D", action="append", dest="defs")
g = p.add_mutually_exclusive_group(); g.add_argument("--a", action="store_true"); g.add_argument("--b", action="store_const", const=5)
for args in (["f"], ["f", "1", "2", "-vv", "-o", "y"], ["f", "--level=high", "--no-flag", "-Dx", "-D", "y"], ["f", "--b"], ["--ver", "f"], ["f", "--", "3"]):
    print(p.parse_args(args))
p.print_help(); p.print_usage()
sys.stderr = sys.stdout
for args in ([], ["f", "x"], ["f", "--level", "mid"], ["f", "--nope"], ["f", "--a", "--b"], ["f", "-o"]):
    try: p.parse_args(args)
    except SystemExit as e: print("exit", e.code)
q = argparse.ArgumentParser(exit_on_error=False); q.add_argument("n", type=int)
try: q.parse_args(["x"])
except argparse.ArgumentError as e: print(e)
s = argparse.ArgumentParser(prog="git"); sub = s.add_subparsers(dest="cmd", required=True); c = sub.add_parser("commit", help="do it"); c.add_argument("-m"); c.set_defaults(func=len)
print(s.parse_args(["commit", "-m", "msg"])); print(s.parse_known_args(["commit", "--zz"])[1])
try: s.parse_args(["push"])
except SystemExit as e: print(e.code)
