def subject(): print("subject"); return 3
match subject():
    case 1: pass
    case 2: pass
    case 3: print("three")
def g():
    match (yield 1):
        case "a": yield "got a"
        case x: yield ("got", x)
it = g(); print(next(it), it.send("a"))
it = g(); print(next(it), it.send(5))
for v in [1, 2, 3]:
    match v:
        case 1: continue
        case 2: print("two")
        case _: break
else: print("never")
