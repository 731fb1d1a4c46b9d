"""Parses written by hand, a lexicon of a few words, and short ways to say what was read from them.

A sentence is written as a gloss: words, tags and relations stand in columns::

    parsed('''
        Norland urged/urge Sudria  to    vote    .
        NNP/GPE VBD        NNP/GPE TO    VB      .
        nsubj:2 ROOT       dobj:2  aux:5 xcomp:2 punct:2
    ''')

A word may be followed by its lemma, or by ``~`` where no space follows it, a tag by the label of its entity or
(``VBD=AUX``) by a part of speech that does not follow from it, and a relation by the number of its head. A long
sentence goes on after an empty line. Equal labels side by side are one entity; each argument of ``parsed`` is a
paragraph.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import spacy
from spacy.tokens import Doc as SpacyDoc

from kg import annotate, data
from kg.extract.attribution import attributions
from kg.extract.entities import entities
from kg.extract.events import events
from kg.extract.factuality import of_noun, of_state, of_verb
from kg.extract.predication import is_stative
from kg.extract.tree import tree
from kg.extract.triggers import triggers
from kg.model import Block, BlockKind, Certainty, Modality, Polarity, RoleName
from kg.model import Span as TextSpan
from kg.ontology import CueClass, Lexeme, Lexicon, Stance, State
from kg.ontology.lexicon import load

if TYPE_CHECKING:
    from datetime import date

    from kg.extract.tree import Doc, Token
    from kg.model import Attribution, EntityMention, EventMention, Parse

VOCAB = spacy.blank("en").vocab

# ------------------------------------------------------------------------------------------------ parses

_POS = {
    "CC": "CCONJ",
    "CD": "NUM",
    "DT": "DET",
    "EX": "PRON",
    "IN": "ADP",
    "JJ": "ADJ",
    "JJR": "ADJ",
    "JJS": "ADJ",
    "MD": "AUX",
    "NN": "NOUN",
    "NNP": "PROPN",
    "NNPS": "PROPN",
    "NNS": "NOUN",
    "PDT": "DET",
    "POS": "PART",
    "PRP": "PRON",
    "PRP$": "PRON",
    "RB": "ADV",
    "RBR": "ADV",
    "RP": "ADP",
    "TO": "PART",
    "UH": "INTJ",
    "VB": "VERB",
    "VBD": "VERB",
    "VBG": "VERB",
    "VBN": "VERB",
    "VBP": "VERB",
    "VBZ": "VERB",
    "WDT": "PRON",
    "WP": "PRON",
    "WRB": "SCONJ",
    "$": "SYM",
}
_AUXILIARY = {"aux", "auxpass"}
_CLOSES = set(".,;:?!”’)%") | {"'s", "’s", "n't", "n’t", "'d", "'ll"}
_OPENS = set("“‘($€£")


class Column(NamedTuple):
    """One token of a gloss; ``head`` counts from 1 within its paragraph, 0 for a root."""

    word: str
    lemma: str
    tag: str
    pos: str
    entity: str
    relation: str
    head: int
    glued: bool


def part_of_speech(tag: str, relation: str, lemma: str) -> str:
    """The part of speech that follows from tag, relation and lemma."""
    if tag.startswith("V") and (relation in _AUXILIARY or lemma == "be"):
        return "AUX"
    if tag == "IN" and relation == "mark":
        return "SCONJ"
    if tag == "RB" and relation == "neg":
        return "PART"
    if tag == "TO" and relation in {"prep", "dative"}:
        return "ADP"
    return _POS.get(tag, "PUNCT")


def columns(gloss: str) -> list[Column]:
    """The tokens of a gloss."""
    lines = [line.split() for line in gloss.splitlines() if line.strip()]
    found = []
    for words, tags, relations in zip(lines[::3], lines[1::3], lines[2::3], strict=True):
        for cell, marked, placed in zip(words, tags, relations, strict=True):
            glued = cell.endswith("~")
            word, _, lemma = cell.rstrip("~").partition("/")
            plain, _, pos = marked.partition("=")
            tag, _, entity = plain.partition("/")
            relation, _, head = placed.partition(":")
            lemma = lemma or word.lower()
            pos = pos or part_of_speech(tag, relation, lemma)
            found.append(Column(word, lemma, tag, pos, entity, relation, int(head or 0), glued))
    return found


class Parsed(NamedTuple):
    """A text and the parses of its blocks."""

    text: str
    parses: tuple[Parse, ...]


def parsed(*glosses: str) -> Doc:
    """The tree of the parse that glosses show, one block a gloss."""
    return tree(*parse(*glosses))


def parse(*glosses: str) -> Parsed:
    """The parse that glosses show, one block a gloss, as ``annotate`` hands it over."""
    text, parses = "", []
    for gloss in glosses:
        text += "\n\n" if text else ""
        doc = spacy_doc(gloss)
        block = Block(kind=BlockKind.PARAGRAPH, span=TextSpan(len(text), len(text) + len(doc.text)))
        parses.append(annotate.parse(doc, block))
        text += doc.text
    return Parsed(text, tuple(parses))


def spacy_doc(gloss: str) -> SpacyDoc:
    """The parse that a gloss shows, as spaCy's own."""
    tokens = columns(gloss)
    for token in tokens:
        above = [token]
        while above[-1].head and len(above) <= len(tokens) + 1:
            above.append(tokens[above[-1].head - 1])
            if above[-1] is above[-2]:
                break
        assert len(above) <= len(tokens) + 1, f"the heads above {token.word!r} go round in a circle"
    return SpacyDoc(
        VOCAB,
        words=[t.word for t in tokens],
        spaces=[_spaced(one, other) for one, other in zip(tokens, [*tokens[1:], None], strict=True)],
        lemmas=[t.lemma for t in tokens],
        tags=[t.tag for t in tokens],
        pos=[t.pos for t in tokens],
        deps=[t.relation for t in tokens],
        heads=[(t.head or n) - 1 for n, t in enumerate(tokens, 1)],
        ents=_entities(tokens),
    )


