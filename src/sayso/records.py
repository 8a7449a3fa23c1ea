"""
The records that pass from room to room.

All are frozen; a stage takes records and gives new ones. Spans are `(start, end)` in characters of
`Report.text`, end exclusive. Field names of `Reading` and below are the JSON contract: they may gain
company, never change. Leaves are made by the thousand and cannot form cycles, so the garbage collector
is told to leave them alone.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from msgspec import Struct

from sayso.moments import Closing, Publication
from sayso.time_records import Anchor as Anchor
from sayso.time_records import DateRange as DateRange
from sayso.time_records import Span as Span
from sayso.time_records import Spans as Spans
from sayso.time_records import Time as Time
from sayso.time_records import When as When

EVENT_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
STATUSES = ("actual", "denied", "planned", "threatened", "requested", "possible", "conditional")
SOURCE_TYPES = (
    "named_person", "anonymous_official", "anonymous_other", "organisation", "media",
    "document", "poll", "social_media", "unspecified",
)  # fmt: skip
STANCES = (
    "assert", "confirm", "deny", "accuse", "threaten", "promise", "request", "order",
    "predict", "ask", "believe",
)  # fmt: skip
COMMITMENT_KINDS = ("threat", "warning", "promise", "order", "demand", "refusal")

ENTITY_TYPES = (
    "person", "organization", "country", "nationality", "place", "facility", "armed_group", "title",
    "outlet", "document", "event", "time", "other",
)  # fmt: skip
"""Classes of named entities; a title is an office beside or without a person's name."""
BODIES: frozenset[str] = frozenset({"organization", "armed_group", "outlet"})
"""Classes of entities that are many people acting as one."""

SegmentKind = Literal["title", "deck", "byline", "dateline", "caption", "paragraph", "notice"]

BOILERPLATE: frozenset[str] = frozenset({"byline", "caption", "notice"})
"""Kinds of segment that are set aside and yield no facts."""


class Skipped(Struct, frozen=True, gc=False):
    """Something that was not read, and why; `span` where it lies inside the text."""

    what: str
    why: str
    span: Span | None = None


class Report(Struct, frozen=True, kw_only=True):
    """
    One published item.

    `text` is what was given, character for character; where the title came in a field of its own it
    is title, blank line, text. `id` is content-derived: the first 16 hex digits of the SHA-256 over
    outlet, published, url and text (see `acquire.identity`). `published` is aware, or None.
    `published_from` names the field and rule that gave it; `publication` tells all that is known of it.
    `closings` are what a notice on the page tells of when the outlet does not publish.
    """

    id: str
    text: str
    key: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    dateline: str | None = None
    published: datetime | None = None
    published_from: str | None = None
    language: str = "en"
    url: str | None = None
    notes: tuple[Skipped, ...] = ()
    publication: Publication | None = None
    closings: tuple[Closing, ...] = ()


class Acquired(Struct, frozen=True):
    """A report with the bytes it came from; `origin` is a path, a URL or "-", `line` counts from 1."""

    report: Report
    raw: bytes
    media_type: str
    origin: str
    line: int | None = None


class Refused(Struct, frozen=True):
    """Input that gave no report; `error` is the coded message of a SaysoError."""

    origin: str
    error: str
    line: int | None = None
    raw: bytes | None = None


# ------------------------------------------------------------------ annotate
class Word(Struct, frozen=True, gc=False):
    """A syntactic word; `head` is an index into `Annotated.words`, -1 for the root of its sentence."""

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str
    sentence: int


class Sentence(Struct, frozen=True, gc=False):
    """Words `[first, last)` of one sentence; `segment` indexes `Annotated.segments`."""

    start: int
    end: int
    first: int
    last: int
    segment: int


class Segment(Struct, frozen=True, gc=False):
    """A stretch of the page; only title, deck, dateline and paragraph yield facts."""

    kind: SegmentKind
    start: int
    end: int


class Entity(Struct, frozen=True, gc=False):
    """A named entity over words `[first, last)`; `type` is one of `ENTITY_TYPES`."""

    start: int
    end: int
    first: int
    last: int
    type: str


class Frame(Struct, frozen=True, gc=False):
    """
    One attribution as the engine sees it, in word ranges `[first, last)`.

    `score` in 0..1 is how sure the engine is of it: of source, cue and content together.
    """

    cue: tuple[tuple[int, int], ...]
    source: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    score: float


