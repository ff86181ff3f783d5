import sys, importlib, types
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__qualname__, e, getattr(e, 'name', None), getattr(e, 'path', None))
t(lambda: __import__('')); t(lambda: __import__(5)); t(lambda: __import__('x', level=-1)); t(lambda: __import__('nope')); t(lambda: __import__('nope.sub')); t(lambda: __import__('sys.path')); t(lambda: __import__('x', level=1)); t(lambda: __import__('x', {}, level=1)); t(lambda: __import__('x', {'__package__': 'p'}, level=1)); t(lambda: __import__('x', {'__package__': 'a'}, level=3)); t(lambda: __import__('x', {'__package__': 5}, level=1)); t(lambda: __import__('os.path').__name__); t(lambda: __import__('os.path', fromlist=['join']).__name__); t(lambda: importlib.import_module('nope')); t(lambda: importlib.import_module('.x')); t(lambda: importlib.import_module('collections.abc').__name__)
def i(s):
    try: exec(s, {}); print('ok')
    except BaseException as e: print(type(e).__qualname__, e, getattr(e, 'name', None), getattr(e, 'path', None))
i('from sys import nope'); i('import nope.x'); i('from . import x'); i('from .. import x'); i('from sys import *'); i('import os.nope')
sys.modules['blocked'] = None; i('import blocked'); sys.modules['odd'] = 5; i('import odd; print(odd)'); i('from odd import real, nope')
m = types.ModuleType('made', 'doc'); m.a = 1; m.__all__ = ['a', 'b']; sys.modules['made'] = m; i('from made import *'); m.__all__ = ['a']; i('from made import *; print(a)'); i('from made import zzz'); print(m, m.__doc__, m.__spec__)
class Finder:
    @staticmethod
    def find_spec(name, path, target=None):
        print('asked', name, path)
        if name == 'virt': return importlib.util.spec_from_loader(name, Loader())
class Loader:
    def create_module(self, spec): return None
    def exec_module(self, module): module.x = 42
import importlib.util
sys.meta_path.insert(0, Finder)
import virt; print(virt.x, virt.__spec__.name, virt.__loader__.__class__.__name__)
i('import really_not'); sys.meta_path.pop(0)
print(sys.__spec__.origin, sys.__loader__, importlib.__spec__.origin[-22:], importlib.util.find_spec('os').origin, importlib.util.find_spec('nope'), __spec__, __name__)
import os; print(os.__spec__.has_location, os.__spec__.loader, os.__file__[-6:])
print(importlib.util.MAGIC_NUMBER, importlib.util.cache_from_source('/a/b.py'), importlib.util.source_from_cache('/a/__pycache__/b.cpython-312.pyc'), importlib.util.source_hash(b'abc'), 1)
