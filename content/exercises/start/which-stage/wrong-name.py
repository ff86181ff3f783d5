# feedback: program b is not 'compiling': it compiles, and then raises NameError
answers = {"a": "compiling", "b": "compiling", "c": "none", "d": "compiling", "e": "running", "f": "none"}
