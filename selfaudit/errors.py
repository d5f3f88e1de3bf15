"""Every deliberate error. The command line prints each as one sentence and a next step, and no traceback.

SelfAuditError            exit 2: could not finish
├─ ConsentWithheld        exit 3: nothing was read
├─ PolicyError            the policy pack: which file, which line, what was expected
├─ SnapshotError          a snapshot or result that cannot be read (broken, or from a newer version)
├─ CaptureError           the live door
│  ├─ BrowserMissing      no browser on this computer that can be used
│  ├─ SignInAbandoned     the window was closed, the time ran out, or the sign-in was refused
│  └─ SiteUnreachable     no network, or no such site
├─ ImportFailed           saved pages and exports that hold nothing that can be read
├─ Interrupted            the person stopped it; says how to go on
└─ StorageError           the private folder cannot be written, or a path is not ours to erase
"""


class SelfAuditError(Exception):
    """A problem worth telling the person about.

    Attributes:
        sentence: what happened, in one plain sentence.
        next_step: what the person can do about it; empty when there is nothing to add.
    """

    exit_code = 2

    def __init__(self, sentence: str, next_step: str = "") -> None:
        super().__init__(f"{sentence} {next_step}".strip())
        self.sentence = sentence
        self.next_step = next_step


class ConsentWithheld(SelfAuditError):
    """The person said no, or nobody was there to say yes."""

    exit_code = 3


class PolicyError(SelfAuditError):
    """A policy pack that cannot be used; the sentence names the file and the line."""


class SnapshotError(SelfAuditError):
    """A snapshot or result file that cannot be read."""


class CaptureError(SelfAuditError):
    """The live door could not finish."""


class BrowserMissing(CaptureError):
    """No browser was found."""


class SignInAbandoned(CaptureError):
    """Nobody signed in."""


class SiteUnreachable(CaptureError):
    """The site did not answer."""


class ImportFailed(SelfAuditError):
    """Nothing readable was found in the files given."""


class Interrupted(SelfAuditError):
    """The person stopped it; the sentence says what is kept."""


class StorageError(SelfAuditError):
    """A folder could not be made private, written, or erased."""
