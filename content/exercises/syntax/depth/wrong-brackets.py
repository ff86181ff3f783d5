# feedback: depth('a + b'): expected 2, got 1
def depth(source):
    deepest = now = 1
    for character in source:
        if character == "(":
            now += 1
        elif character == ")":
            now -= 1
        deepest = max(deepest, now)
    return deepest
