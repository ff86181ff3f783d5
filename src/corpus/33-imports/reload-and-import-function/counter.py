print("counter runs")
kept = globals().get("kept", 0) + 1
n = 1
