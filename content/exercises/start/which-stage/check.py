from checking import load, expect

PROGRAMS = {
    "a": 'print("hello"\n',
    "b": "print(hello)\n",
    "c": "def greet():\n    print(hello)\n",
    "d": "if False:\n    return 1\n",
    "e": 'print("1" + 1)\n',
    "f": 'if False:\n    print("1" + 1)\n',
}


def stage(program):
    try:
        compiled = compile(program, "program.py", "exec")
    except SyntaxError as error:
        return "compiling", f"the compiler rejects it: {error.msg}"
    try:
        exec(compiled, {})
    except Exception as error:
        return "running", f"it compiles, and then raises {type(error).__name__}"
    return "none", "it compiles, and it runs to its end"


answers = load().answers
for name, program in PROGRAMS.items():
    right, reason = stage(program)
    said = answers.get(name, "?")
    if said == right:
        expect(True, f"program {name}")
    elif said not in ("compiling", "running", "none"):
        expect(False, f'program {name}: answer "compiling", "running" or "none"', got=said, expected="one of the three")
    else:
        expect(False, f"program {name} is not {said!r}: {reason}")
