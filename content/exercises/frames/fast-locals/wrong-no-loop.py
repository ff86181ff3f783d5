# feedback: there is a loop in count_words
SHORTEST = 4

def count_words(text):
    return sum(map(lambda word: len(word) >= SHORTEST, text.split()))
