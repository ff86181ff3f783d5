from checking import load, expect

wanted = {
    "a": ("def", "a, the decorator's argument: it stands outside the body"),
    "b": ("def", "b, the default: it is evaluated once, not at each call"),
    "c": ("compile", "c: both operands are constants"),
    "d": ("call", "d: net and rate have values only in a call"),
    "e": ("call", "e: the name LIMIT is looked up each time"),
    "f": ("compile", "f: that there is an assignment is visible in the text"),
    "g": ("call", "g: gross is a local variable of price"),
    "h": ("compile", "h: that x is a parameter is visible in the text"),
}
answers = load().answers
for key, (time, why) in wanted.items():
    got = str(answers.get(key))
    expect(got == time, why, time, got)
