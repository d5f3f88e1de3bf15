"""How to save one's own pages of LinkedIn from a browser."""

from __future__ import annotations

HOW = """\
1. Sign in to linkedin.com in your browser and open https://www.linkedin.com/in/me/. Wait until it has loaded,
   scroll to the end, and save it (Ctrl+S, “web page, complete”).
2. Open “Show all activity” on that page, scroll to the end, and save it too.
3. Open https://www.linkedin.com/public-profile/settings and save it. It has a switch for each section that
   people see who are not signed in.
4. Open “My network”, then “Connections”, scroll to the end, and save it.
5. Open a private window, do not sign in, open the address of your profile, and save what comes. If LinkedIn
   asks for a sign-in, close it and leave it at that: it says nothing about how public your profile is.
6. LinkedIn's own download (Settings & Privacy, then Data privacy, then “Get a copy of your data”) holds your
   posts and connections completely.
"""
