"""The thread that reads and writes for the phone pages, so that the event loop does not wait for the database.

One, because Python runs one at a time anyway: measured with 1 000 phones that join at once, two take half as long again
with handing over to each other. Votes have a thread of their own.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar

Result = TypeVar("Result")
_THREAD: Final = ThreadPoolExecutor(max_workers=1, thread_name_prefix="phone-pages")


async def on_page_thread(work: Callable[[], Result]) -> Result:
    """What `work` returns or raises."""
    return await asyncio.get_running_loop().run_in_executor(_THREAD, work)
