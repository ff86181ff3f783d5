from checking import load, call, expect_equal


def no_call(a, b):
    return a + b


def two_calls(words):
    return len(sorted(words))


def same_twice(text):
    print(text)
    print(text)


def methods(text):
    return text.strip().upper()


def brackets_only(pair):
    return (pair[0] + 1) * (pair[1] + 2)


def nested(numbers):
    def inner(n):
        return abs(n)

    return inner(max(numbers))


def deeper():
    def one():
        def two():
            print("two")

        return two

    return one


count_calls = load().count_calls
expect_equal(call(count_calls, no_call), 0, "a function without a call")
expect_equal(call(count_calls, two_calls), 2, "a call in a call: len(sorted(words))")
expect_equal(call(count_calls, same_twice), 2, "print called in two places")
expect_equal(call(count_calls, methods), 2, "two methods: text.strip().upper()")
expect_equal(call(count_calls, brackets_only), 0, "brackets that are no calls")
expect_equal(call(count_calls, nested), 3, "one call in a function defined inside, two outside it")
expect_equal(call(count_calls, deeper), 1, "one call, two functions deep")
