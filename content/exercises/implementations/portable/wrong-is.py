# feedback: lines with 300 fields: expected 'a.txt: 1 lines', got 'a.txt: 0 lines'
def report(name, open_file, fields):
    with open_file(name) as file:
        count = 0
        for line in file:
            if len(line.split()) is fields:
                count += 1
    return f"{name}: {count} lines"
