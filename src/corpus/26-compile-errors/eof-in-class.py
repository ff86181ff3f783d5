class A:
    def m(self):
        # only a comment
