def pick(words):
    best = ""
    return best
