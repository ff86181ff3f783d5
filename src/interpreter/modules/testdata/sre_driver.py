# Applies each (pattern, flags, text) to every way of matching and prints what comes out, one line for a case.
import re
import warnings

warnings.simplefilter('ignore')


def show(m):
    return None if m is None else (m.regs, m.lastindex, m.lastgroup)


def results(pattern, flags, text):
    try:
        p = re.compile(pattern, flags)
    except re.error as e:
        return 'error', str(e)
    except (OverflowError, ValueError) as e:
        return type(e).__name__, str(e)
    empty = text[:0]
    template = '<\\g<0>>' if isinstance(text, str) else b'<\\g<0>>'
    return (
        show(p.match(text)),
        show(p.fullmatch(text)),
        show(p.search(text)),
        show(p.search(text, 2, 7)),
        show(p.match(text, 1)),
        p.findall(text),
        [show(m) for m in p.finditer(text)],
        p.split(text),
        p.split(text, 1),
        p.sub(template, text),
        p.subn(empty, text, 2),
        p.sub(lambda m: m.group()[::-1], text),
        p.flags,
        p.groups,
        dict(p.groupindex),
    )


for case in CASES:
    print(ascii(results(*case)))
