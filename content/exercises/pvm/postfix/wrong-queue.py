# feedback: "2 3 n * +" with {'n': 4}: expected 14, got 10
def evaluate(text, names):
    stack = []
    for word in text.split():
        if word in names:
            stack.append(names[word])
        elif word.isdigit():
            stack.append(int(word))
        else:
            left, right = stack.pop(0), stack.pop(0)
            if word == "+":
                stack.append(left + right)
            elif word == "-":
                stack.append(left - right)
            elif word == "*":
                stack.append(left * right)
            elif word == "/":
                stack.append(left / right)
    return stack.pop()
