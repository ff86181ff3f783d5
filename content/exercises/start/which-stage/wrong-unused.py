# feedback: program c is not 'running': it compiles, and it runs to its end
answers = {"a": "compiling", "b": "running", "c": "running", "d": "compiling", "e": "running", "f": "running"}
