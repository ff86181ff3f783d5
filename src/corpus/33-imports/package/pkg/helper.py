print("helper runs, package", __package__)


def help_me():
    from .deep import NAME
    from . import VERSION
    return f"helped by {NAME} {VERSION}"
