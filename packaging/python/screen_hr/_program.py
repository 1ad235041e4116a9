"""Where the program is."""

import shutil
import sysconfig
from pathlib import Path


def program() -> str:
    """The path of the program that came with this module, else of the one on the search path.

    Raises `FileNotFoundError` where there is none.
    """
    name = "screen-hr" + (sysconfig.get_config_var("EXE") or "")
    beside = Path(sysconfig.get_path("scripts"), name)
    found = str(beside) if beside.is_file() else shutil.which(name)
    if found is None:
        raise FileNotFoundError(f"there is no `{name}` beside Python or on the search path: install `screen-hr`")
    return found
