# feedback: instruction 14: expected COMPARE_OP (>), got COMPARE_OP (>=)
def pick(words):
    best = ""
    for word in words:
        if len(word) >= len(best):
            best = word
    return best
