first = 5
second = None
total = (first +
         second *
         2)
