# feedback: what the module prints when it is imported: expected '', got '21 doubled is 42\n'
def double(n):
    return 2 * n

def main():
    print("21 doubled is", double(21))

main()
