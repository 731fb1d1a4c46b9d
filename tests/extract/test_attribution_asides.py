"""What stands beside a cue, within its content or behind it, and whose word that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.repairs import repair
from tests.extract.claiming import said
from tests.extract.conftest import parsed, words_of_the_package

if TYPE_CHECKING:
    from kg.extract.tree import Doc


def told(doc: Doc) -> list[str]:
    """The attributions of a mended parse in words, by the words of ``ontology/``."""
    repair(doc, words_of_the_package())
    return said(doc, lexicon=words_of_the_package())


def test_saying_put_into_a_relative_clause() -> None:
    """That somebody said so is told by who tells the rest, though it stands in what he said."""
    doc = parsed("""
        Ana/Ana    said/say the   videos/video show    a     gun    ,       which    she      said/say
        NNP/PERSON VBD      DT    NNS          VBP     DT    NN     ,       WDT      PRP      VBD
        nsubj:2    ROOT     det:4 nsubj:5      ccomp:2 det:7 dobj:5 punct:7 nsubj:13 nsubj:11 relcl:7

        was/be     stolen/steal .
        VBD        VBN          .
        auxpass:13 ccomp:11     punct:2
    """)
    assert told(doc) == [
        "Ana | said | the videos show a gun, which … was stolen",
        "she | said | which … was stolen",
    ]


def test_reply_joined_to_what_was_said() -> None:
    """A reply that quotes words of its own is no part of what was said before."""
    doc = parsed("""
        Ana/Ana    said/say the   pact    was/be  dead    ,       and  when      pressed/press ,        the
        NNP/PERSON VBD      DT    NN      VBD     JJ      ,       CC   WRB       VBN           ,        DT
        nsubj:2    ROOT     det:4 nsubj:5 ccomp:2 acomp:5 punct:5 cc:5 advmod:10 advcl:14      punct:14 det:13

        minister replied/reply ,        “/"      We       signed/sign it      .       ”/"
        NN       VBD           ,        ``       PRP      VBD         PRP     .       ''
        nsubj:14 conj:5        punct:14 punct:14 nsubj:18 ccomp:14    dobj:18 punct:2 punct:2
    """)
    assert told(doc) == [
        "Ana | said | the pact was dead, and",
        "the minister | replied | We signed it",
    ]


def test_predicate_of_a_name() -> None:
    """What somebody calls a thing is his word, as far as it tells an event."""
    doc = parsed("""
        The   miners/miner called/call the   law    a     trick  aimed/aim at     closing/close the    pits/pit
        DT    NNS          VBD         DT    NN     DT    NN     VBN       IN     VBG           DT     NNS
        det:2 nsubj:3      ROOT        det:5 dobj:3 det:7 oprd:3 acl:7     prep:8 pcomp:9       det:12 dobj:10

        .
        .
        punct:3
    """)
    assert told(doc) == [
        "The miners | called | the law a trick aimed at closing the pits",
        "The miners | called | a trick aimed at closing the pits",
    ]


def test_message_that_is_repeated() -> None:
    """What stands in somebody’s message is his, though a verb speaks of the message."""
    doc = parsed("""
        Bo/Bo      Lind/Lind  criticised/criticise his    message that   Norland/Norland needs/need peace
        NNP/PERSON NNP/PERSON VBD                  PRP$   NN      IN     NNP/ORG         VBZ        NN
        compound:2 nsubj:3    ROOT                 poss:5 dobj:3  mark:8 nsubj:8         acl:5      dobj:8

        .
        .
        punct:3
    """)
    assert told(doc) == [
        "Bo Lind | criticised | his message that Norland needs peace",
        "his | message | Norland needs peace",
    ]


def test_topic_behind_a_comma() -> None:
    """Behind a comma, what follows a saying that is put in belongs to the sentence."""
    doc = parsed("""
        The   port    has/have closed/close ,       she     said/say    ,       for    how       the
        DT    NN      VBZ      VBN          ,       PRP     VBD         ,       IN     WRB       DT
        det:2 nsubj:4 aux:4    ROOT         punct:7 nsubj:7 parataxis:4 punct:7 prep:4 advmod:14 det:12

        strike   could  hurt    it      .
        NN       MD     VB      PRP     .
        nsubj:14 aux:14 pcomp:9 dobj:14 punct:4
    """)
    assert told(doc) == [
        "she | said | The port has closed … for how the strike could hurt it",
    ]


def test_passive_without_its_subject() -> None:
    """A passive without a subject has no clause before it for its content."""
    doc = parsed("""
        The   union   opposed/oppose a     man    who     never  won/win ,       is/be      considered/consider
        DT    NN      VBD            DT    NN     WP      RB=ADV VBD     ,       VBZ        VBN
        det:2 nsubj:3 ROOT           det:5 dobj:3 nsubj:8 neg:8  relcl:5 punct:3 auxpass:11 conj:3

        dull    and   has/have few     friends/friend .
        JJ      CC    VBZ      JJ      NNS            .
        oprd:11 cc:11 conj:11  amod:16 dobj:14        punct:3
    """)
    assert told(doc) == [
        "The union | opposed | a man who never won",
    ]


def test_absolute_participle() -> None:
    """Ministers who are expected to resign have not said so."""
    doc = parsed("""
        The   crowd   left/leave ,       with   both  ministers/minister expected/expect to     resign  .
        DT    NN      VBD        ,       IN     DT    NNS                VBN             TO     VB      .
        det:2 nsubj:3 ROOT       punct:3 mark:8 det:7 nsubj:8            advcl:3         aux:10 xcomp:8 punct:3
    """)
    assert told(doc) == [
        "? | expected | to resign",
    ]


def test_past_behind_a_modal() -> None:
    """A past form is joined to no bare one: who warned is told by who tells the rest."""
    doc = parsed("""
        Ana/Ana    said/say she     would order   a     review and  warned/warn Norland/Norland .
        NNP/PERSON VBD      PRP     MD    VB      DT    NN     CC   VBD         NNP/ORG         .
        nsubj:2    ROOT     nsubj:5 aux:5 ccomp:2 det:7 dobj:5 cc:5 conj:5      dobj:9          punct:2
    """)
    assert told(doc) == [
        "Ana | said | she would order a review and",
        "she | order | a review",
    ]


def test_according_to_within_a_quotation() -> None:
    """Within a quotation, “according to” tells whose word a part of it is."""
    doc = parsed("""
        The   port   that   the   minister sold/sell ,        the   report   says/say “/"      is/be
        DT    NN     WDT    DT    NN       VBD       ,        DT    NN       VBZ      ``       VBZ
        det:2 dep:10 dobj:6 det:5 nsubj:6  relcl:2   punct:10 det:9 nsubj:10 ROOT     punct:12 ccomp:10

        empty    ,        according/accord to      its     owners/owner .        ”/"
        JJ       ,        VBG              IN      PRP$    NNS          .        ''
        acomp:12 punct:10 prep:10          prep:15 poss:18 pobj:16      punct:10 punct:10
    """)
    assert told(doc) == [
        "its owners | according to | is empty",
        "the report | says | is empty, according to its owners",
    ]


def test_some_believe() -> None:
    """Some people whom nobody names hold it, and not the document."""
    doc = parsed("""
        Some    believe the   party   is/be   weak    .
        DT=PRON VBP     DT    NN      VBZ     JJ      .
        nsubj:2 ROOT    det:4 nsubj:5 ccomp:2 acomp:5 punct:2
    """)
    assert told(doc) == [
        "Some | believe | the party is weak",
    ]


def test_reports_within_what_is_said() -> None:
    """Reports of nobody are the word of who speaks of them."""
    doc = parsed("""
        Ana/Ana    said/say that   there  are/be   reports/report that     Norland/Norland lost/lose .
        NNP/PERSON VBD      IN     EX     VBP=VERB NNS            IN=SCONJ NNP/ORG         VBD       .
        nsubj:2    ROOT     mark:5 expl:5 ccomp:2  attr:5         dobj:9   nsubj:9         acl:6     punct:2
    """)
    assert told(doc) == [
        "Ana | said | there are reports that Norland lost",
    ]


DEPICTED = """
    Bell       painted/paint Cole       as     {}    who     lied/lie .
    NNP/PERSON VBD           NNP/PERSON IN     {}    WP      VBD      .
    nsubj:2    ROOT          dobj:2     prep:2 {}    nsubj:8 relcl:6  punct:2