class Argument(Struct, frozen=True, gc=False):
    """
    What a predicate is about, over words `[first, last)`, with its PropBank role: ARG0 (who does it),
    ARG1 (what is affected), ARG2 to ARG4, ARGM-TMP, ARGM-LOC, ARGM-NEG...; "R-" before a role is a
    relative pronoun for it, "C-" the rest of it. `head` is the argument's head word.
    """

    role: str
    first: int
    last: int
    head: int


class Predicate(Struct, frozen=True, gc=False):
    """
    A word that tells a happening or a state: a verb, or a noun such as "strike" or "talks".

    `factuality` is how surely the text has it that it happened, from -3 (certainly not) over 0
    (unknown) to 3 (certainly); `score` in 0..1 the engine's confidence that it is a predicate. `deed` is the
    PLOVER type the engine takes it for, `chance` in 0..1 how likely that is, against all others and none.
    """

    word: int
    arguments: tuple[Argument, ...]
    factuality: float
    score: float
    deed: str | None = None
    chance: float = 0.0


class Mention(Struct, frozen=True, gc=False):
    """
    A phrase that stands for something, over words `[first, last)`: a name, a noun phrase, a pronoun.

    `type` is GUM's entity type (person, organization, place, event, object, abstract, time, ...).
    Mentions of one `chain` stand for the same thing; None where nothing else in the report does.
    """

    start: int
    end: int
    first: int
    last: int
    head: int
    type: str
    chain: int | None = None


