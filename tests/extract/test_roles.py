"""Who plays which part in an event."""

from __future__ import annotations

from kg.model import RoleName
from tests.extract.conftest import event, parsed, roles

# ------------------------------------------------------------------------------------------------ subject and object


def test_active() -> None:
    """The subject acts, the object that is a party receives."""
    doc = parsed("""
        Norland attacked/attack Sudria  .
        NNP/GPE VBD             NNP/GPE .
        nsubj:2 ROOT            dobj:2  punct:2
    """)
    assert roles(doc, "attacked") == ["actor: Norland", "recipient: Sudria"]


def test_object_that_is_a_thing() -> None:
    """An object that cannot act is the theme."""
    doc = parsed("""
        Norland signed/sign the   treaty .
        NNP/GPE VBD         DT    NN     .
        nsubj:2 ROOT        det:4 dobj:2 punct:2
    """)
    assert roles(doc, "signed") == ["actor: Norland", "theme: the treaty"]


def test_passive_with_agent() -> None:
    """In the passive, the subject receives and the agent acts."""
    doc = parsed("""
        Sudria      was/be    attacked/attack by      Norland .
        NNP/GPE     VBD       VBN             IN      NNP/GPE .
        nsubjpass:3 auxpass:3 ROOT            agent:3 pobj:4  punct:3
    """)
    assert roles(doc, "attacked") == ["recipient: Sudria", "actor: Norland"]


def test_passive_without_agent() -> None:
    """A passive without agent has no actor."""
    doc = parsed("""
        Sudria      was/be    attacked/attack .
        NNP/GPE     VBD       VBN             .
        nsubjpass:3 auxpass:3 ROOT            punct:3
    """)
    assert roles(doc, "attacked") == ["recipient: Sudria"]


def test_passive_with_a_place() -> None:
    """What stands after another preposition is no agent."""
    doc = parsed("""
        The   envoy       was/be    attacked/attack in     Sudria  .
        DT    NN          VBD       VBN             IN     NNP/GPE .
        det:2 nsubjpass:4 auxpass:4 ROOT            prep:4 pobj:5  punct:4
    """)
    assert roles(doc, "attacked") == ["recipient: The envoy", "place: Sudria"]


def test_intransitive() -> None:
    """A verb alone has an actor only."""
    doc = parsed("""
        The   envoy   left/leave .
        DT    NN      VBD        .
        det:2 nsubj:3 ROOT       punct:3
    """)
    assert roles(doc, "left") == ["actor: The envoy"]


def test_expletive() -> None:
    """The "it" of "it is … to" acts not."""
    doc = parsed("""
        It      is/be a     duty   to    protect the   refugees/refugee .
        PRP     VBZ   DT    NN     TO    VB      DT    NNS              .
        nsubj:2 ROOT  det:4 attr:2 aux:6 xcomp:2 det:8 dobj:6           punct:2
    """)
    assert roles(doc, "protect") == ["recipient: the refugees"]


def test_object_shared_by_two_verbs() -> None:
    """An object after the second of two verbs is the first one's too."""
    doc = parsed("""
        Norland armed/arm and  trained/train the   rebels/rebel .
        NNP/GPE VBD       CC   VBD           DT    NNS          .
        nsubj:2 ROOT      cc:2 conj:2        det:6 dobj:4       punct:2
    """)
    assert roles(doc, "armed") == ["actor: Norland", "recipient: the rebels"]


def test_object_of_the_second_verb_only() -> None:
    """Where the second verb has a subject of its own, its object is not shared."""
    doc = parsed("""
        Norland left/leave and  Sudria  trained/train the   rebels/rebel .
        NNP/GPE VBD        CC   NNP/GPE VBD           DT    NNS          .
        nsubj:2 ROOT       cc:2 nsubj:5 conj:2        det:7 dobj:5       punct:5
    """)
    assert roles(doc, "left") == ["actor: Norland"]


