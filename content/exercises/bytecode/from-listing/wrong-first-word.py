# feedback: instruction 2: expected LOAD_CONST (''), got LOAD_FAST (words)
def pick(words):
    best = words[0]
    for word in words:
        if len(word) > len(best):
            best = word
    return best
