"""How to save one's own pages of X from a browser."""

from __future__ import annotations

HOW = """\
1. Sign in to x.com in your browser and open your own profile (“Profile” in the menu).
2. Scroll slowly to the end of your posts. X takes away what has scrolled past, so a recording holds more than
   a saved page: press F12, choose “Network”, load the page again, scroll, and save all as a HAR file.
3. Do the same on the tabs “Replies” and “Media”, and on your lists “Following” and “Followers”.
4. Open Settings and privacy, then Privacy and safety, while the recording still runs.
5. Open a private window, do not sign in, open https://x.com/ followed by your own name, and save the page
   (Ctrl+S, “web page, complete”). It shows what a stranger sees: a few posts of X's own choice.
6. Keep the files to yourself: a recording can hold what lets others in. Delete it after the import, and sign
   out of X on that browser once.
"""