def _spaced(token: Column, following: Column | None) -> bool:
    if following is None:
        return False
    return following.word not in _CLOSES and token.word not in _OPENS and not token.glued


def _entities(tokens: list[Column]) -> list[str]:
    before = ["", *(t.entity for t in tokens)]
    return [
        f"{'I' if b == t.entity else 'B'}-{t.entity}" if t.entity else "O" for t, b in zip(tokens, before, strict=False)
    ]


def token(doc: Doc, word: str) -> Token:
    """The first token that is written ``word``."""
    return next(each for each in doc if each.text == word)


# ------------------------------------------------------------------------------------------------ lexicon

_CLASSES = {
    "say": "yes asserted certain positive no",
    "allege": "yes alleged certain positive no",
    "deny": "yes asserted certain negative no",
    "believe": "yes asserted probable positive no",
    "doubt": "yes asserted possible negative no",
    "expect": "yes asserted probable positive yes",
    "reject": "yes asserted certain negative no",
    "know": "yes asserted certain positive no",
    "suggest": "yes requested possible positive no",
    "request": "yes requested unknown positive yes",
    "promise": "yes promised certain positive yes",
    "threaten": "yes threatened probable positive yes",
    "plan": "yes promised probable positive yes",
    "want": "yes asserted unknown positive yes",
    "try": "no asserted unknown positive no",
    "fail": "no asserted certain negative no",
    "prevent": "no asserted certain negative no",
    "manage": "no asserted certain positive no",
    "allow": "no asserted unknown positive no",
    "seem": "no asserted probable positive no",
    "ask-whether": "yes asserted unknown positive no",
    "probable": "no asserted probable positive yes",
    "possible": "no asserted possible positive no",
    "able": "no asserted unknown positive no",
    "foil": "no asserted unknown positive no",
    "escape": "no asserted certain negative no",
    "factive": "no asserted certain positive no",
    "judge": "yes asserted certain positive no",
}
_VERBS = {
    "say": "say tell claim announce report",
    "allege": "accuse allege",
    "deny": "deny",
    "believe": "believe think",
    "doubt": "doubt",
    "expect": "expect",
    "reject": "reject",
    "know": "know regret",
    "suggest": "suggest",
    "request": "urge ask demand request order call+on call+for tell+to",
    "promise": "promise pledge agree",
    "threaten": "threaten",
    "plan": "plan decide",
    "want": "want hope",
    "try": "try attempt",
    "fail": "fail refuse decline",
    "prevent": "prevent",
    "foil": "foil",
    "escape": "dodge escape",
    "manage": "manage begin help inspire",
    "factive": "amaze",
    "allow": "allow",
    "seem": "seem",
    "ask-whether": "wonder investigate",
}
_NOUNS = {
    "say": "claim report",
    "know": "fact evidence",
    "allege": "allegation",
    "believe": "fear",
    "request": "request demand plea",
    "promise": "promise",
    "plan": "plan effort",
    "fail": "failure",
    "factive": "habit recognition",
}
_ADJECTIVES = {
    "able": "able",
    "deny": "false",
    "fail": "unable",
    "know": "true",
    "possible": "possible",
    "probable": "likely",
}
_FOR = {"factive": "thank", "manage": "fine"}
_OBJECTS = {"judge": "criticise"}
_RESULT = {"manage": "rise"}
_CUES = {"verb": _VERBS, "noun": _NOUNS, "adj": _ADJECTIVES, "for": _FOR, "object": _OBJECTS, "result": _RESULT}
_HEDGES = {
    "adj": {
        "alleged": "alleged possible positive no",
        "reported": "alleged possible positive no",
        "planned": "promised probable positive yes",
    },
    "adv": {
        "reportedly": "alleged possible positive no",
        "perhaps": "asserted possible positive no",
        "almost": "asserted unknown positive no",
        "not": "asserted certain negative no",
        "n't": "asserted certain negative no",
        "never": "asserted certain negative no",
    },
    "det": {"no": "asserted certain negative no", "few": "asserted probable negative no"},
    "modal": {
        "will": "asserted certain positive yes",
        "would": "asserted probable positive yes",
        "may": "asserted possible positive no",
        "might": "asserted possible positive no",
        "can": "asserted possible positive no",
        "could": "asserted possible positive no",
        "must": "requested unknown positive yes",
        "should": "requested unknown positive yes",
        "have to": "requested unknown positive yes",
        "be to": "promised probable positive yes",
        "go to": "promised probable positive yes",
    },
    "mark": {
        "if": "conditional unknown positive no",
        "unless": "conditional unknown positive no",
        "whether": "asserted unknown positive no",
        "before": "asserted unknown positive no",
        "before did": "asserted probable positive no",
        "until": "asserted unknown positive yes",
    },
    "prep": {
        "without": "asserted certain negative no",
        "instead of": "asserted certain negative no",
        "rather than": "asserted certain negative no",
        "short of": "asserted certain negative no",
    },
}


