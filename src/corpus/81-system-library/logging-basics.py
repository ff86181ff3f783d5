import io, logging, sys
out = io.StringIO()
h = logging.StreamHandler(out); h.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(funcName)s:%(lineno)d:%(message)s"))
log = logging.getLogger("app.sub"); log.addHandler(h); log.setLevel(logging.DEBUG); log.propagate = False
def f(): log.warning("warn %s %d", "x", 5); log.info("info"); log.debug("d"); log.log(35, "custom")
f()
try: 1 / 0
except ZeroDivisionError: log.exception("failed")
log.error("bad args %d", "x") if False else log.error("dict %(a)s", {"a": 1}); log.critical("c", extra={"k": 1})
print(out.getvalue())
print(logging.getLevelName(10), logging.getLevelName("ERROR"), logging.getLevelName(35), log.getEffectiveLevel(), log.isEnabledFor(5), log.parent.name, logging.getLogger("app.sub") is log, logging.root.level, repr(log))
class Flt(logging.Filter):
    def filter(self, r): return "keep" in r.getMessage()
log.addFilter(Flt()); out.truncate(0); out.seek(0); log.error("drop"); log.error("keep it"); print(out.getvalue())
logging.disable(logging.ERROR); log.error("keep no"); log.critical("keep yes"); logging.disable(logging.NOTSET); print(out.getvalue())
for code in ("log.setLevel('NOPE')", "logging.getLogger(5)", "log.log('x', 'm')", "logging.Formatter('%(x', style='?')", "logging.basicConfig(foo=1)"):
    try: eval(code)
    except Exception as e: print(type(e).__name__, e)
logging.getLogger("unconfigured").warning("to stderr by last resort")
logging.addLevelName(7, "SEVEN"); print(logging.getLevelName(7), logging.Formatter("{message}", style="{").format(logging.makeLogRecord({"msg": "hi"})))
