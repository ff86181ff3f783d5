def greet(name):
    message = "Hello, " + name
    print(locals())
    return message


print(greet("John"))
print("name" in globals(), "greet" in globals(), "message" in globals())
for missing in ("name", "message"):
    try:
        eval(missing)
    except NameError as e:
        print(e)
