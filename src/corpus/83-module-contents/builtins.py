import builtins

functions = [name for name, value in vars(builtins).items() if type(value) is type(len) and name != "open"]
print(functions)
for name, value in sorted(vars(builtins).items()):
    if name.startswith("__") or name in functions or name in ("_", "copyright", "credits", "license", "exit", "quit", "help"):
        continue
    print(name, type(value).__name__)