"""


def test_painted_as() -> None:
    """What somebody is painted as is the word of who paints him so; other phrases with *as* are not."""
    doc = parsed(DEPICTED.format("a     man   ", "DT    NN    ", "det:6 pobj:4"))
    assert told(doc) == ["Bell | painted | Cole as a man who lied", "Bell | painted | as a man who lied"]
    other = parsed(DEPICTED.format("two      men   ", "CD       NNS   ", "nummod:6 pobj:4"))
    assert told(other) == ["Bell | painted | Cole as two men who lied"]


def test_time_clause_before_what_is_no_clause() -> None:
    """When somebody said "no" is no part of what he said."""
    doc = parsed("""
        When     Sudria  left/leave ,       Norland said/say enough   .
        WRB      NNP/GPE VBD        ,       NNP/GPE VBD      RB       .
        advmod:3 nsubj:3 advcl:6    punct:6 nsubj:6 ROOT     advmod:6 punct:6
    """)
    assert told(doc) == []


def test_clause_in_front_of_its_speaker() -> None:
    """A main clause before its speaker is what he said, with the time clause that it begins with."""
    doc = parsed("""
        When     Sudria  left/leave ,       wages/wage fell/fall ,       Norland said/say .
        WRB      NNP/GPE VBD        ,       NNS        VBD       ,       NNP/GPE VBD      .
        advmod:3 nsubj:3 advcl:9    punct:6 nsubj:6    dep:9     punct:6 nsubj:9 ROOT     punct:9
    """)
    assert told(doc) == ["Norland | said | When Sudria left, wages fell"]


BLAMED = """
    Ana/Ana    says/say banks/bank {}   for    losing/lose it     .
    NNP/PERSON VBZ      NNS        {}   IN     VBG         PRP    .
    nsubj:2    ROOT     nsubj:4    {}   prep:{} pcomp:{}   dobj:{} punct:2
