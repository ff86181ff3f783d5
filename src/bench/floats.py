# Arithmetic of floats: five bodies that attract each other, and a mandelbrot row.
from math import sqrt


def attract(steps):
    bodies = [
        [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.47],
        [4.84, -1.16, -0.10, 0.60, 2.81, -0.02, 0.037],
        [8.34, 4.12, -0.40, -1.01, 1.82, 0.008, 0.011],
        [12.89, -15.11, -0.22, 1.08, 0.86, -0.01, 0.0017],
        [15.37, -25.91, 0.17, 0.97, 0.59, -0.03, 0.002],
    ]
    for _ in range(steps):
        for i in range(5):
            a = bodies[i]
            for j in range(i + 1, 5):
                b = bodies[j]
                dx = a[0] - b[0]
                dy = a[1] - b[1]
                dz = a[2] - b[2]
                d2 = dx * dx + dy * dy + dz * dz
                mag = 0.01 / (d2 * sqrt(d2))
                am = a[6] * mag
                bm = b[6] * mag
                a[3] -= dx * bm
                a[4] -= dy * bm
                a[5] -= dz * bm
                b[3] += dx * am
                b[4] += dy * am
                b[5] += dz * am
        for body in bodies:
            body[0] += 0.01 * body[3]
            body[1] += 0.01 * body[4]
            body[2] += 0.01 * body[5]
    return sum(body[0] for body in bodies)


def row(y):
    inside = 0
    for k in range(120):
        cr = k / 60.0 - 1.5
        zr = zi = 0.0
        for _ in range(40):
            zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + y
            if zr * zr + zi * zi > 4.0:
                break
        else:
            inside += 1
    return inside


checksum = (round(attract(250), 9), row(0.1), row(0.35))
