"""
title: Long Answer Note
author: OWUI Deployer
version: 0.3.1
description: Says at the end of a long answer how many words it has.
"""

from pydantic import BaseModel, Field


class Filter:
    class Valves(BaseModel):
        words: int = Field(default=300, description="An answer with more words gets a note.")

    def __init__(self):
        self.valves = self.Valves()
        self.toggle = True  # a switch beside the chat input

    def outlet(self, body: dict) -> dict:
        for message in body.get("messages", [])[-1:]:
            content = message.get("content")
            count = len(content.split()) if isinstance(content, str) else 0
            if message.get("role") == "assistant" and count > self.valves.words:
                message["content"] = f"{content}\n\n*{count} words*"
        return body
