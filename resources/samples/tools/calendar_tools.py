"""
title: Calendar Tools
author: OWUI Deployer
version: 0.2.4
description: Lets a model ask for the weekday of a date and for the days between two dates.
"""

from datetime import date


class Tools:
    def weekday(self, day: str) -> str:
        """
        Names the weekday of a date.

        :param day: the date, as 2026-01-31
        """
        return date.fromisoformat(day).strftime("%A")

    def days_between(self, first: str, last: str) -> int:
        """
        Counts the days from one date to another.

        :param first: the earlier date, as 2026-01-31
        :param last: the later date, as 2026-01-31
        """
        return (date.fromisoformat(last) - date.fromisoformat(first)).days
