print(eval("1 + [] * {}"))
