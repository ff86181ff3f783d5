from checking import load, expect

wanted = {
    "a": ("promise", "a, the order of evaluation"),
    "b": ("detail", "b, when objects are destroyed"),
    "c": ("detail", "c, which numbers are kept"),
    "d": ("promise", "d, the order of a dictionary (since 3.7)"),
    "e": ("promise", "e, the meaning of is"),
    "f": ("detail", "f, the GIL"),
    "g": ("promise", "g, finally"),
    "h": ("detail", "h, the instructions"),
}
answers = load().answers
for letter, (answer, what) in wanted.items():
    got = str(answers.get(letter))
    expect(got == answer, what, answer, got)
