# feedback: the answers, in the order of the names: expected ['<slow>', '<medium>', '<fast>'], got ['<fast>', '<medium>', '<slow>']
import threading
from server import fetch

def fetch_all(names):
    answers = []

    def fetch_one(name):
        answers.append(fetch(name))

    threads = [threading.Thread(target=fetch_one, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