# ------------------------------------------------------------------------------------------------ coordination


def test_coordinated_subjects() -> None:
    """Each of several subjects acts."""
    doc = parsed("""
        Norland and  Estia   attacked/attack Sudria  .
        NNP/GPE CC   NNP/GPE VBD             NNP/GPE .
        nsubj:4 cc:1 conj:1  ROOT            dobj:4  punct:4
    """)
    assert roles(doc, "attacked") == ["actor: Norland", "actor: Estia", "recipient: Sudria"]


def test_coordinated_objects() -> None:
    """Each of several objects receives."""
    doc = parsed("""
        Norland attacked/attack Sudria  and  Estia   .
        NNP/GPE VBD             NNP/GPE CC   NNP/GPE .
        nsubj:2 ROOT            dobj:2  cc:3 conj:3  punct:2
    """)
    assert roles(doc, "attacked") == ["actor: Norland", "recipient: Sudria", "recipient: Estia"]


def test_coordinated_verbs() -> None:
    """Each verb has its own object and the common subject."""
    doc = parsed("""
        Norland attacked/attack Sudria  and  expelled/expel the   envoy  .
        NNP/GPE VBD             NNP/GPE CC   VBD            DT    NN     .
        nsubj:2 ROOT            dobj:2  cc:2 conj:2         det:7 dobj:5 punct:2
    """)
    assert roles(doc, "attacked") == ["actor: Norland", "recipient: Sudria"]
    assert roles(doc, "expelled") == ["actor: Norland", "recipient: the envoy"]


# ------------------------------------------------------------------------------------------------ control


def test_who_is_urged_does() -> None:
    """Urged X to do it: X acts."""
    doc = parsed("""
        Norland urged/urge Sudria  to    admit   the   refugees/refugee .
        NNP/GPE VBD        NNP/GPE TO    VB      DT    NNS              .
        nsubj:2 ROOT       dobj:2  aux:5 xcomp:2 det:7 dobj:5           punct:2
    """)
    assert roles(doc, "admit") == ["actor: Sudria", "recipient: the refugees"]


def test_what_is_urged_is_the_theme() -> None:
    """The infinitive is the theme of the urging, and an event of its own."""
    doc = parsed("""
        Norland urged/urge Sudria  to    admit   the   refugees/refugee .
        NNP/GPE VBD        NNP/GPE TO    VB      DT    NNS              .
        nsubj:2 ROOT       dobj:2  aux:5 xcomp:2 det:7 dobj:5           punct:2
    """)
    assert roles(doc, "urged") == ["actor: Norland", "recipient: Sudria", "theme: admit"]
    theme = next(role for role in event(doc, "urged").roles if role.name is RoleName.THEME)
    assert theme.event == event(doc, "admit").span
    assert theme.words.of(doc.text) == "to admit the refugees"


def test_who_promises_does() -> None:
    """Promised X to do it: X does not act."""
    doc = parsed("""
        Norland promised/promise Sudria  to    admit   the   refugees/refugee .
        NNP/GPE VBD              NNP/GPE TO    VB      DT    NNS              .
        nsubj:2 ROOT             dobj:2  aux:5 xcomp:2 det:7 dobj:5           punct:2
    """)
    assert roles(doc, "admit") == ["actor: Norland", "recipient: the refugees"]


def test_who_is_called_on() -> None:
    """The party after *on* receives the call and is to act."""
    doc = parsed("""
        Norland called/call on     Sudria  to    admit   the   refugees/refugee .
        NNP/GPE VBD         IN     NNP/GPE TO    VB      DT    NNS              .
        nsubj:2 ROOT        prep:2 pobj:3  aux:6 xcomp:2 det:8 dobj:6           punct:2
    """)
    assert roles(doc, "called") == ["actor: Norland", "recipient: Sudria", "theme: admit"]
    assert roles(doc, "admit") == ["actor: Sudria", "recipient: the refugees"]


