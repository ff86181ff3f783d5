def run(text):
    return eval(text)


print(run("1 + 1"))
exec("x = 5\ny = x / 0\n")
