def double(n):
    return 2 * n

if __name__ == "__main__":
    print("21 doubled is", double(21))
