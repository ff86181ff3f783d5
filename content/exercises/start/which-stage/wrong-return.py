# feedback: program d is not 'none': the compiler rejects it: 'return' outside function
answers = {"a": "compiling", "b": "running", "c": "none", "d": "none", "e": "running", "f": "none"}