"""


def test_who_is_to_blame() -> None:
    """Who is to blame for something has not said so; who blames somebody has."""
    doc = parsed(
        BLAMED.format("are/be  to    blame  ", "VBP     TO    VB     ", "ccomp:2 aux:6 xcomp:4", "6", "7", "8")
    )
    assert told(doc) == ["Ana | says | banks are to blame for losing it"]
    other = parsed(
        BLAMED.format("blame   us     ", "VBP     PRP    ", "ccomp:2 dobj:4 ", "4", "6", "7").replace(
            "nsubj:4", "nsubj:4"
        )
    )
    assert "banks | blame | losing it" in told(other)


def test_behind_the_marks() -> None:
    """What goes on behind the quotation marks is the writer's, and no part of what was said."""
    doc = parsed("""
        Ana/Ana    said/say ,       “/"     We      lost/lose ,       ”/"     when      Bell       asked/ask .
        NNP/PERSON VBD      ,       ``      PRP     VBD       ,       ''      WRB       NNP/PERSON VBD       .
        nsubj:2    ROOT     punct:2 punct:6 nsubj:6 ccomp:2   punct:6 punct:6 advmod:11 nsubj:11   advcl:6   punct:2
    """)
    assert told(doc) == ["Ana | said | We lost"]


def test_relative_clause_of_an_object() -> None:
    """A clause whose "that" is its object is what the parse says of a noun before, and not what is upheld."""
    doc = parsed("""
        Bell       maintains/maintain the   image  of     the   man    that   Cole       admires/admire .
        NNP/PERSON VBZ                DT    NN     IN     DT    NN     IN     NNP/PERSON VBZ            .
        nsubj:2    ROOT               det:4 dobj:2 prep:4 det:7 pobj:5 dobj:10 nsubj:10  ccomp:2        punct:2
    """)
    assert not any(line.startswith("Bell") for line in told(doc))


def test_quoted_as_saying() -> None:
    """What somebody is quoted as saying is his word, and not that of who quotes him."""
    doc = parsed("""
        Radio   quoted/quote the   mayor  as     saying/say banks/bank failed/fail .
        NNP/ORG VBD          DT    NN     IN     VBG        NNS        VBD         .
        nsubj:2 ROOT         det:4 dobj:2 prep:2 pcomp:5    nsubj:8    ccomp:6     punct:2
    """)
    assert "the mayor | saying | banks failed" in told(doc)


def test_is_quoted_as_saying() -> None:
    """So is what stands in marks before, of who is quoted in the passive."""
    doc = parsed("""
        “/"     Banks/bank failed/fail ,        ”/"      she          is/be      quoted/quote as     saying/say .
        ``      NNS        VBD         ,        ''       PRP          VBZ        VBN          IN     VBG        .
        punct:3 nsubj:3    ccomp:8     punct:8  punct:8  nsubjpass:8  auxpass:8  ROOT         prep:8 pcomp:9    punct:8
    """)
    assert told(doc) == ["she | saying | Banks failed"]
