def report(name, open_file, fields):
    with open_file(name) as file:
        count = 0
        for line in file:
            if len(line.split()) == fields:
                count += 1
    return f"{name}: {count} lines"
