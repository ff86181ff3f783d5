del "abc"[0:1]
