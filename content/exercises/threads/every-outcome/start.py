outcomes = {12}
