# argparse: help, usage, types, choices, subcommands, errors.
import argparse
import sys

parser = argparse.ArgumentParser(prog="tool", description="A tool that does things.", epilog="The end.")
parser.add_argument("file", help="the file to read")
parser.add_argument("rest", nargs="*", type=int, help="numbers")
parser.add_argument("-v", "--verbose", action="count", default=0, help="more output")
parser.add_argument("-o", "--output", metavar="FILE", default="out.txt", help="where to write (default: %(default)s)")
parser.add_argument("--level", choices=["low", "high"], help="how much")
parser.add_argument("--flag", action=argparse.BooleanOptionalAction)
parser.add_argument("--version", action="version", version="%(prog)s 1.0")
group = parser.add_mutually_exclusive_group()
group.add_argument("--fast", action="store_true")
group.add_argument("--slow", action="store_true")
named = parser.add_argument_group("special", "a group of its own")
named.add_argument("--append", action="append", type=float)
print(parser.format_usage())
print(parser.format_help())
print(parser.parse_args(["name", "1", "2", "-vv", "--append", "1.5", "--append=2", "--no-flag", "--level", "low"]))
print(parser.parse_known_args(["name", "--unknown", "5"]))


def attempt(*words):
    try:
        print(parser.parse_args(words))
    except SystemExit as error:
        print("exit", error.code)


sys.stderr = sys.stdout
attempt()
attempt("f", "x")
attempt("f", "--level", "middle")
attempt("f", "--fast", "--slow")
attempt("f", "--append", "one")
attempt("--version")
attempt("f", "--ver", "x")
attempt("f", "--bad")

commands = argparse.ArgumentParser(prog="git")
sub = commands.add_subparsers(dest="command", required=True, title="commands")
commit = sub.add_parser("commit", help="record changes", aliases=["ci"])
commit.add_argument("-m", "--message", required=True)
commit.set_defaults(func=lambda args: f"committing {args.message!r}")
push = sub.add_parser("push", help="send changes")
push.add_argument("remote", nargs="?", default="origin")
print(commands.format_help())
args = commands.parse_args(["commit", "-m", "a message"])
print(args.func(args), args.command)
print(commands.parse_args(["push"]), vars(commands.parse_args(["push", "upstream"])))
for words in ([], ["commit"], ["pull"]):
    try:
        commands.parse_args(words)
    except SystemExit as error:
        print("exit", error.code)
print(argparse.Namespace(a=1, b="two"))
quiet = argparse.ArgumentParser(prog="quiet", exit_on_error=False, add_help=False, formatter_class=argparse.RawTextHelpFormatter)
quiet.add_argument("-n", type=int, help="one\ntwo")
try:
    quiet.parse_args(["-n", "x"])
except argparse.ArgumentError as error:
    print(error)
print(quiet.format_help())
