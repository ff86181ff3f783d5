z = 3 + 4j
print(z, z.real, z.imag, abs(z), z.conjugate())
print(z + 1, z - 2j, z * z, z / 2, z ** 2)
print(-z, +z, z == 3 + 4j, z != 0, bool(0j), bool(z))
print(complex(1, 2), complex("1+2j"), complex(5), complex("-3j"))
print(1j * 1j, (1 + 2j) * (3 - 1j), complex(0, -1), -0j)
print([1j, 1 + 0j], repr(complex(-0.0, 1)))
for f in (lambda: z < z, lambda: int(z), lambda: z // 2, lambda: complex("1 + 2j"), lambda: z / 0):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
