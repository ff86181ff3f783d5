# feedback: "7 2 -": expected 5, got -5
def evaluate(text, names):
    stack = []
    for word in text.split():
        if word in names:
            stack.append(names[word])
        elif word.isdigit():
            stack.append(int(word))
        else:
            left = stack.pop()
            right = stack.pop()
            if word == "+":
                stack.append(left + right)
            elif word == "-":
                stack.append(left - right)
            elif word == "*":
                stack.append(left * right)
            elif word == "/":
                stack.append(left / right)
    return stack.pop()