class Annotated(Struct, frozen=True):
    """What one pass of the language engine says of a report."""

    report: Report
    segments: tuple[Segment, ...]
    sentences: tuple[Sentence, ...]
    words: tuple[Word, ...]
    entities: tuple[Entity, ...]
    frames: tuple[Frame, ...]
    skipped: tuple[Skipped, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    mentions: tuple[Mention, ...] = ()


# ------------------------------------------------------------------ the reading
UNSURE = 0.5
"""Confidence below which an attribution is shown as unsure."""


class Attribution(Struct, frozen=True, kw_only=True, gc=False):
    """
    Source, cue and content (PARC 3, PolNeAR), the level above it, and what kind of saying it is.

    `source_role` is the office or role the report gives the source ("Interior Minister"), in its words.
    `confidence` in 0..1 is the chance that all three are right; below `UNSURE` it is shown as unsure.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    parent: str | None = None
    source_type: str = "unspecified"
    source_actor: str = "---"
    source_name: str | None = None
    source_role: str | None = None
    refers_to: Spans = ()
    quote: str = "indirect"
    stance: str = "assert"
    hedges: tuple[str, ...] = ()
    also: bool = False
    confidence: float = 1.0


class EventPlace(Struct, frozen=True, gc=False):
    """The narrowest place told; coordinates in degrees (WGS 84), None where unknown."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


class EventSpans(Struct, frozen=True, gc=False):
    """The words each part of an event rests on."""

    actor: Spans = ()
    recipient: Spans = ()
    date: Spans = ()
    place: Spans = ()
    through: Spans = ()


Bounds = tuple[int, int | None]
"""At least and at most so many people; None where there is no upper bound ("more than 30")."""


class Sizes(Struct, frozen=True, gc=False):
    """How many people were killed, hurt, arrested, and took part (PLOVER `size`); None where untold."""

    dead: Bounds | None = None
    injured: Bounds | None = None
    arrested: Bounds | None = None
    crowd: Bounds | None = None


class Codes(Struct, frozen=True, gc=False):
    """A CAMEO code, its Goldstein value (GDELT's table) and PLOVER's own score, both from -10 to 10."""

    cameo: str
    goldstein: float
    score: float


class Why(Struct, frozen=True, gc=False):
    """
    What gave an event its type and its status. `type` names the frame or the vote; `status` the rule, and
    `words` are what it saw; no words where nothing in the text speaks against its having happened.
    """

    type: str
    status: str = "told as fact"
    words: Spans = ()


class Event(Struct, frozen=True, kw_only=True, gc=False):
    """
    A PLOVER event. `mentions` best first; `chain` runs from the outermost attribution to the innermost,
    which is `according_to`; `date` first and last day. `quad` is 1 verbal cooperation, 2 material
    cooperation, 3 verbal conflict, 4 material conflict; `contexts` PLOVER's, what the event is about;
    `through` who carries it out or passes it on for the actor.
    """

    id: str
    mentions: Spans
    type: str
    status: str
    mode: str | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    according_to: str | None = None
    chain: tuple[str, ...] = ()
    date: DateRange | None = None
    place: EventPlace | None = None
    quad: int | None = None
    contexts: tuple[str, ...] = ()
    sizes: Sizes | None = None
    codes: Codes | None = None
    through: tuple[str, ...] = ()
    why: Why | None = None
    when: When | None = None
    spans: EventSpans = EventSpans()


class CommitmentSpans(Struct, frozen=True, gc=False):
    """The words the parties of a commitment rest on."""

    by: Spans = ()
    to: Spans = ()


class Commitment(Struct, frozen=True, kw_only=True, gc=False):
    """
    A threat, warning, promise, order, demand or refusal; `date` is when it was said, `deadline` the day by
    which it is due, `when` what gave them.
    """

    id: str
    kind: str
    by: str = "---"
    to: str = "---"
    condition: Spans = ()
    consequence: Spans = ()
    attribution: str | None = None
    date: DateRange | None = None
    deadline: str | None = None
    event: str | None = None
    when: When | None = None
    spans: CommitmentSpans = CommitmentSpans()


class Place(Struct, frozen=True, gc=False):
    """
    A place name found in the text. `kind` is country, region, district, town or site; the place may lie
    `precision` kilometres off the point; `disputed` are those who claim the territory; `via` says why it was
    taken for this place and no other of the name.
    """

    span: Span
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    kind: str | None = None
    precision: float | None = None
    disputed: tuple[str, ...] = ()
    via: str = ""


class ActorMention(Struct, frozen=True, gc=False):
    """Words that stand for an actor; `via` says why they were taken for it."""

    span: Span
    actor: str
    name: str
    via: str


class Learned(Struct, frozen=True, gc=False):
    """
    A person whom the report introduces and the register does not know: the words of the name, the actor
    code, and the office in the report's words. It counts for other reports only once the user takes it over.
    """

    span: Span
    name: str
    actor: str
    office: str = ""


class Coded(Struct, frozen=True):
    """Events and commitments by their words alone: spans are set, actor codes, dates and places are not."""

    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    attributions: tuple[Attribution, ...] = ()


class Reading(Struct, frozen=True, kw_only=True):
    """All that one report yields; the JSON of `sayso read --json`."""

    report: Report
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    times: tuple[Time, ...] = ()
    anchored: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    boilerplate: Spans = ()
    skipped: tuple[Skipped, ...] = ()
    sentences: Spans = ()
    version: str = ""
    learned: tuple[Learned, ...] = ()


# ------------------------------------------------------------------ over a ledger
class Telling(Struct, frozen=True, kw_only=True):
    """
    One report's telling of a claim. `stance` is "for" or "against"; `chain` holds the names of the
    sources from the outlet down to the innermost; `sentence` quotes the report.
    """

    report: str
    start: int
    end: int
    stance: str
    outlet: str | None = None
    published: datetime | None = None
    event: str | None = None
    chain: tuple[str, ...] = ()
    sentence: str = ""
    copy_of: str | None = None


class Figure(Struct, frozen=True):
    """A number told about a claim (killed, injured, ...), with who stands behind it."""

    value: str
    origins: tuple[int, int]
    independent: tuple[int, int]
    contested: bool


class Claim(Struct, frozen=True, kw_only=True):
    """One event as told by any number of reports; a count of reports never without its origins."""

    id: str
    type: str
    status: str
    spans: tuple[Telling, ...]
    newsrooms: int
    origins: tuple[int, int]
    independent: tuple[int, int]
    depends_on: tuple[str, ...] = ()
    contested: bool = False
    figures: tuple[Figure, ...] = ()
    reports: int = 0
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    date: DateRange | None = None
    place: EventPlace | None = None
    title: str = ""


class Standing(Struct, frozen=True, kw_only=True):
    """
    A commitment as it stands on a day, over all reports that tell it.

    `state`: armed, approaching, tripped, kept, expired, withdrawn.
    """

    id: str
    kind: str
    by: str
    to: str
    state: str
    issued: DateRange | None
    condition: str
    consequence: str
    deadline: str | None
    spans: tuple[Telling, ...]
    independent: tuple[int, int]
    origins: tuple[int, int] = (0, 0)
    reports: int = 0
    why: str = ""
