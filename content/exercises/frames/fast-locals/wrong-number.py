# feedback: with SHORTEST = 6: expected 0, got 5
SHORTEST = 4

def count_words(text, len=len):
    count = 0
    for word in text.split():
        if len(word) >= 4:
            count += 1
    return count