def test_who_is_to_do_what_is_demanded() -> None:
    """The subject of a demanded clause receives the demand."""
    doc = parsed("""
        Norland demanded/demand that   Sudria  admit   the   refugees/refugee .
        NNP/GPE VBD             IN     NNP/GPE VB      DT    NNS              .
        nsubj:2 ROOT            mark:5 nsubj:5 ccomp:2 det:7 dobj:5           punct:2
    """)
    assert roles(doc, "demanded") == ["actor: Norland", "recipient: Sudria", "theme: admit"]


def test_who_does_what_is_said() -> None:
    """The subject of a clause that is only said receives nothing."""
    doc = parsed("""
        Norland said/say that   Sudria  admitted/admit the   refugees/refugee .
        NNP/GPE VBD      IN     NNP/GPE VBD            DT    NNS              .
        nsubj:2 ROOT     mark:5 nsubj:5 ccomp:2        det:7 dobj:5           punct:2
    """)
    assert roles(doc, "said") == ["actor: Norland", "theme: admitted"]


# ------------------------------------------------------------------------------------------------ relative clauses


def test_subject_of_a_relative_clause() -> None:
    """The noun before *who* acts."""
    doc = parsed("""
        The   soldiers/soldier who     attacked/attack Sudria  fled/flee .
        DT    NNS              WP      VBD             NNP/GPE VBD       .
        det:2 nsubj:6          nsubj:4 relcl:2         dobj:4  ROOT      punct:6
    """)
    assert roles(doc, "attacked") == ["actor: The soldiers", "recipient: Sudria"]


def test_object_of_a_relative_clause() -> None:
    """Where the relative clause has a subject, the noun before it receives."""
    doc = parsed("""
        The   soldiers/soldier whom   Norland captured/capture fled/flee .
        DT    NNS              WP     NNP/GPE VBD              VBD       .
        det:2 nsubj:6          dobj:5 nsubj:5 relcl:2          ROOT      punct:6
    """)
    assert sorted(roles(doc, "captured")) == ["actor: Norland", "recipient: The soldiers"]


def test_object_of_a_relative_clause_without_pronoun() -> None:
    """The pronoun may be missing."""
    doc = parsed("""
        The   soldiers/soldier Norland captured/capture fled/flee .
        DT    NNS              NNP/GPE VBD              VBD       .
        det:2 nsubj:5          nsubj:4 relcl:2          ROOT      punct:5
    """)
    assert roles(doc, "captured") == ["recipient: The soldiers", "actor: Norland"]


def test_reduced_relative() -> None:
    """The noun before a participle receives, its agent acts."""
    doc = parsed("""
        The   soldiers/soldier captured/capture by      Norland fled/flee .
        DT    NNS              VBN              IN      NNP/GPE VBD       .
        det:2 nsubj:6          acl:2            agent:3 pobj:4  ROOT      punct:6
    """)
    assert roles(doc, "captured") == ["recipient: The soldiers", "actor: Norland"]


def test_present_participle_after_a_noun() -> None:
    """The noun before a present participle acts."""
    doc = parsed("""
        Soldiers/soldier guarding/guard the   border fled/flee .
        NNS              VBG            DT    NN     VBD       .
        nsubj:5          acl:1          det:4 dobj:2 ROOT      punct:5
    """)
    assert roles(doc, "guarding") == ["actor: Soldiers", "theme: the border"]


# ------------------------------------------------------------------------------------------------ further parties


def test_ditransitive() -> None:
    """The first of two objects receives the second."""
    doc = parsed("""
        Norland gave/give Sudria   aid    .
        NNP/GPE VBD       NNP/GPE  NN     .
        nsubj:2 ROOT      dative:2 dobj:2 punct:2
    """)
    assert roles(doc, "gave") == ["actor: Norland", "recipient: Sudria", "theme: aid"]


