"""The live door: the person's own browser, opened, walked through and always closed again.

`capture.capture` is the way in. `finding` needs no Playwright; the other modules do when they are used.
"""
