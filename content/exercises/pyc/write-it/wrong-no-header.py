# feedback: magic number: expected 3531
import marshal

def ship(source, name):
    code = compile(source, name + ".py", "exec")
    with open(name + ".pyc", "wb") as file:
        file.write(marshal.dumps(code))
