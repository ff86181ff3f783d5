# logging: levels, handlers, formatters, filters, exceptions, configuration.
import io
import logging
import logging.config
import logging.handlers
import sys

logging.basicConfig(stream=sys.stdout, format="%(levelname)s:%(name)s:%(message)s", level=logging.DEBUG)
logging.debug("debug %d", 1)
logging.info("info %s", "text")
logging.warning("warning %(a)s", {"a": 5})
log = logging.getLogger("one.two")
print(log, log.parent, log.getEffectiveLevel(), logging.getLevelName(25), logging.getLevelName("ERROR"))
log.error("error")
try:
    1 / 0
except ZeroDivisionError:
    log.exception("with a traceback")
log.critical("critical", extra={"who": "me"})
log.setLevel(logging.ERROR)
log.warning("not shown")
print(log.isEnabledFor(logging.WARNING), log.hasHandlers())
stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("{levelname:>8} {funcName} {message}", style="{"))
quiet = logging.getLogger("quiet")
quiet.propagate = False
quiet.addHandler(handler)


def inside():
    quiet.warning("from %s", "inside")


inside()
quiet.addFilter(lambda record: "secret" not in record.getMessage())
quiet.warning("a secret")
quiet.warning("no such thing")
print(stream.getvalue())
memory = logging.handlers.MemoryHandler(10, flushLevel=logging.ERROR, target=handler)
quiet.handlers = [memory]
quiet.info("kept")
quiet.warning("kept too")
print(repr(stream.getvalue().count("kept")))
quiet.error("all of it")
print(stream.getvalue().count("kept"))
try:
    log.error("too few %s %s", 1)
except TypeError as error:
    print(error)
logging.addLevelName(15, "VERBOSE")
log.setLevel(15)
log.log(15, "my own level")
adapter = logging.LoggerAdapter(log, {"user": "x"})
adapter.error("adapted")
logging.config.dictConfig(
    {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"short": {"format": "%(name)s|%(message)s"}},
        "handlers": {"out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "short"}},
        "loggers": {"configured": {"handlers": ["out"], "level": "INFO", "propagate": False}},
    }
)
logging.getLogger("configured").info("by dictionary")
logging.getLogger("configured").debug("too low")
logging.disable(logging.CRITICAL)
logging.critical("disabled")
logging.disable(logging.NOTSET)
with open("app.log", "w"):
    pass
file = logging.handlers.RotatingFileHandler("app.log", maxBytes=40, backupCount=1)
rotating = logging.getLogger("rotating")
rotating.propagate = False
rotating.addHandler(file)
for i in range(6):
    rotating.warning("message number %d", i)
file.close()
print(open("app.log").read(), open("app.log.1").read())
record = logging.makeLogRecord({"msg": "made %s", "args": ("up",), "levelno": 30})
print(record.getMessage(), record)
print(logging.Formatter("%(message)s").format(record))
try:
    logging.Formatter("%(message)")
except ValueError as error:
    print(error)
print(logging.root.handlers, logging.lastResort)
