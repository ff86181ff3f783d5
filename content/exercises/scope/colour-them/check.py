from checking import load, expect

PROGRAM = '''
rate = 3

def outer(amount):
    bonus = amount * rate

    def inner(rate):
        return bonus + rate + limit

    def other():
        amount = 1
        return amount

    return inner, other

limit = 10
'''


def functions(code, found):
    for constant in code.co_consts:
        if hasattr(constant, "co_code"):
            found[constant.co_name] = constant
            functions(constant, found)
    return found


def kind(code, name):
    if name in code.co_cellvars:
        return "cell"
    if name in code.co_freevars:
        return "free"
    if name in code.co_varnames:
        return "local"
    return "global"


REASONS = {
    "local": "the function binds it itself, and no inner function uses this variable",
    "cell": "the function binds it itself, and an inner function uses this variable",
    "free": "a function around this one binds it",
    "global": "neither this function nor one around it binds it",
}

codes = functions(compile(PROGRAM, "program.py", "exec"), {})
kinds = load().kinds
for question, said in kinds.items():
    name, function = question.split(" in ")
    right = kind(codes[function], name)
    if said == right:
        expect(True, question)
    elif said not in REASONS:
        expect(False, f"{question}: answer local, cell, free or global", "one of the four", said)
    else:
        expect(False, f"{question} is not {said}: {REASONS[right]}")
expect(len(kinds) == 7, "all seven names are there", 7, len(kinds))
