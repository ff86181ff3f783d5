# feedback: no schedule ends with 5
outcomes = {5, 6, 10, 11, 12}
