# oracle: properties
# The number and text of the error are the operating system's: these are Linux's.
try:
    10.0 ** 400
except OverflowError as e:
    print(e)
#> (34, 'Numerical result out of range')
