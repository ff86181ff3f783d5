print("main runs")
import broken
