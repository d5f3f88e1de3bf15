"""How to save one's own page of Snapchat from a browser."""

from __future__ import annotations

HOW = """\
1. Open a private window of your browser. Do not sign in.
2. Open https://www.snapchat.com/@ followed by your own user name, and save what comes (Ctrl+S, “web page,
   complete”). It shows all that the web shows of you: your public profile, or that you have none.
3. Your friends, chats and privacy settings stand in the phone's app only. selfaudit asks you about the
   settings; have the phone at hand.
4. Snapchat's own download (accounts.snapchat.com, then “My Data”, as JSON) lists your friends.
"""
