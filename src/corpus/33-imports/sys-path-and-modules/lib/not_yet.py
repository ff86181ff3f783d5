print("not_yet runs")
x = "from lib"
