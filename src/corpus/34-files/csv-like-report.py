rows = [["name", "score"], ["ann", "90"], ["bob", "72"], ["cid", "88"]]
with open("scores.csv", "w") as f:
    for row in rows:
        f.write(",".join(row) + "\n")
total = 0
people = []
with open("scores.csv") as f:
    header = next(f).strip().split(",")
    for n, line in enumerate(f, 2):
        record = dict(zip(header, line.strip().split(",")))
        record["score"] = int(record["score"])
        record["line"] = n
        people.append(record)
        total += record["score"]
print(people)
print(f"average {total / len(people):.2f}, best {max(people, key=lambda p: p['score'])['name']}")
with open("report.txt", "w") as out:
    for p in sorted(people, key=lambda p: -p["score"]):
        print(f"{p['name']:<6}{p['score']:>4}", file=out)
print(open("report.txt").read(), end="")
