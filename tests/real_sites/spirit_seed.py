"""Runs inside a real Spirit (``manage.py shell -c``): writes what ``content`` names into its database."""
# ruff: noqa: F821, PTH123 - the program around it sets `content`

import json
from datetime import UTC, datetime
from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from spirit.category.models import Category
from spirit.comment.forms import CommentImageForm
from spirit.comment.models import Comment
from spirit.core.conf import settings
from spirit.core.utils.markdown import Markdown
from spirit.topic.models import Topic
from spirit.topic.private.models import TopicPrivate

with open(content) as file:
    described = json.load(file)
users = {}
for person in described["people"]:
    user = get_user_model().objects.create_user(
        person["username"], email=person["email"], password=described["password"]
    )
    user.first_name, _, user.last_name = person.get("name", "").partition(" ")
    user.save()
    user.st.location, user.st.is_verified = person.get("location", ""), True
    user.st.save()
    users[person["username"]] = user


def taken_in(picture: Path) -> str:
    """Where the board keeps a picture that its own form was given."""
    given = SimpleUploadedFile(picture.name, picture.read_bytes(), "image/jpeg")
    form = CommentImageForm(user=users[described["letter"]], files={"image": given})
    assert form.is_valid(), form.errors
    return form.save().url


kept = {Path(picture).name: taken_in(Path(picture)) for picture in described["pictures"]}


def said(topic: Topic, author: object, text: str, time: datetime) -> None:
    """A post, as the board's own form would keep it."""
    for name, address in kept.items():
        text = text.replace(f"]({name})", f"]({address})")
    html = Markdown().render(text)
    comment = Comment.objects.create(user=author, topic=topic, comment=text, comment_html=html)
    Comment.objects.filter(pk=comment.pk).update(date=time)
    topic.increase_comment_count()


category = Category.objects.create(title="Staff room")
for thread in described["threads"]:
    first = thread["posts"][0]
    topic = Topic.objects.create(user=users[first["author"]], category=category, title=thread["title"])
    for post in thread["posts"]:
        said(topic, users[post["author"]], post["text"], datetime.fromisoformat(post["time"]))
letter = Topic.objects.create(
    user=users[described["letter"]],
    category=Category.objects.get(pk=settings.ST_TOPIC_PRIVATE_CATEGORY_PK),
    title="A letter",
)
said(letter, users[described["letter"]], "Between you and me.", datetime.now(UTC))
for user in list(users.values())[:2]:
    TopicPrivate.objects.create(user=user, topic=letter)