def test_given_to() -> None:
    """The party after *to* receives."""
    doc = parsed("""
        Norland gave/give aid    to       Sudria  .
        NNP/GPE VBD       NN     IN       NNP/GPE .
        nsubj:2 ROOT      dobj:2 dative:2 pobj:4  punct:2
    """)
    assert roles(doc, "gave") == ["actor: Norland", "theme: aid", "recipient: Sudria"]


def test_given_people() -> None:
    """With an indirect object, even a party is the thing given."""
    doc = parsed("""
        Norland gave/give Sudria   soldiers/soldier .
        NNP/GPE VBD       NNP/GPE  NNS              .
        nsubj:2 ROOT      dative:2 dobj:2           punct:2
    """)
    assert roles(doc, "gave") == ["actor: Norland", "recipient: Sudria", "theme: soldiers"]


def test_party_inside_the_object() -> None:
    """Sanctions *on X* are against X."""
    doc = parsed("""
        Norland imposed/impose sanctions/sanction on     Sudria  .
        NNP/GPE VBD            NNS                IN     NNP/GPE .
        nsubj:2 ROOT           dobj:2             prep:3 pobj:4  punct:2
    """)
    assert roles(doc, "imposed") == ["actor: Norland", "theme: sanctions", "recipient: Sudria"]


def test_party_that_owns_the_object() -> None:
    """A treaty *of X* says nothing of to whom it was done."""
    doc = parsed("""
        Norland signed/sign the   treaty of     Sudria  .
        NNP/GPE VBD         DT    NN     IN     NNP/GPE .
        nsubj:2 ROOT        det:4 dobj:2 prep:4 pobj:5  punct:2
    """)
    assert roles(doc, "signed") == ["actor: Norland", "theme: the treaty"]


def test_amount() -> None:
    """A sum is an amount, not a theme."""
    doc = parsed("""
        Norland gave/give Sudria   $          2          million  .
        NNP/GPE VBD       NNP/GPE  $/MONEY    CD/MONEY   CD/MONEY .
        nsubj:2 ROOT      dative:2 quantmod:6 compound:6 dobj:2   punct:2
    """)
    assert roles(doc, "gave") == ["actor: Norland", "recipient: Sudria", "amount: $2 million"]


def test_theme_after_a_preposition() -> None:
    """Who is accused of something is accused of the theme."""
    doc = parsed("""
        Norland accused/accuse Sudria  of     shelling/shell the   town   .
        NNP/GPE VBD            NNP/GPE IN     VBG            DT    NN     .
        nsubj:2 ROOT           dobj:2  prep:2 pcomp:4        det:7 dobj:5 punct:2
    """)
    assert roles(doc, "accused") == ["actor: Norland", "recipient: Sudria", "theme: shelling"]


def test_included_parties() -> None:
    """Where all receive, those included do."""
    doc = parsed("""
        Norland urged/urge all   soldiers/soldier including/include the   rebels/rebel to    vote    .
        NNP/GPE VBD        DT    NNS              VBG               DT    NNS          TO    VB      .
        nsubj:2 ROOT       det:4 dobj:2           prep:4            det:7 pobj:5       aux:9 xcomp:2 punct:2
    """)
    assert roles(doc, "urged") == ["actor: Norland", "recipient: all soldiers", "recipient: the rebels", "theme: vote"]


def test_each_head_plays_one_part() -> None:
    """What is the recipient is not the theme as well."""
    doc = parsed("""
        Norland urged/urge Sudria  to    admit   the   refugees/refugee .
        NNP/GPE VBD        NNP/GPE TO    VB      DT    NNS              .
        nsubj:2 ROOT       dobj:2  aux:5 xcomp:2 det:7 dobj:5           punct:2
    """)
    spans = [role.span for role in event(doc, "urged").roles]
    assert len(spans) == len(set(spans))


