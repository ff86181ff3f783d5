def evaluate(text, names):
    stack = []
    for word in text.split():
        if word in names:
            stack.append(names[word])
        elif word.isdigit():
            stack.append(int(word))
        else:
            right = stack.pop()
            left = stack.pop()
            if word == "+":
                stack.append(left + right)
            elif word == "-":
                stack.append(left - right)
            elif word == "*":
                stack.append(left * right)
            elif word == "/":
                stack.append(left / right)
    return stack.pop()

print(evaluate("2 3 n * +", {"n": 4}))
