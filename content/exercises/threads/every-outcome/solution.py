outcomes = {6, 10, 11, 12}
