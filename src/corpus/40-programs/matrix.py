class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        width = len(self.rows[0])
        if any(len(r) != width for r in self.rows):
            raise ValueError("ragged rows")
        self.shape = len(self.rows), width

    @classmethod
    def identity(cls, n):
        return cls([[1 if i == j else 0 for j in range(n)] for i in range(n)])

    def __getitem__(self, key):
        i, j = key
        return self.rows[i][j]

    def __setitem__(self, key, value):
        self.rows[key[0]][key[1]] = value

    def __add__(self, other):
        if self.shape != other.shape:
            raise ValueError(f"shapes differ: {self.shape} and {other.shape}")
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __mul__(self, k):
        if not isinstance(k, (int, float)):
            return NotImplemented
        return Matrix([[a * k for a in r] for r in self.rows])

    __rmul__ = __mul__

    def __matmul__(self, other):
        columns = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in columns] for r in self.rows])

    def __pow__(self, n):
        result = Matrix.identity(self.shape[0])
        base = self
        while n:
            if n & 1:
                result = result @ base
            base = base @ base
            n >>= 1
        return result

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def det(self):
        n, m = self.shape
        if n != m:
            raise ValueError("not square")
        if n == 1:
            return self[0, 0]
        total = 0
        for j in range(n):
            minor = Matrix([r[:j] + r[j + 1:] for r in self.rows[1:]])
            total += (-1) ** j * self[0, j] * minor.det()
        return total

    def __str__(self):
        width = max(len(str(v)) for r in self.rows for v in r)
        return "\n".join(" ".join(f"{v:>{width}}" for v in r) for r in self.rows)


a = Matrix([[1, 2], [3, 4]])
b = Matrix([[0, 1], [1, 0]])
print(a + b, a @ b, a * 3, 2 * b, sep="\n--\n")
print(a.T, a.det(), (a @ a.T).det(), a == Matrix([[1, 2], [3, 4]]), a != b, sep="\n")
fib = Matrix([[1, 1], [1, 0]])
print((fib ** 90)[0, 1])
big = Matrix([[2, 0, 1, 3], [1, 1, 0, 2], [0, 4, 1, 1], [3, 1, 2, 0]])
print(big.det(), big.shape)
a[0, 0] = 100
print(a)
for f in (lambda: Matrix([[1], [1, 2]]), lambda: a + big, lambda: a * "x", lambda: Matrix([[1, 2]]).det()):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
