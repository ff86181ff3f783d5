def evaluate(text, names):
    stack = []
    for word in text.split():
        if word in names:
            stack.append(names[word])
        elif word.isdigit():
            stack.append(int(word))
        # here the operators are missing
    return stack.pop()

print(evaluate("2 3 n * +", {"n": 4}))
