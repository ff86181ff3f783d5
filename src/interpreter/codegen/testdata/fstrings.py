a = f'{x}'
b = f'{x!r:>10} and {y:{w}.{p}} {z=}'
c = f'plain'
d = f'{x}{y}' 'tail' f'{z!s}'
e = '%s and %r' % (a, b)
g = '%-10s|%5.2s|%%' % (a, b)
h = '%d' % (a,)
i = '%s' % a
j = f'{{}}'
k = f"{'nested ' + f'{x}'}"
l = f'{x:%Y-%m-%d}'
m = f'{a}{b}{c}{d}{e}{g}{h}{i}{a}{b}{c}{d}{e}{g}{h}{i}{a}{b}{c}{d}{e}{g}{h}{i}{a}{b}{c}{d}{e}{g}{h}{i}'
