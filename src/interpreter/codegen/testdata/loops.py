for i in range(10):
    if i == 3: continue
    if i == 5: break
    print(i)
else:
    print('done')
for x in [1, 2, 3]: pass
for a, (b, c) in pairs: d = a
while 1:
    x += 1
    if x > 10: break
while not done:
    step()
else:
    end()
while True: pass
for k in (
    first,
    second
):
    use(
        k
    )
