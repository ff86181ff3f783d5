def say(x):
    print("say", x)
    return x


print(say(0) and say(1))
print(say(1) and say(2))
print(say(0) or say(""))
print(say(3) or say(4))
print(not say(0))
print(say(1) and say(0) or say("last"))
if say(0) or say([]) or say("x"):
    print("taken")
if not (say(1) and say(0)):
    print("not both")
x = say(5) if say(True) else say(6)
print(x)
