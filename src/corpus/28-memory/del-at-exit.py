class T:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


first = T("first")
second = T("second")
held = [T("in list")]
print("last line")