def test_pattern_names_the_construction() -> None:
    """Each role says which rule found it."""
    doc = parsed("""
        Sudria      was/be    attacked/attack by      Norland .
        NNP/GPE     VBD       VBN             IN      NNP/GPE .
        nsubjpass:3 auxpass:3 ROOT            agent:3 pobj:4  punct:3
    """)
    assert [role.pattern for role in event(doc, "attacked").roles] == ["subject of a passive", "agent of a passive"]


def test_role_leads_to_the_mention_of_its_head() -> None:
    """A role's mention covers the title and name, and its words too."""
    doc = parsed("""
        Norland expelled/expel the   new    envoy  of     Sudria  .
        NNP/GPE VBD            DT    JJ     NN     IN     NNP/GPE .
        nsubj:2 ROOT           det:5 amod:5 dobj:2 prep:5 pobj:6  punct:2
    """)
    recipient = event(doc, "expelled").roles[1]
    assert recipient.mention == recipient.span
    assert recipient.span.of(doc.text) == "the new envoy"


# ------------------------------------------------------------------------------------------------ place, time


def test_place() -> None:
    """A place after *in* is where it happened."""
    doc = parsed("""
        Norland attacked/attack the   rebels/rebel in     Arvenia .
        NNP/GPE VBD             DT    NNS          IN     NNP/GPE .
        nsubj:2 ROOT            det:4 dobj:2       prep:2 pobj:5  punct:2
    """)
    assert roles(doc, "attacked") == ["actor: Norland", "recipient: the rebels", "place: Arvenia"]


def test_destination() -> None:
    """After a verb of motion, *to* leads to a place."""
    doc = parsed("""
        The   envoy   travelled/travel to     Arvenia .
        DT    NN      VBD              IN     NNP/GPE .
        det:2 nsubj:3 ROOT             prep:3 pobj:4  punct:3
    """)
    assert roles(doc, "travelled") == ["actor: The envoy", "place: Arvenia"]


def test_addressee() -> None:
    """After another verb, *to* leads to a party."""
    doc = parsed("""
        The   envoy   spoke/speak to     Arvenia .
        DT    NN      VBD         IN     NNP/GPE .
        det:2 nsubj:3 ROOT        prep:3 pobj:4  punct:3
    """)
    assert roles(doc, "spoke") == ["actor: The envoy", "recipient: Arvenia"]


def test_time() -> None:
    """A date after *on* is when it happened."""
    doc = parsed("""
        The   envoy   left/leave on     Tuesday  .
        DT    NN      VBD        IN     NNP/DATE .
        det:2 nsubj:3 ROOT       prep:3 pobj:4   punct:3
    """)
    assert roles(doc, "left") == ["actor: The envoy", "time: Tuesday"]


def test_time_without_preposition() -> None:
    """A bare date is when it happened too."""
    doc = parsed("""
        The   envoy   left/leave Tuesday    .
        DT    NN      VBD        NNP/DATE   .
        det:2 nsubj:3 ROOT       npadvmod:3 punct:3
    """)
    assert roles(doc, "left") == ["actor: The envoy", "time: Tuesday"]


def test_duration_is_no_time() -> None:
    """How long is not when."""
    doc = parsed("""
        The   envoy   stayed/stay for    two      days/day .
        DT    NN      VBD         IN     CD/DATE  NNS/DATE .
        det:2 nsubj:3 ROOT        prep:3 nummod:6 pobj:4   punct:3
    """)
    assert roles(doc, "stayed") == ["actor: The envoy"]


# ------------------------------------------------------------------------------------------------ light verbs


def test_light_verb_with_a_topic() -> None:
    """In *took a position on X*, X is what it is about."""
    doc = parsed("""
        The   minister took/take a     position on     Sudria  .
        DT    NN       VBD       DT    NN       IN     NNP/GPE .
        det:2 nsubj:3  ROOT      det:5 dobj:3   prep:5 pobj:6  punct:3
    """)
    assert roles(doc, "took") == ["actor: The minister", "theme: Sudria"]


