"""
title: Echo
id: echo_pipe
author: OWUI Deployer
version: 1.9.0
description: A model that answers with what it was asked. Good for trying filters and actions.
"""

from pydantic import BaseModel, Field


class Pipe:
    class Valves(BaseModel):
        prefix: str = Field(default="You said: ", description="Put in front of the answer.")

    def __init__(self):
        self.valves = self.Valves()

    def pipes(self) -> list[dict]:
        return [{"id": "echo", "name": "Echo"}]

    def pipe(self, body: dict) -> str:
        messages = body.get("messages", [])
        return self.valves.prefix + str(messages[-1].get("content", "") if messages else "")
