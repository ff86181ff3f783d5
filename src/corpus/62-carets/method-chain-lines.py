text = "a b"
result = (
    text
    .upper()
    .split()
    .missing()
)
