for code in """
"123".isdigit(), "123".isdecimal(), "123".isnumeric()
"²".isdigit(), "²".isdecimal(), "²".isnumeric()
"½".isdigit(), "½".isdecimal(), "½".isnumeric()
"٣".isdigit(), "٣".isdecimal(), "٣".isnumeric()
"一".isdigit(), "一".isdecimal(), "一".isnumeric()
"".isdigit(), "".isdecimal(), "".isnumeric()
"1.5".isdigit(), "-1".isdigit(), "1e5".isnumeric(), "Ⅳ".isnumeric()
int("٣٤"), int("𝟗"), float("١.٥")
int("²")
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
