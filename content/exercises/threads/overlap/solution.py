import threading
from server import fetch

def fetch_all(names):
    answers = [None] * len(names)

    def fetch_one(place, name):
        answers[place] = fetch(name)

    threads = [
        threading.Thread(target=fetch_one, args=(place, name))
        for place, name in enumerate(names)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers

print(fetch_all(["text", "image", "sound"]))