def _stance(words: str) -> Stance:
    modality, certainty, polarity, future = words.split()
    return Stance(
        modality=Modality(modality),
        certainty=Certainty(certainty),
        polarity=Polarity(polarity),
        future=future == "yes",
    )


def _cues() -> dict[tuple[str, str], CueClass]:
    classes = {}
    for name, row in _CLASSES.items():
        attributes, stance = row.split(maxsplit=1)
        classes[name] = CueClass(name=name, attributes=attributes == "yes", stance=_stance(stance))
    return {
        (word.replace("+", " "), pos): classes[name]
        for pos, table in _CUES.items()
        for name, words in table.items()
        for word in words.split()
    }


def _lexeme(pattern: str, kind: str) -> Lexeme:
    verb, particle, thing, prep, prep_object = pattern.split("|")
    type_, _, mode = kind.partition("-")
    return Lexeme(
        verb=verb,
        particle=particle,
        object=thing,
        prep=prep,
        prep_object=prep_object,
        type=type_ or None,
        mode=mode or None,
    )


# verb | particle | object | preposition | its object
_LEXEMES = {
    "attack||||": "ASSAULT",
    "agree||||": "AGREE",
    "call|on|||": "REQUEST",
    "capture||@GPE||": "ASSAULT",
    "complain||||": "ACCUSE",
    "decline||to comment||": "",
    "find||guilty||": "ACCUSE",
    "order||||": "REQUEST",
    "refuse||||": "REJECT",
    "release||||": "RETREAT-release",
    "return||*|to|": "RETREAT-release",
    "summon||||": "REQUEST",
    "threaten||||": "THREATEN",
    "withdraw||troops||": "RETREAT-withdraw",
    "deport||||": "COERCE-deport",
    "go|after|||": "",
    "give||||": "AID",
    "give||$||": "AID-economic",
    "hold||||": "RETREAT",
    "impose||&sanction||": "SANCTION",
    "meet||||": "CONSULT",
    "negotiate||||": "CONSULT",
    "urge||||": "REQUEST",
    "vote|||against|&treaty": "REJECT",
    "vote||||": "CONSULT",
}

