import threading
from server import fetch

def fetch_all(names):
    answers = []
    for name in names:
        answers.append(fetch(name))
    return answers

print(fetch_all(["text", "image", "sound"]))
