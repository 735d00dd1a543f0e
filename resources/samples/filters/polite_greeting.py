"""
title: Polite Greeting
id: polite_greeting
author: OWUI Deployer
version: 1.2.0
description: Adds a short greeting in front of the first message of a chat.
license: MIT
"""

from pydantic import BaseModel, Field


class Filter:
    class Valves(BaseModel):
        greeting: str = Field(default="Hello!", description="What is said first.")
        priority: int = Field(default=0, description="Filters with a lower number run first.")

    def __init__(self):
        self.valves = self.Valves()

    def inlet(self, body: dict) -> dict:
        messages = body.get("messages", [])
        if len(messages) == 1 and isinstance(messages[0].get("content"), str):
            messages[0]["content"] = f"{self.valves.greeting} {messages[0]['content']}"
        return body