# (word, relation) → type of the clause or object, or a kind of types → what the word makes of it
_HANDOVERS = {
    ("agree", "clause"): {"conflict": "THREATEN", "any": "AGREE"},
    ("call", "purpose"): {"ACCUSE": "="},
    ("continue", "clause"): {"any": "="},
    ("decline", "clause"): {"any": "REJECT"},
    ("issue", "participle"): {"any": "="},
    ("launch", "object"): {"any": "="},
    ("order", "object"): {"any": "="},
    ("plan", "noun"): {"conflict": "THREATEN"},
    ("refuse", "clause"): {"any": "REJECT"},
    ("say", "speech"): {"AGREE": "AGREE", "THREATEN": "THREATEN", "ACCUSE": "ACCUSE"},
    ("summon", "purpose"): {"ACCUSE": "="},
    ("threaten", "clause"): {"any": "THREATEN"},
    ("willing", "adj"): {"any": "AGREE"},
    ("will", "modal"): {"cooperation": "AGREE", "conflict": "THREATEN"},
    ("will not", "modal"): {"cooperation": "REJECT"},
}


def _noun_entry(noun: str, thing: str, kind: str) -> Lexeme:
    return _lexeme(f"{noun}||{thing}||", kind)


_ROLES = frozenset({"envoy", "minister", "rebel", "refugee", "soldier", "spokesman"})
_COLLECTIVES = {"company": "body", "government": "body", "union": "body", "police": "group"}

LEXICON = Lexicon(
    lexemes={
        verb: tuple(_lexeme(p, kind) for p, kind in _LEXEMES.items() if p.split("|")[0] == verb)
        for verb in {p.split("|")[0] for p in _LEXEMES}
    },
    nouns={
        "truce": (_noun_entry("truce", "", "RETREAT-ceasefire"),),
        "attack": (_noun_entry("attack", "verbal", "ACCUSE"),),
    },
    handovers=_HANDOVERS,
    handing=frozenset(word for word, _ in _HANDOVERS),
    sets={
        "&sanction": frozenset({"sanction", "embargo"}),
        "&treaty": frozenset({"treaty", "peace deal"}),
        "&container": frozenset({"dozen"}),
        "&undertaking": frozenset({"campaign"}),
    },
    confidence={("any", "any", "any"): 0.8, ("verb", "alone", "plain"): 0.9},
    lemmas={"’s": "be", "overthrew": "overthrow"},
    nominals={
        "attack": "attack",
        "debate": "meet",
        "demand": "demand",
        "support": "support",
        "death": "die",
        "deportation": "deport",
        "meeting": "meet",
        "plea": "plead",
        "release": "release",
        "request": "request",
        "strike": "strike",
        "talks": "negotiate",
        "withdrawal": "withdraw",
    },
    adjectives={
        "dead": State(action="die", role=RoleName.ACTOR, polarity=Polarity.POSITIVE),
        "unbeaten": State(action="beat", role=RoleName.RECIPIENT, polarity=Polarity.NEGATIVE),
        "unlicensed": State(action="license", role=RoleName.RECIPIENT, polarity=Polarity.NEGATIVE),
    },
    occurring=frozenset({"begin", "end", "take", "be"}),
    bringing_about=frozenset({"carry", "hold", "launch"}),
    event_bound=frozenset({"victim"}),
    neg_raisers=frozenset({"believe", "think", "want"}),
    light_verbs={
        ("make", "demand"): "demand",
        ("take", "position"): None,
        ("hold", "talks"): "negotiate",
        ("carry out", "attack"): "attack",
    },
    cues=_cues(),
    hedges={(word, pos): _stance(row) for pos, table in _HEDGES.items() for word, row in table.items()},
    role_nouns=_ROLES,
    reciprocals={"meet": False, "negotiate": True, "hold talks": True},
    motions=frozenset({"travel", "flee"}),
    answers=frozenset({"reject"}),
    collectives=_COLLECTIVES,
    parties=_ROLES | _COLLECTIVES.keys(),
    places=frozenset({"town", "border"}),
    transfers={"give": True, "pay": False, "send": True},
    takings=frozenset({"demand", "seize"}),
    supports=frozenset({"launch", "impose"}),
    impersonal=frozenset({"seem"}),
    words={
        "also of a situation": frozenset({"release"}),
        "armed": frozenset({"soldier"}),
        "done to parties": frozenset({"free", "release"}),
        "near": frozenset({"with"}),
        "things": frozenset({"problem"}),
        "written": frozenset({"letter"}),
    },
    adverbials={"for": {"starters": True, "time": False}, "on": {"air": True, "show": False}},
    multiwords={"come": frozenset({"clean"}), "set": frozenset({"in stone"}), "stop": frozenset({"short"})},
    idioms={"bite": frozenset({"bullet"}), "make": frozenset({"big deal"})},
)

