/**
 * The Python program that runs a batch of cases and prints one line for each: what `r` and the other variables are
 * afterwards, or the exception. It runs unchanged on both interpreters.
 */
export const SEPARATOR = '\n\x1e\n';

export const HARNESS = String.raw`
import sys, warnings, itertools, re, types, io

LIMIT = 400
ITERATORS = tuple(type(iter(x)) for x in ([], (), '', 'é', b'', bytearray(), {}, {}.values(), {}.items(), set(), range(1), range(2**70), memoryview(b''))) + (
    type(reversed([])), type(reversed({})), type(iter(len, 1)), enumerate, zip, map, filter, types.GeneratorType, reversed, type(reversed({}.values())), type(reversed({}.items())))
ADDRESS = re.compile(r'0x[0-9a-f]{4,}(?=[ >]|$)')

def islice(x, n=12):
    return itertools.islice(x, n)

def cut(text):
    text = ADDRESS.sub('0x...', text).replace('/usr/local/lib/python3.12/', '/lib/python312.zip/')
    return text if len(text) <= LIMIT else text[:LIMIT] + '...' + str(len(text)) + text[-20:]

def describe(x, depth=0):
    t = type(x)
    if t is int:
        return 'int ' + (str(x) if x.bit_length() < 2000 else hex(x)[:60] + '...' + str(x.bit_length()))
    if depth > 4:
        return t.__name__ + '...'
    if t is list or t is tuple:
        return t.__name__ + '(' + ', '.join(describe(y, depth + 1) for y in x[:30]) + ('' if len(x) <= 30 else ', ... %d' % len(x)) + ')'
    if t is set or t is frozenset:
        return t.__name__ + '{' + ', '.join(sorted(describe(y, depth + 1) for y in x)) + '}'
    if t.__repr__ in (set.__repr__, frozenset.__repr__) and t.__iter__ in (set.__iter__, frozenset.__iter__):
        return t.__name__ + '{' + ', '.join(sorted(describe(y, depth + 1) for y in x)) + '}'
    if t is dict:
        return 'dict{' + ', '.join(describe(k, depth + 1) + ': ' + describe(v, depth + 1) for k, v in itertools.islice(x.items(), 30)) + '}'
    if t in ITERATORS:
        out = []
        try:
            for y in itertools.islice(x, 15):
                out.append(describe(y, depth + 1))
        except BaseException as e:
            out.append(failure(e))
        return t.__name__ + '<' + ', '.join(out) + '>'
    try:
        return t.__name__ + ' ' + cut(ascii(x))
    except BaseException as e:
        return t.__name__ + ' has no repr: ' + failure(e)

def failure(e, depth=0):
    parts = [type(e).__name__]
    try:
        parts.append(cut(ascii(str(e))) if type(e).__str__ in KNOWN else 'own str')
    except BaseException as again:
        parts.append('str fails: ' + type(again).__name__ + ' ' + cut(ascii(str(again))))
    notes = getattr(e, '__notes__', None)
    if notes:
        parts.append('notes ' + cut(ascii(notes)))
    if depth < 3:
        if e.__cause__ is not None:
            parts.append('cause (' + failure(e.__cause__, depth + 1) + ')')
        elif e.__context__ is not None and not e.__suppress_context__:
            parts.append('context (' + failure(e.__context__, depth + 1) + ')')
    return ' '.join(parts)
KNOWN = {e.__str__ for e in vars(__builtins__).values() if isinstance(e, type) and issubclass(e, BaseException)}

class Quiet(io.StringIO):
    pass

def run_case(source):
    log = []
    def attempt(f):
        try:
            log.append(f())
        except BaseException as e:
            log.append(failure(e))
    names = {'__name__': 'case', 'log': log, 'attempt': attempt, 'islice': islice}
    told = []
    warnings.showwarning = lambda message, category, *rest: told.append(category.__name__ + ' ' + str(message))
    warnings.simplefilter('always')
    out = []
    try:
        code = compile(source, '<case>', 'exec')
    except SyntaxError as e:
        return 'does not compile: ' + cut(ascii(str(e)))
    except BaseException as e:
        return 'does not compile: ' + failure(e)
    try:
        exec(code, names)
    except BaseException as e:
        out.append('raises ' + failure(e))
    for name in 'rabcdmq':
        if name in names:
            out.append(name + '=' + describe(names[name]))
    if log:
        out.append('log=' + describe(log))
    if told:
        out.append('warned ' + cut(ascii(told)))
    return '; '.join(out) or 'nothing'

def run_batch(text, write):
    stdout, stderr = sys.stdout, sys.stderr
    hook = sys.unraisablehook
    for n, source in enumerate(text.split('\n\x1e\n')):
        sys.stdout = sys.stderr = Quiet()
        sys.unraisablehook = lambda u: None
        try:
            line = run_case(source)
        finally:
            sys.stdout, sys.stderr = stdout, stderr
            sys.unraisablehook = hook
        write('%d %s\n' % (n, line.replace('\n', '\\n')))
`;
