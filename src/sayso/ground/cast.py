"""The actors of one report, read from top to bottom: names taught once hold for the rest of it."""

from __future__ import annotations

from sayso.ground import agents
from sayso.ground.focus import Focus, country_of
from sayso.ground.names import Found, surname
from sayso.ground.page import Page
from sayso.ground.phrases import (
    BODIES,
    MEDIA,
    PLACES,
    PRODUCTS,
    UNKNOWN,
    VAGUE,
    Mention,
    PlacedPhrase,
    coded,
    counting,
    country,
    country_in,
    generic,
    owning,
    person_on,
    sector_in,
)
from sayso.ground.pronouns import antecedent
from sayso.ground.sides import sides

_PARTS = ("compound", "flat", "nummod", "amod", "det", "case", "punct", "fixed", "goeswith")
_HEADS = ("NOUN", "PROPN", "PRON", "NUM", "DET", "X", "ADJ")


class Cast:
    """Mentions by the head of their phrase; `learned` maps a name taught by the report to its mention."""

    def __init__(self, page: Page, found: list[Found], speakers: dict[int, int] | None = None) -> None:
        self.page = page
        self.focus = Focus(page, found)
        self.learned: dict[str, Mention] = {}
        self.mentions: list[Mention] = []
        self._speakers = speakers or {}
        self._day = page.day.isoformat() if page.day else ""
        self._memo: dict[int, Mention | None] = {}
        self._busy: set[int] = set()
        self._spots: dict[int, Found] = {}
        self._by_sentence: dict[int, list[Found]] = {}
        for name in found:
            self._by_sentence.setdefault(page.words[name.first].sentence, []).append(name)
            for number in range(name.first, name.last):
                self._spots[number] = name
        for number in range(len(page.words)):
            if self._heads(number):
                self.at(number)

    def _heads(self, number: int) -> bool:
        word = self.page.words[number]
        if word.upos not in ("NOUN", "PROPN", "PRON"):
            return (
                number in self._spots and word.text[:1].isupper() and self.page.deprel(number) not in _PARTS
            )
        return self.page.deprel(number) not in _PARTS and word.deprel != "nmod:desc"

    def at(self, number: int) -> Mention | None:
        """The mention whose phrase has this head, or None."""
        if number in self._memo:
            return self._memo[number]
        known = number in self._spots or self.page.words[number].upos in _HEADS
        if number in self._busy or not known:
            return None
        self._busy.add(number)
        mention = self._read(number)
        self._busy.discard(number)
        self._memo[number] = mention
        if mention is not None:
            self.mentions.append(mention)
        return mention

    def _read(self, head: int) -> Mention | None:
        word = self.page.words[head]
        if word.upos in ("PRON", "DET") and head not in self._spots:
            return self._pronoun(head)
        phrase = PlacedPhrase(self.page, head, self._by_sentence.get(word.sentence, []), self._spots)
        mention = (
            self._named(phrase)
            or sides(self, phrase)
            or self._counted(phrase)
            or self._put_out(phrase)
            or self._nation(phrase)
            or self._role(phrase)
            or self._known(phrase)
            or self._apposed(phrase)
            or self._outlet(phrase)
        )
        if mention is not None:
            self._learn(phrase, mention)
        return mention

    # -------------------------------------------------------------- the ways to read a phrase
    def _named(self, phrase: PlacedPhrase) -> Mention | None:
        """A person, body, outlet or seat of the tables at the head."""
        found = phrase.at_head("person")
        if found is not None and not self._taught(phrase):
            row = person_on(found, self._day)
            if row is not None:
                why = f"{row.office} on that date"
                return self.mention(phrase, (row.code,), row.name, why, "person", row.office)
        found = phrase.at_head("organisation", "media", "seat")
        if found is None:
            return None
        row = found.of("organisation", "media", "seat")
        if row is None:
            return None
        code = row.code
        if code.startswith(UNKNOWN) and sector_in(code) in ("LEG", "GOV", "JUD"):
            land = country(phrase, self.at) or (self.focus.near(phrase.head, sector_in(code)), "")
            code = coded(land[0], sector_in(code))
        kind = "people" if phrase.page.lowers[phrase.head].endswith("s") and row.kind == "x" else "body"
        return self.mention(phrase, (code,), row.name, f"{row.kind}: {row.name}", kind)

    def _taught(self, phrase: PlacedPhrase) -> bool:
        return self.page.words[phrase.end].text in self.learned

    def _counted(self, phrase: PlacedPhrase) -> Mention | None:
        """ "A range of senior advisers", "two of the sources": the actor is what is counted."""
        if not counting(self.page, phrase.head):
            return None
        for child in phrase.hangers:
            if phrase.preposition(child) in ("of", "among"):
                inner = self.at(child)
                if inner is not None:
                    return self.mention(phrase, inner.codes, inner.name, inner.via, inner.kind)
        noun = self.page.words[phrase.head].lemma.lower()
        if noun not in BODIES or not self._marked(phrase):
            return None
        for mention in self.before(phrase.head):
            if mention.kind != "country" and sector_in(mention.codes[0]) in BODIES[noun]:
                return self.mention(phrase, mention.codes, mention.name, f"as before: {mention.name}", "body")
        return None

    def _role(self, phrase: PlacedPhrase) -> Mention | None:
        """A role noun: sector from the noun, country from what is around it."""
        role = phrase.title
        if role is None:
            return None
        if role.last - 1 != phrase.head and not self._names_person(phrase, role):
            return None
        owner = self._whose(phrase, role)
        if owner is not None:
            return self.mention(phrase, owner[0], role.noun, owner[1], role.kind, role.noun)
        codes, via = self._nations(phrase, role)
        if not codes and self._definite(phrase):
            earlier = self._earlier(phrase, role)
            if earlier is not None:
                why = f"as before: {earlier.name}"
                return self.mention(phrase, earlier.codes, earlier.name, why, role.kind, role.noun)
        if not codes:
            apposed = self._appositions(phrase)
            if apposed is not None and apposed.codes[0] != UNKNOWN:
                land = country_in(apposed.codes)
                if land or sector_in(apposed.codes[0]) == role.sector:
                    why = f"in apposition: {apposed.name}"
                    return self.mention(phrase, apposed.codes, role.noun, why, role.kind, role.noun)
        if not codes and role.sector != "IGO":
            land = self._scene(phrase, role)
            if land is None and role.sector == "CVL" and role.noun in VAGUE:
                return None
            codes, via = (coded(land, role.sector),), "country in focus" if land else "role alone"
        codes = codes or (coded(None, role.sector),)
        return self.mention(phrase, codes, role.noun, via, role.kind, role.noun)

    def _names_person(self, phrase: PlacedPhrase, role: agents.Agent) -> bool:
        """Does a role in front of the head go with a name ("Interior Minister Adoum Tchari")?"""
        return all(
            self.page.words[k].upos in ("PROPN", "X", "PUNCT") for k in range(role.last, phrase.head + 1)
        )

    def _whose(self, phrase: PlacedPhrase, role: agents.Agent) -> tuple[tuple[str, ...], str] | None:
        """The code of the body a role belongs to, where the role itself adds nothing to it."""
        named = phrase.naming("organisation", "seat", "media")
        row = named.of("organisation", "seat", "media") if named else None
        if row is not None and named is not None and named.last <= role.first + 1:
            if row.code.startswith("IGO") or generic(phrase, role) or row.kind == "seat":
                return (row.code,), f"of {row.name}"
        if phrase.naming("adjective", "country") is not None:
            return None
        for child in owning(phrase):
            if child != phrase.owner and not self._belongs(role, phrase.preposition(child)):
                continue
            owner = self.at(child)
            if owner is None or owner.codes[0].startswith(UNKNOWN):
                continue
            strong = sector_in(owner.codes[0]) != "GOV" or owner.codes[0].startswith("IGO")
            if strong and (generic(phrase, role) or (role.noun == "party" and child == phrase.owner)):
                return owner.codes, f"of {owner.name}"
        return None

    def _belongs(self, role: agents.Agent, preposition: str) -> bool:
        """Does the preposition tell whose a role is? "For" does with those who speak for others."""
        if preposition == "for":
            return "spokes" in role.noun or role.noun in ("negotiator", "envoy", "lawyer", "representative")
        return preposition != "to"

    def _nations(self, phrase: PlacedPhrase, role: agents.Agent) -> tuple[tuple[str, ...], str]:
        """One code for each nationality in front of the noun ("Thai and Cambodian troops")."""
        lands = [name for name in phrase.names if name.of("adjective") and name.first < role.last]
        if len(lands) > 1 and all(self._coordinated(a, b) for a, b in zip(lands, lands[1:], strict=False)):
            codes = [coded(country_of(name.of("adjective")), role.sector) for name in lands]
            return tuple(dict.fromkeys(codes)), "nationalities and role"
        owned = phrase.owner is not None and not lands
        mention = self.at(phrase.owner) if owned and phrase.owner is not None else None
        if mention is not None and len(mention.codes) > 1:
            codes = [coded(code.partition(" ")[0], role.sector) for code in mention.codes]
            return tuple(dict.fromkeys(codes)), f"of {mention.name}"
        told = country(phrase, self.at)
        return ((coded(told[0], role.sector),), f"{told[1]} and role") if told else ((), "")

    def _coordinated(self, left: Found, right: Found) -> bool:
        between = self.page.lowers[left.last : right.first]
        return all(word in (",", "and", "or", "-") for word in between) and bool(between)

    def _definite(self, phrase: PlacedPhrase) -> bool:
        first = self.page.lowers[phrase.core[0]] if phrase.core else ""
        return first in ("the", "this", "that", "these", "those") or (phrase.owner is None and first not in (
            "a", "an", "some", "another", "several", "two", "three",
        ))  # fmt: skip

    def _earlier(self, phrase: PlacedPhrase, role: agents.Agent) -> Mention | None:
        """The nearest earlier mention under the same noun, or of the kind of body the noun is used for."""
        sectors = BODIES.get(role.noun, ())
        plural = self.page.words[phrase.head].xpos in ("NNS", "NNPS")
        for mention in self.before(phrase.head):
            if role.kind == "person" and mention.kind == "person" and mention.plural != plural:
                continue
            if mention.noun == role.noun or (mention.kind == "person" and self._was(mention, role.noun)):
                return mention
            if sectors and self._marked(phrase) and not self._proper(phrase) and mention.kind != "country":
                if sector_in(mention.codes[0]) in sectors or mention.codes[0].partition(" ")[0] in sectors:
                    return mention
        return None

    def before(self, head: int) -> list[Mention]:
        """Earlier mentions with a known actor, nearest first."""
        return [m for m in reversed(self.mentions) if m.last <= head and not m.codes[0].startswith(UNKNOWN)]

    def _was(self, mention: Mention, noun: str) -> bool:
        """Did the mention's own words hold the noun ("Gen. X" ... "the general")?"""
        words = self.page.lowers[mention.first : mention.last]
        return noun.split()[-1] in words and "former" not in words and "ex" not in words

    def _marked(self, phrase: PlacedPhrase) -> bool:
        first = self.page.lowers[phrase.core[0]] if phrase.core else ""
        if phrase.owner is not None and self.at(phrase.owner) is None:
            return True
        return first in ("the", "this", "that", "these", "those", "its", "their")

    def _put_out(self, phrase: PlacedPhrase) -> Mention | None:
        """A report or a statement stands for who put it out."""
        noun = self.page.words[phrase.head].lemma.lower()
        if noun not in PRODUCTS:
            return None
        made = self._maker(phrase) or (self._told_before(phrase, noun) if self._marked(phrase) else None)
        if made is None or made.codes[0] == UNKNOWN:
            return None
        return Mention(
            phrase.first, phrase.end + 1, phrase.head, made.codes, made.name, f"put out by {made.name}",
            "product", noun,
        )  # fmt: skip

    def _maker(self, phrase: PlacedPhrase) -> Mention | None:
        """Whoever a report is by: the name in front of it, its owner, or the subject that says it "in" it."""
        named = phrase.naming("media", "organisation", "seat")
        row = named.of("media", "organisation", "seat") if named else None
        if row is not None and named is not None:
            return Mention(named.first, named.last, phrase.head, (row.code,), row.name, row.name, "body", "")
        for child in [phrase.owner, *phrase.hangers]:
            if child is not None and (
                child == phrase.owner or phrase.preposition(child) in ("by", "from", "of", "in")
            ):
                if (owner := self.at(child)) is not None:
                    return owner
        for clause in self.page.kids(phrase.head, "acl"):
            for child in self.page.kids(clause, "obl"):
                if "by" in [self.page.lowers[k] for k in self.page.kids(child, "case")]:
                    return self.at(child)
        above = self.page.words[phrase.head].head
        if above >= 0 and self.page.deprel(phrase.head) == "obl":
            subject = self.page.kids(above, "nsubj")
            return self.at(subject[0]) if subject else None
        return None

    def _told_before(self, phrase: PlacedPhrase, noun: str) -> Mention | None:
        earlier = self.before(phrase.head)
        same = next((m for m in earlier if m.kind == "product" and m.noun == noun), None)
        if same is not None or noun not in ("report", "article", "account", "story", "dispatch"):
            return same
        return next((m for m in earlier if sector_in(m.codes[0]) == "MED"), None)

    def _scene(self, phrase: PlacedPhrase, role: agents.Agent) -> str | None:
        """The country in focus, for roles that belong to some country; "diplomats" may be anybody's."""
        if role.noun in VAGUE and not self._marked(phrase):
            start = phrase.core[0] if phrase.core else phrase.first
            if role.first <= start or agents.agent(self.page, role.first - 1, start) is None:
                return None
        return self.focus.near(phrase.head, role.sector)

    def _nation(self, phrase: PlacedPhrase) -> Mention | None:
        """A country, a capital that acts, or a people."""
        found = phrase.at_head("country", "capital", "people", "adjective")
        if found is None:
            return None
        name = found.of("people", "country", "capital", "adjective")
        if name is None or not (found.of("country") or name.kind != "capital" or self._acts(phrase.head)):
            return None
        if name.kind == "country" and self._located(phrase.head):
            return None
        people = name.kind == "people" or (
            name.kind == "adjective" and phrase.page.words[phrase.head].upos != "ADJ"
        )
        sector = "CVL" if people else "GOV"
        via = "capital for its government" if name.kind == "capital" else f"{name.kind} name"
        return self.mention(phrase, (coded(name.code, sector),), name.name, via, "country")

    def _acts(self, head: int) -> bool:
        """Does a capital stand where an actor stands? With a preposition of place it is a place."""
        cases = [self.page.lowers[k] for k in self.page.kids(head, "case")]
        if any(case in ("'s", "’s", "'", "’") for case in cases):
            return True
        if not cases:
            return self.page.deprel(head) in (
                "nsubj",
                "obj",
                "iobj",
                "conj",
                "root",
                "nmod",
                "appos",
                "parataxis",
            )
        return cases[0] in ("by", "with", "against", "between", "for")

    def _located(self, head: int) -> bool:
        cases = [self.page.lowers[k] for k in self.page.kids(head, "case")]
        return bool(cases) and cases[0] in ("in", "near", "across", "inside", "throughout", "at")

    def _known(self, phrase: PlacedPhrase) -> Mention | None:
        """A name the report has taught."""
        for number in (phrase.end, phrase.head):
            taught = self.learned.get(self.page.words[number].text)
            if taught is not None:
                return self.mention(phrase, taught.codes, taught.name, f"learned: {taught.name}", taught.kind)
        return None

    def _apposed(self, phrase: PlacedPhrase) -> Mention | None:
        """A name whose apposition says who it is ("X, a leader of Y")."""
        other = self._appositions(phrase)
        if other is None:
            return None
        text = self._text(phrase)
        return self.mention(phrase, other.codes, text, f"in apposition: {other.name}", other.kind)

    def _outlet(self, phrase: PlacedPhrase) -> Mention | None:
        """A name that is plainly an outlet's, though no table has it."""
        names = [k for k in phrase.core if self.page.words[k].upos == "PROPN"]
        if len(names) < 2 or not any(self.page.words[k].text in MEDIA for k in names):
            return None
        land = self._nations_of(phrase)
        text = self._text(phrase)
        return self.mention(phrase, (coded(land, "MED"),), text, "called like an outlet", "body")

    def _nations_of(self, phrase: PlacedPhrase) -> str | None:
        told = country(phrase, self.at)
        return told[0] if told else None

    def _appositions(self, phrase: PlacedPhrase) -> Mention | None:
        for child in self.page.kids(phrase.head, "appos"):
            other = self.at(child)
            if other is not None:
                return other
        return None

    def _pronoun(self, head: int) -> Mention | None:
        speaker = self._speakers.get(head)
        if speaker is not None and self.page.lowers[head] in ("i", "we", "us", "our", "my", "me"):
            source = self.at(speaker)
            if source is not None:
                return Mention(
                    head, head + 1, head, source.codes, source.name, "the speaker", source.kind, "pron"
                )
        found = antecedent(self.page, head, self.mentions)
        if found is None:
            return None
        return Mention(
            head, head + 1, head, found.codes, found.name, f"pronoun: {found.name}", found.kind, "pron"
        )

    # -------------------------------------------------------------- what a phrase teaches
    def _learn(self, phrase: PlacedPhrase, mention: Mention) -> None:
        if mention.codes[0] == UNKNOWN:
            return
        for name in self._proper(phrase):
            self.learned.setdefault(name, mention)
        for child in self.page.kids(phrase.head, "appos"):
            other = PlacedPhrase(self.page, child, [], self._spots)
            for name in self._proper(other):
                self.learned.setdefault(name, mention)

    def _proper(self, phrase: PlacedPhrase) -> list[str]:
        """The name in a phrase that the tables do not have: the last word of its run of proper names."""
        words = self.page.words
        run = [k for k in phrase.core if words[k].upos == "PROPN" and words[k].text[:1].isupper()]
        run = [k for k in run if not self._in_table(k) and agents.agent(self.page, k, k) is None]
        if not run or run[-1] < phrase.head - 1:
            return []
        text = words[run[-1]].text
        return [surname(text)] if len(text) > 2 else []

    def _in_table(self, number: int) -> bool:
        spot = self._spots.get(number)
        return spot is not None and spot.of("person") is None

    def _text(self, phrase: PlacedPhrase) -> str:
        start, end = self.page.span(phrase.first, phrase.end + 1)
        return self.page.text[start:end]

    def mention(
        self, phrase: PlacedPhrase, codes: tuple[str, ...], name: str, via: str, kind: str, noun: str = ""
    ) -> Mention:
        word = self.page.words[phrase.head]
        plural = word.xpos in ("NNS", "NNPS")
        return Mention(
            phrase.first, max(phrase.end + 1, phrase.head + 1), phrase.head, codes, name, via, kind,
            noun or word.lemma.lower(), plural,
        )  # fmt: skip


def places_of(found: list[Found]) -> list[Found]:
    """The names that can be places."""
    return [name for name in found if name.of(*PLACES)]
