"""The pipeline component that asks the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selfaudit.detectors.language.model.answers import Model, ModelMissing

if TYPE_CHECKING:
    from spacy.tokens import Doc

ANSWER_KEY, BARS_KEY = "answer", "bars"


class Hearing:
    """Leaves the model's answer in ``user_data``; without a model none, and ``missing`` says why."""

    def __init__(self) -> None:
        self.missing: str | None = None
        self._model: Model | None = None
        try:
            self._model = Model()
        except ModelMissing as error:
            self.missing = str(error)

    @property
    def version(self) -> str:
        """Which weights answer."""
        return str(self._model.facts["sha256"]) if self._model else "none"

    def __call__(self, doc: Doc) -> Doc:
        """The same document, with its answer."""
        if self._model and doc.text.strip():
            doc.user_data[ANSWER_KEY] = self._model.ask(doc.text)
            doc.user_data[BARS_KEY] = self._model.facts["bars"]
        return doc