# ------------------------------------------------------------------------------------------------ what was read


def stance(doc: Doc, word: str, *, lexicon: Lexicon = LEXICON) -> str:
    """How ``word`` is put forward, in words: "certain", "not certain", "requested unknown future"."""
    trigger = token(doc, word)
    read = of_noun if trigger.pos_ in {"NOUN", "PROPN"} else of_state if is_stative(trigger) else of_verb
    reading = read(trigger, lexicon)
    words = [
        reading.modality.value if reading.modality is not Modality.ASSERTED else "",
        "not" if reading.polarity is Polarity.NEGATIVE else "",
        reading.certainty.value,
        "future" if reading.future else "",
    ]
    return " ".join(each for each in words if each)


@cache
def words_of_the_package() -> Lexicon:
    """The lexicon of ``ontology/``."""
    return load(data.folder("ontology"))


def read_as(doc: Doc, word: str) -> str:
    """``stance`` by the words of ``ontology/``."""
    return stance(doc, word, lexicon=words_of_the_package())


def undecided(doc: Doc, word: str) -> bool:
    """Whether no rule tells, by the words of ``ontology/``, how far the verb ``word`` is put forward."""
    trigger = token(doc, word)
    read = of_noun if trigger.pos_ == "NOUN" else of_verb
    return read(trigger, words_of_the_package()).undecided


def mentions(doc: Doc) -> dict[int, EntityMention]:
    """The entity mentions by the index of their head."""
    return entities(doc, LEXICON)


def event(doc: Doc, word: str, *, published: date | None = None) -> EventMention:
    """The event whose trigger is written ``word``."""
    trigger = token(doc, word)
    found = events(doc, mentions(doc), triggers(doc, LEXICON), LEXICON, published=published)
    return next(each for each in found if each.span.start == trigger.idx)


def events_of_the_package(doc: Doc) -> tuple[EventMention, ...]:
    """The events of a parse by the words of ``ontology/``."""
    lexicon = words_of_the_package()
    return tuple(events(doc, entities(doc, lexicon), triggers(doc, lexicon), lexicon, published=None))


def roles(doc: Doc, word: str) -> list[str]:
    """The roles of the event at ``word``, in the order of the text: "actor: the minister"."""
    return [f"{role.name.value}: {role.span.of(doc.text)}" for role in event(doc, word).roles]


def concerned(doc: Doc, word: str) -> list[str]:
    """Whom the event at ``word`` concerns without their taking part, nearest first."""
    return [role.span.of(doc.text) for role in event(doc, word).concerned]


def claims(doc: Doc) -> list[Attribution]:
    """The attributions of a parse."""
    return attributions(doc, mentions(doc), triggers(doc, LEXICON), LEXICON)


def said(doc: Doc) -> list[str]:
    """The attributions in words: "Norland | said | the treaty stands", with … between stretches, ? for nobody."""
    return [
        f"{_of(a.authority, doc, '?')} | {_of(a.cue, doc, '-')} | {' … '.join(part.of(doc.text) for part in a.content)}"
        for a in claims(doc)
    ]


def _of(span: TextSpan | None, doc: Doc, nothing: str) -> str:
    return span.of(doc.text) if span is not None else nothing
