def report(name, open_file, fields):
    file = open_file(name)
    count = 0
    for line in file:
        if len(line.split()) is fields:
            count += 1
    return f"{name}: {count} lines"
