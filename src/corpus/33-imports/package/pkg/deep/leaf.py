from .. import VERSION
from ..helper import help_me
from . import NAME


def where():
    return f"{__name__} {VERSION} {NAME} {help_me()}"
