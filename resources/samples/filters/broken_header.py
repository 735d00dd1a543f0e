""" title: Broken Header
author: OWUI Deployer
Version: 2.0.0
description: A header that a person can read, but Open WebUI cannot. The list says why and how to mend it.
"""


class Filter:
    def inlet(self, body: dict) -> dict:
        return body