def test_light_verb_with_a_party() -> None:
    """In *held talks with X*, X is a party."""
    doc = parsed("""
        Norland held/hold talks/talk with   Sudria  .
        NNP/GPE VBD       NNS        IN     NNP/GPE .
        nsubj:2 ROOT      dobj:2     prep:3 pobj:4  punct:2
    """)
    assert roles(doc, "held") == ["actor: Norland", "recipient: Sudria"]


def test_light_verb_is_one_event_with_its_noun() -> None:
    """*Held talks* is one event of the type that its equivalent has."""
    doc = parsed("""
        Norland held/hold talks/talk with   Sudria  .
        NNP/GPE VBD       NNS        IN     NNP/GPE .
        nsubj:2 ROOT      dobj:2     prep:3 pobj:4  punct:2
    """)
    found = event(doc, "held")
    assert (found.action, found.type, found.nominal) == ("hold talks", "CONSULT", False)


# ------------------------------------------------------------------------------------------------ reciprocals


def test_reciprocal() -> None:
    """Two who met acted on one another."""
    doc = parsed("""
        Norland and  Sudria  met/meet .
        NNP/GPE CC   NNP/GPE VBD      .
        nsubj:4 cc:1 conj:1  ROOT     punct:4
    """)
    assert roles(doc, "met") == ["actor: Norland", "actor: Sudria"]
    assert event(doc, "met").reciprocal


def test_one_who_met_another() -> None:
    """With a recipient, the event has a direction."""
    doc = parsed("""
        Norland and  Sudria  met/meet Estia   .
        NNP/GPE CC   NNP/GPE VBD      NNP/GPE .
        nsubj:4 cc:1 conj:1  ROOT     dobj:4  punct:4
    """)
    assert not event(doc, "met").reciprocal


def test_two_who_did_something_else() -> None:
    """Two who left did not leave one another."""
    doc = parsed("""
        Norland and  Sudria  left/leave .
        NNP/GPE CC   NNP/GPE VBD        .
        nsubj:4 cc:1 conj:1  ROOT       punct:4
    """)
    assert not event(doc, "left").reciprocal


# ------------------------------------------------------------------------------------------------ event nouns


def test_plea_from_one_to_another() -> None:
    """*From* names who pleads, *to* with whom."""
    doc = parsed("""
        A     plea    from   Norland to     Sudria  failed/fail .
        DT    NN      IN     NNP/GPE IN     NNP/GPE VBD         .
        det:2 nsubj:7 prep:2 pobj:3  prep:2 pobj:5  ROOT        punct:7
    """)
    assert roles(doc, "plea") == ["actor: Norland", "recipient: Sudria"]


def test_owner_of_an_event_noun() -> None:
    """Whose meeting it is acts."""
    doc = parsed("""
        Norland 's     meeting with   Sudria  ended/end .
        NNP/GPE POS    NN      IN     NNP/GPE VBD       .
        poss:3  case:1 nsubj:6 prep:3 pobj:4  ROOT      punct:6
    """)
    assert roles(doc, "meeting") == ["actor: Norland", "recipient: Sudria"]


def test_talks_between() -> None:
    """Both parties after *between* act, on one another."""
    doc = parsed("""
        Talks   between Norland and  Sudria  ended/end .
        NNS     IN      NNP/GPE CC   NNP/GPE VBD       .
        nsubj:6 prep:1  pobj:2  cc:3 conj:3  ROOT      punct:6
    """)
    assert roles(doc, "Talks") == ["actor: Norland", "actor: Sudria"]
    assert event(doc, "Talks").reciprocal


def test_attack_by_one_on_another() -> None:
    """*By* names who attacks, *on* whom."""
    doc = parsed("""
        An    attack  by     Norland on     Sudria  ended/end .
        DT    NN      IN     NNP/GPE IN     NNP/GPE VBD       .
        det:2 nsubj:7 prep:2 pobj:3  prep:2 pobj:5  ROOT      punct:7
    """)
    assert roles(doc, "attack") == ["actor: Norland", "recipient: Sudria"]


