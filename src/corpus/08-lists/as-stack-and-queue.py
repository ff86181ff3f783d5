stack = []
for c in "(a[b]{c})":
    if c in "([{":
        stack.append(c)
        print("push", c, stack)
    elif c in ")]}":
        print("pop", stack.pop(), stack)
queue = ["first", "second"]
queue.append("third")
while queue:
    print(queue.pop(0), len(queue))
