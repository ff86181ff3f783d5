class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


points = [Point(1, 2)]
points.append(Point(3))
