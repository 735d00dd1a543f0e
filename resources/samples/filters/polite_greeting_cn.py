"""
title: 礼貌问候
id: polite_greeting
author: OWUI Deployer
version: 1.2.0
description: 在对话的第一条消息前加上一句简短的问候。
license: MIT
"""

from pydantic import BaseModel, Field


class Filter:
    class Valves(BaseModel):
        greeting: str = Field(default="你好！", description="开头说的话。")
        priority: int = Field(default=0, description="数字小的过滤器先运行。")

    def __init__(self):
        self.valves = self.Valves()

    def inlet(self, body: dict) -> dict:
        messages = body.get("messages", [])
        if len(messages) == 1 and isinstance(messages[0].get("content"), str):
            messages[0]["content"] = f"{self.valves.greeting} {messages[0]['content']}"
        return body
