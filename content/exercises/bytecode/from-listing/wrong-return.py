# feedback: instruction 18: expected STORE_FAST (best)
def pick(words):
    best = ""
    for word in words:
        if len(word) > len(best):
            return word
    return best
