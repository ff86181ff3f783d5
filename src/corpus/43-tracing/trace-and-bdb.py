import sys, trace, bdb
def f(n):
    t = 0
    for i in range(n):
        t += i
    return t
t = trace.Trace(count=1, trace=1, ignoredirs=[sys.prefix, sys.exec_prefix])
print(t.runfunc(f, 2))
r = t.results()
print(sorted((k[1], v) for k, v in r.counts.items() if k[0].endswith('main.py')))
t = trace.Trace(count=0, trace=0, countfuncs=1)
t.runfunc(f, 1)
print(sorted(k[2] for k in t.results().calledfuncs if 'main' in k[0]))
t = trace.Trace(count=0, trace=0, countcallers=1)
t.runfunc(f, 1)
class D(bdb.Bdb):
    def user_call(self, frame, args): print('call', frame.f_code.co_name)
    def user_line(self, frame): print('line', frame.f_lineno, self.get_stack(frame, None)[1] >= 0)
    def user_return(self, frame, v): print('return', v)
    def user_exception(self, frame, e): print('exc', e[0].__name__)
d = D()
d.runcall(f, 1)
d.run('a = 1\nb = f(0)', globals())
print(d.runeval('f(1)', globals()))
d.set_break(__file__, 5)
print(d.get_all_breaks() == {__file__: [5]})
class Q(bdb.Bdb):
    n = 0
    def user_line(self, frame):
        self.n += 1; print('at', frame.f_lineno)
        if self.n > 2: self.set_quit()
        else: self.set_step()
try: Q().runcall(f, 3)
except bdb.BdbQuit as e: print('quit')
else: print('no quit')
