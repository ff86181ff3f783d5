# feedback: every name has its answer when fetch_all returns
import threading
from server import fetch

def fetch_all(names):
    answers = [None] * len(names)

    def fetch_one(place, name):
        answers[place] = fetch(name)

    for place, name in enumerate(names):
        threading.Thread(target=fetch_one, args=(place, name)).start()
    return answers
