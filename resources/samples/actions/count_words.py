"""
title: Count Words
author: OWUI Deployer
version: 1.0.0
description: A button below an answer that says how many words it has.
"""


class Action:
    async def action(self, body: dict, __event_emitter__=None) -> None:
        messages = body.get("messages", [])
        words = len(str(messages[-1].get("content", "")).split()) if messages else 0
        if __event_emitter__:
            await __event_emitter__(
                {"type": "status", "data": {"description": f"{words} words", "done": True}}
            )
