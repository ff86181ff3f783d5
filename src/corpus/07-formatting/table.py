rows = [("apple", 3, 0.5), ("banana", 12, 0.25), ("cherry", 100, 12.0)]
print(f"{'item':<10}{'count':>7}{'price':>8}")
print("-" * 25)
total = 0
for item, count, price in rows:
    print(f"{item:<10}{count:>7}{price:>8.2f}")
    total += count * price
print("=" * 25)
print(f"{'total':<10}{total:>15,.2f}")
for i in range(1, 6):
    print(" ".join(f"{i * j:3}" for j in range(1, 6)))
