# feedback: instruction 2: expected LOAD_CONST (''), got LOAD_GLOBAL (NULL + max)
def pick(words):
    return max(words, key=len)
