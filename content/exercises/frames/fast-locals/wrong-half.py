# feedback: global names in the loop: expected none, got len
SHORTEST = 4

def count_words(text):
    count = 0
    shortest = SHORTEST
    for word in text.split():
        if len(word) >= shortest:
            count += 1
    return count