def test_deportation_of() -> None:
    """Who is deported stands after *of*."""
    doc = parsed("""
        The   deportation of     the   refugees/refugee ended/end .
        DT    NN          IN     DT    NNS              VBD       .
        det:2 nsubj:6     prep:2 det:5 pobj:3           ROOT      punct:6
    """)
    assert roles(doc, "deportation") == ["recipient: the refugees"]


def test_demonym_before_an_event_noun() -> None:
    """A Sudrian attack is by Sudrians."""
    doc = parsed("""
        A     Sudrian attack  ended/end .
        DT    JJ/NORP NN      VBD       .
        det:3 amod:3  nsubj:4 ROOT      punct:4
    """)
    assert roles(doc, "attack") == ["actor: Sudrian"]


def test_participle_names_who_made_it() -> None:
    """A request made by X is X's."""
    doc = parsed("""
        The   request made/make by      Norland failed/fail .
        DT    NN      VBN       IN      NNP/GPE VBD         .
        det:2 nsubj:6 acl:2     agent:3 pobj:4  ROOT        punct:6
    """)
    assert roles(doc, "request") == ["actor: Norland"]


def test_infinitive_of_an_event_noun() -> None:
    """What a request asks for is its theme."""
    doc = parsed("""
        A     request to    admit the   refugees/refugee failed/fail .
        DT    NN      TO    VB    DT    NNS              VBD         .
        det:2 nsubj:7 aux:4 acl:2 det:6 dobj:4           ROOT        punct:7
    """)
    assert roles(doc, "request") == ["theme: admit"]


def test_place_of_an_event_noun() -> None:
    """A place after *in* is where it was."""
    doc = parsed("""
        The   attack  in     Arvenia ended/end .
        DT    NN      IN     NNP/GPE VBD       .
        det:2 nsubj:5 prep:2 pobj:3  ROOT      punct:5
    """)
    assert roles(doc, "attack") == ["place: Arvenia"]


def test_who_answers_a_request_received_it() -> None:
    """A request that Sudria rejects went to Sudria."""
    doc = parsed("""
        Sudria  rejected/reject a     request from   Norland .
        NNP/GPE VBD             DT    NN      IN     NNP/GPE .
        nsubj:2 ROOT            det:4 dobj:2  prep:4 pobj:5  punct:2
    """)
    assert sorted(roles(doc, "request")) == ["actor: Norland", "recipient: Sudria"]


def test_who_regrets_a_request_need_not_have_received_it() -> None:
    """A verb that answers nothing leaves open whom it went to."""
    doc = parsed("""
        Sudria  regretted/regret a     request from   Norland .
        NNP/GPE VBD              DT    NN      IN     NNP/GPE .
        nsubj:2 ROOT             det:4 dobj:2  prep:4 pobj:5  punct:2
    """)
    assert roles(doc, "request") == ["actor: Norland"]


def test_quoted_words_play_no_part() -> None:
    """Words that were said are told, and are no party that something is done to."""
    doc = parsed("""
        The   rebels/rebel chanted/chant “       Norland ”       .
        DT    NNS          VBD           ``      NNP/GPE ''      .
        det:2 nsubj:3      ROOT          punct:3 dobj:3  punct:3 punct:3
    """)
    assert [(role.name.value, role.mention is None) for role in event(doc, "chanted").roles] == [
        ("actor", False),
        ("theme", True),
    ]


def test_day_before_an_event_noun_acts_not() -> None:
    """Tuesday's attack was on Tuesday, not by it."""
    doc = parsed("""
        Tuesday  's       attack  on     the   rebels/rebel ended/end .
        NNP/DATE POS/DATE NN      IN     DT    NNS          VBD       .
        poss:3   case:1   nsubj:7 prep:3 det:6 pobj:4       ROOT      punct:7
    """)
    assert "actor: Tuesday" not in [role.partition("'")[0] for role in roles(doc, "attack")]


