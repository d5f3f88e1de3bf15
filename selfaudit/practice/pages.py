"""The pages that people read: home, profile, a single post, photos, friends, settings."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from selfaudit.practice import payload, seeing
from selfaudit.practice.house import House, to_the_wall
from selfaudit.practice.payload import Json


class Pages:
    """Every page but the sign-in."""

    def __init__(self, house: House) -> None:
        self._house, self._world = house, house.world

    def routes(self) -> list[Route]:
        """The addresses of the pages."""
        me = f"/{self._world.profile.handle}"
        return [
            Route("/", self.home),
            Route("/settings/privacy", self.settings),
            Route(me, self.profile),
            Route(f"{me}/photos", self.photos),
            Route(f"{me}/friends", self.friends),
            Route(me + "/posts/{post}", self.post),
            Route("/{handle}", self.somebody),
        ]

    async def home(self, request: Request) -> Response:
        """The page after signing in."""
        if not self._house.owner(request):
            return RedirectResponse("/login", 303)
        return self._house.page(request, "home.html", requests=self._world.requests)

    async def profile(self, request: Request) -> Response:
        """The top of the profile and the first page of posts."""
        owner = self._house.owner(request)
        held, following = seeing.page_of_posts(self._world, None, owner=owner)
        posts = [payload.post(self._world, post, owner=owner) for post in held]
        data: Json = {"person": payload.person(self._world.profile), "posts": posts, "next": following}
        if owner:
            data["post_count"] = len(self._world.posts)
        return self._house.page(request, "profile.html", data=data)

    async def post(self, request: Request) -> Response:
        """One post with all its comments; a stranger finds only what strangers are shown."""
        owner = self._house.owner(request)
        shown = seeing.posts_for(self._world, owner=owner)
        held = next((post for post in shown if post.id == request.path_params["post"]), None)
        if held is None:
            return self._house.missing(request) if owner else to_the_wall(request)
        post = payload.post(self._world, held, owner=owner)
        comments = [payload.comment(self._world, held, each) for each in held.comments]
        data = {
            "person": payload.person(self._world.profile),
            "posts": [{**post, "comments": comments, "more_comments": None}],
        }
        return self._house.page(request, "post.html", data=data)

    async def photos(self, request: Request) -> Response:
        """All photos that this visitor is shown."""
        shown = seeing.photos_for(self._world, owner=self._house.owner(request))
        photos = [payload.photo(self._world, photo, post) for photo, post in shown]
        data = {"person": payload.person(self._world.profile), "photos": photos}
        return self._house.page(request, "photos.html", data=data)

    async def friends(self, request: Request) -> Response:
        """The first page of friends, for those who are signed in."""
        if not self._house.owner(request):
            return to_the_wall(request)
        held, following = seeing.page_of_friends(self._world, None)
        data = {
            "person": payload.person(self._world.profile),
            "friends": [payload.friend(friend) for friend in held],
            "next": following,
            "friend_count": len(self._world.friends),
        }
        return self._house.page(request, "friends.html", data=data)

    async def settings(self, request: Request) -> Response:
        """The privacy settings."""
        if not self._house.owner(request):
            return to_the_wall(request)
        settings = [payload.setting(setting) for setting in self._world.settings]
        return self._house.page(request, "settings.html", data={"settings": settings})

    async def somebody(self, request: Request) -> Response:
        """Somebody else's profile: closed to a stranger, and next to empty for a friend."""
        handle = request.path_params["handle"]
        people = self._world.friends + self._world.requests
        person = next((other for other in people if other.handle == handle), None)
        if person is None:
            return self._house.missing(request)
        if not self._house.owner(request):
            return to_the_wall(request)
        return self._house.page(request, "somebody.html", person=person)
