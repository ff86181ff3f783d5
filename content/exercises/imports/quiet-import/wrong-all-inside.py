# feedback: your program defines no name 'double'
if __name__ == "__main__":
    def double(n):
        return 2 * n

    print("21 doubled is", double(21))