def test_day_is_no_party() -> None:
    """An owner, agent or object that is a day receives nothing and does nothing."""
    doc = parsed("""
        Norland attacked/attack Sudria  on     Monday   .
        NNP/GPE VBD             NNP/GPE IN     NNP/DATE .
        nsubj:2 ROOT            dobj:2  agent:2 pobj:4  punct:2
    """)
    assert not any("Monday" in role and not role.startswith("time") for role in roles(doc, "attacked"))


def test_his_is_no_party() -> None:
    """In "paid his", his taxes are what is paid."""
    doc = parsed("""
        Norland paid/pay his    .
        NNP/GPE VBD      PRP    .
        nsubj:2 ROOT     dobj:2 punct:2
    """)
    assert "theme: his" in roles(doc, "paid")


def test_him_is_a_party() -> None:
    """In "paid him", he receives."""
    doc = parsed("""
        Norland paid/pay him    .
        NNP/GPE VBD      PRP    .
        nsubj:2 ROOT     dobj:2 punct:2
    """)
    assert "recipient: him" in roles(doc, "paid")


def test_object_of_another_verb() -> None:
    """In "persisted and stopped Sudria", Sudria is stopped."""
    doc = parsed("""
        Norland persisted/persist and  stopped/stop Sudria  .
        NNP/GPE VBD               CC   VBD          NNP/GPE .
        nsubj:2 ROOT              cc:2 conj:2       dobj:4  punct:2
    """)
    assert roles(doc, "persisted") == ["actor: Norland"]


def test_relative_clause_beside_a_verb_of_saying() -> None:
    """In "said, under a law that allows it", nobody says "allows it"."""
    doc = parsed("""
        Norland said/say ,       under  a     law    that    allows/allow it     .
        NNP/GPE VBD      ,       IN     DT    NN     WDT     VBZ          PRP    .
        nsubj:2 ROOT     punct:2 prep:2 det:6 pobj:4 nsubj:8 ccomp:2      dobj:8 punct:2
    """)
    assert roles(doc, "said") == ["actor: Norland"]


def test_what_was_not_done_instead() -> None:
    """In "instead of building, Norland withdrew", nothing is withdrawn."""
    doc = parsed("""
        Instead  of     building/build ,       Norland withdrew/withdraw .
        RB       IN     VBG            ,       NNP/GPE VBD               .
        advmod:2 prep:6 pcomp:2        punct:6 nsubj:6 ROOT              punct:6
    """)
    assert roles(doc, "withdrew") == ["actor: Norland"]


def test_where_one_says_it() -> None:
    """In "said on its website", the website is no topic; in "spoke on its plan", the plan is one."""
    gloss = """
        Norland {verb}  on     its    {noun} .
        NNP/GPE VBD     IN     PRP$   NN     .
        nsubj:2 ROOT    prep:2 poss:5 pobj:3 punct:2
    """
    assert roles(parsed(gloss.format(verb="said/say", noun="website")), "said") == ["actor: Norland"]
    assert "theme: its plan" in roles(parsed(gloss.format(verb="spoke/speak", noun="plan")), "spoke")


def test_head_that_is_put_something_on() -> None:
    """In "put a hat on his head", no head of anything receives; in "gave a hat to the envoy", the envoy does."""
    gloss = """
        Norland gave/give a     hat    to     the   {noun} .
        NNP/GPE VBD       DT    NN     IN     DT    NN     .
        nsubj:2 ROOT      det:4 dobj:2 prep:2 det:7 pobj:5 punct:2
    """
    assert not any(role.startswith("recipient") for role in roles(parsed(gloss.format(noun="head")), "gave"))
    assert "recipient: the envoy" in roles(parsed(gloss.format(noun="envoy")), "gave")
