naïve = {"é": 1}
print("日本", naïve["é"] + naïve["ü"], "x")
