data = open("words.txt", encoding="utf-8").read().split()
print(data, len(data))
print(open("sub/more.txt").read().strip())
