async def f():
    await 5

try:
    f().send(None)
finally:
    print("done")
