# feedback: how many were waiting at the same time: expected 3, got 1
import threading
from server import fetch

def fetch_all(names):
    answers = []
    for name in names:
        thread = threading.Thread(target=lambda: answers.append(fetch(name)))
        thread.start()
        thread.join()
    return answers
