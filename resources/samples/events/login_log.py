"""
title: Login Log
author: OWUI Deployer
version: 1.0.1
required_open_webui_version: 0.10.0
description: Writes a line to the server's log for every account event, such as a sign-in.
"""

import logging

from pydantic import BaseModel, Field

log = logging.getLogger("login_log")


class Event:
    class Valves(BaseModel):
        prefix: str = Field(default="auth.", description="Events whose name starts so are written down.")

    def __init__(self):
        self.valves = self.Valves()

    async def event(self, event: dict, __event_name__: str = "") -> None:
        if __event_name__.startswith(self.valves.prefix):
            who = (event.get("actor") or {}).get("id", "unknown")
            log.info("%s by %s", __event_name__, who)
