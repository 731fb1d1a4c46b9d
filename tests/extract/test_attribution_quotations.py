"""Whose words a quotation is, and names that stand beside what they say."""

from __future__ import annotations

from kg.extract.quotes import introduce
from kg.model import Quotation
from tests.extract.claiming import claims, said
from tests.extract.conftest import LEXICON, parsed

# ------------------------------------------------------------------------------------------------ beside a cue


def test_cue_before() -> None:
    """A cue and a colon may come first."""
    doc = parsed("""
        Norland told/tell reporters/reporter :       “       We      will  not   leave   .       ”
        NNP/GPE VBD       NNS                :       ``      PRP     MD    RB    VB      .       ''
        nsubj:2 ROOT      dobj:2             punct:2 punct:9 nsubj:9 aux:9 neg:9 ccomp:2 punct:9 punct:9
    """)
    assert said(doc) == ["Norland | told | We will not leave"]


def test_paper_that_reports_what_somebody_said() -> None:
    """A paper that is named behind a quotation only reports whose words they are, where a speaker leads them."""
    doc = parsed("""
        Bell       said/say :       “       We      will  leave   ,       ”       the   Post     reported/report .
        NNP/PERSON VBD      :       ``      PRP     MD    VB      ,       ''      DT    NNP/ORG  VBD             .
        nsubj:2    ROOT     punct:2 punct:7 nsubj:7 aux:7 ccomp:12 punct:12 punct:12 det:11 nsubj:12 ccomp:2 punct:2
    """)
    assert said(doc) == ["Bell | said | We will leave"]


def test_colon_without_verb() -> None:
    """A speaker and a colon do without a verb."""
    doc = parsed("""
        Norland ,       in     a     statement :       “       We      will  not   leave   .       ”
        NNP/GPE ,       IN     DT    NN        :       ``      PRP     MD    RB    VB      .       ''
        nsubj:11 punct:1 prep:1 det:5 pobj:3    punct:1 punct:11 nsubj:11 aux:11 neg:11 ROOT punct:11 punct:11
    """)
    assert said(doc) == ["Norland | : | We will not leave"]


def test_colon_after_a_thing() -> None:
    """A thing before a colon says nothing."""
    doc = parsed("""
        The   storm    ,       in     a     word   :       “        We       will   not    leave .        ”
        DT    NN       ,       IN     DT    NN     :       ``       PRP      MD     RB     VB    .        ''
        det:2 nsubj:12 punct:2 prep:2 det:6 pobj:4 punct:2 punct:12 nsubj:12 aux:12 neg:12 ROOT  punct:12 punct:12
    """)
    assert said(doc) == []


def test_verb_that_quotes_only() -> None:
    """Some verbs tell who speaks beside a quotation."""
    doc = parsed("""
        “       We      left/leave ,       ”       the   minister continued/continue .
        ``      PRP     VBD        ,       ''      DT    NN       VBD                .
        punct:8 nsubj:3 ccomp:8    punct:8 punct:8 det:7 nsubj:8  ROOT               punct:8
    """)
    assert said(doc) == ["the minister | continued | We left"]


def test_verb_that_quotes_only_without_quotation() -> None:
    """And nowhere else."""
    doc = parsed("""
        The   minister continued/continue that   we      left/leave .
        DT    NN       VBD                IN     PRP     VBD        .
        det:2 nsubj:3  ROOT               mark:6 nsubj:6 ccomp:3    punct:3
    """)
    assert said(doc) == []


def test_document_that_reads() -> None:
    """A letter can be who speaks right beside a quotation."""
    doc = parsed("""
        “       We      left/leave ,       ”       the   letter  reads/read .
        ``      PRP     VBD        ,       ''      DT    NN      VBZ        .
        punct:8 nsubj:3 ccomp:8    punct:8 punct:8 det:7 nsubj:8 ROOT       punct:8
    """)
    assert said(doc) == ["the letter | reads | We left"]


def test_subject_within_the_marks() -> None:
    """The subject of a cue outside of the marks stands outside of them too, whatever the parse says."""
    doc = parsed("""
        “       A     full   retreat ,       indeed   ,       ”       said/say the    minister .
        ``      DT    JJ     NN      ,       RB       ,       ''      VBD      DT     NN       .
        punct:9 det:4 amod:4 nsubj:9 punct:9 advmod:9 punct:9 punct:9 ROOT     det:11 nsubj:9  punct:9
    """)
    assert said(doc) == ["the minister | said | A full retreat, indeed"]


def test_sentence_after_a_finished_quotation() -> None:
    """A new sentence after a full stop and a closing mark says something of its own."""
    doc = parsed("""
        Norland said/say :       “       We      left/leave .       ”
        NNP/GPE VBD      :       ``      PRP     VBD        .       ''
        nsubj:2 ROOT     punct:2 punct:6 nsubj:6 ccomp:2    punct:6 punct:6

        Sudria   said/say the    war      ended/end .
        NNP/GPE  VBD      DT     NN       VBD       .
        nsubj:10 ROOT     det:12 nsubj:13 ccomp:10  punct:10
    """)
    assert said(doc) == ["Norland | said | We left", "Sudria | said | the war ended"]


def test_anonymous_authority() -> None:
    """Officials without a name are an authority."""
    doc = parsed("""
        “       We      left/leave ,       ”       officials/official said/say .
        ``      PRP     VBD        ,       ''      NNS                VBD      .
        punct:7 nsubj:3 ccomp:7    punct:7 punct:7 nsubj:7            ROOT     punct:7
    """)
    assert said(doc) == ["officials | said | We left"]


def test_nominal_quotation_is_direct() -> None:
    """A quotation with nothing of its content outside of the marks is direct."""
    doc = parsed("""
        “       We      left/leave ,       ”       officials/official said/say .
        ``      PRP     VBD        ,       ''      NNS                VBD      .
        punct:7 nsubj:3 ccomp:7    punct:7 punct:7 nsubj:7            ROOT     punct:7
    """)
    assert [each.quotation for each in claims(doc)] == [Quotation.DIRECT]


# ------------------------------------------------------------------------------------------------ names beside


def test_name_and_colon() -> None:
    """A paragraph that a name and a colon open is said by it."""
    doc = parsed("""
        Miller     :       The   talks/talk failed/fail .
        NNP/PERSON :       DT    NNS        VBD         .
        dep:5      punct:1 det:4 nsubj:5    ROOT        punct:5
    """)
    assert said(doc) == ["Miller | : | The talks failed"]


def test_word_and_colon() -> None:
    """A word that names nobody is a heading."""
    doc = parsed("""
        Update :       The   talks/talk failed/fail .
        NN     :       DT    NNS        VBD         .
        dep:5  punct:1 det:4 nsubj:5    ROOT        punct:5
    """)
    assert said(doc) == []


def test_capitals_and_colon() -> None:
    """A name in capitals is a speaker's where it opens several paragraphs."""
    gloss = """
        MILLER :       The   talks/talk failed/fail .
        NNP    :       DT    NNS        VBD         .
        dep:5  punct:1 det:4 nsubj:5    ROOT        punct:5
    """
    assert (said(parsed(gloss)), len(said(parsed(gloss, gloss)))) == ([], 2)


def test_another_capital_in_a_transcript() -> None:
    """Where one name in capitals opens several paragraphs, another that opens only one is a speaker's too."""
    miller = """
        MILLER :       The   talks/talk failed/fail .
        NNP    :       DT    NNS        VBD         .
        dep:5  punct:1 det:4 nsubj:5    ROOT        punct:5
    """
    brook = """
        BROOK  :       The   war     ended/end .
        NNP    :       DT    NN      VBD       .
        dep:5  punct:1 det:4 nsubj:5 ROOT      punct:5
    """
    assert said(parsed(miller, brook, miller))[1] == "BROOK | : | The war ended"


def test_name_in_marks_before_the_cue() -> None:
    """The name of a book in marks is not what the cue behind it says."""
    doc = parsed("""
        In      “       The   Long       Road   ,       ”       Norland said/say the   talks/talk failed/fail .
        IN      ``      DT    NNP        NNP    ,       ''      NNP/GPE VBD      DT    NNS        VBD         .
        prep:9  punct:5 det:5 compound:5 pobj:1 punct:9 punct:9 nsubj:9 ROOT     det:11 nsubj:12  ccomp:9     punct:9
    """)
    assert said(doc) == ["Norland | said | the talks failed"]


def test_conjunction_behind_the_marks() -> None:
    """A cue that a conjunction joins to the sentence says what comes after it, and not the quotation before it."""
    doc = parsed("""
        Norland said/say “       we       left/leave ,       ”       though   it       added/add it
        NNP/GPE VBD      ``      PRP      VBD        ,       ''      IN       PRP      VBD       PRP
        nsubj:2 ROOT     punct:5 nsubj:5  ccomp:2    punct:2 punct:2 mark:10  nsubj:10 advcl:2   nsubj:13

        may    return   .
        MD     VB       .
        aux:13 ccomp:10 punct:2
    """)
    assert said(doc)[0] == "Norland | said | we left"


def test_signature() -> None:
    """A name after a dash, at the end of the line, is the speaker's."""
    doc = parsed("""
        “       The   talks/talk failed/fail .       ”       —       Ann        Miller
        ``      DT    NNS        VBD         .       ''      :       NNP/PERSON NNP/PERSON
        punct:4 det:3 nsubj:4    ROOT        punct:4 punct:4 punct:4 compound:9 npadvmod:4
    """)
    assert said(doc) == ["Ann Miller | — | The talks failed"]


def test_dash_and_clause() -> None:
    """A dash before anything else is none."""
    doc = parsed("""
        “       The   talks/talk failed/fail ”       —       the   war      goes/go on     .
        ``      DT    NNS        VBD         ''      :       DT    NN       VBZ     RP     .
        punct:4 det:3 nsubj:4    ROOT        punct:4 punct:4 det:8 nsubj:9  ccomp:4 prt:9  punct:4
    """)
    assert said(doc) == []


def test_in_the_opinion_of() -> None:
    """What is so in somebody's opinion is his claim."""
    doc = parsed("""
        In      Norland 's     opinion ,       Sudria  shelled/shell the   town   .
        IN      NNP/GPE POS    NN      ,       NNP/GPE VBD           DT    NN     .
        prep:7  poss:4  case:2 pobj:1  punct:7 nsubj:7 ROOT          det:9 dobj:7 punct:7
    """)
    assert said(doc) == ["Norland | opinion | Sudria shelled the town"]


def test_in_the_capital_of() -> None:
    """A place is no opinion."""
    doc = parsed("""
        In      Norland 's     capital ,       Sudria  shelled/shell the   town   .
        IN      NNP/GPE POS    NN      ,       NNP/GPE VBD           DT    NN     .
        prep:7  poss:4  case:2 pobj:1  punct:7 nsubj:7 ROOT          det:9 dobj:7 punct:7
    """)
    assert said(doc) == []


def test_whole_sentence_before_the_cue() -> None:
    """All clauses of a sentence that a cue closes are said."""
    doc = parsed("""
        The   war     ended/end ,       and  the   roads/road are/be open    ,        Norland said/say .
        DT    NN      VBD       ,       CC   DT    NNS        VBP    JJ      ,        NNP/GPE VBD      .
        det:2 nsubj:3 ccomp:12  punct:3 cc:3 det:7 nsubj:8    conj:3 acomp:8 punct:12 nsubj:12 ROOT   punct:12
    """)
    assert said(doc) == ["Norland | said | The war ended, and the roads are open"]


# ------------------------------------------------------------------------------------------------ without marks


def test_speaker_of_a_paragraph_without_marks() -> None:
    """Who is named before a cue and a colon at the end of a paragraph speaks in the next one."""
    doc = parsed(
        """
        The   minister said/say :
        DT    NN       VBD       :
        det:2 nsubj:3  ROOT      punct:3
        """,
        """
        Sudria  left/leave the   talks/talk .
        NNP/GPE VBD        DT    NNS        .
        nsubj:2 ROOT       det:4 dobj:2     punct:2
        """,
    )
    introduce(doc, LEXICON)
    assert said(doc) == ["The minister | said | Sudria left the talks"]


def test_colon_ends_the_paragraph_before() -> None:
    """A quotation belongs to the cue and colon that end the paragraph before."""
    doc = parsed(
        """
        Ana        made/make the   following comment :
        NNP/PERSON VBD       DT    JJ        NN      :
        nsubj:2    ROOT      det:5 amod:5    dobj:2  punct:2
    """,
        """
        “/"     Norland will  leave the   union  .       ”/"
        ``      NNP/GPE MD    VB    DT    NN     .       ''
        punct:4 nsubj:4 aux:4 ROOT  det:6 dobj:4 punct:4 punct:4
    """,
    )
    assert said(doc) == ["Ana | made | Norland will leave the union"]


def test_deeds_before_a_colon() -> None:
    """Who changes his clothes says nothing."""
    doc = parsed("""
        Ana        changed/change her    coat   :       “/"     Norland will  leave the    union  .       ”/"
        NNP/PERSON VBD            PRP$   NN     :       ``      NNP/GPE MD    VB    DT     NN     .       ''
        nsubj:2    ccomp:9        poss:4 dobj:2 punct:9 punct:9 nsubj:9 aux:9 ROOT  det:11 dobj:9 punct:9 punct:9
    """)
    assert said(doc) == []


def test_words_before_a_colon() -> None:
    """Who changes his answer says what follows."""
    doc = parsed("""
        Ana        changed/change her    answer :       “/"     Norland will  leave the    union  .       ”/"
        NNP/PERSON VBD            PRP$   NN     :       ``      NNP/GPE MD    VB    DT     NN     .       ''
        nsubj:2    ccomp:9        poss:4 dobj:2 punct:2 punct:9 nsubj:9 aux:9 ROOT  det:11 dobj:9 punct:9 punct:9
    """)
    assert said(doc) == ["Ana | changed | Norland will leave the union"]


def test_between_dashes() -> None:
    """A quotation between dashes belongs to whom it follows."""
    doc = parsed("""
        Ministers/minister said/say the   same   ,       including/include Ana        Miller     --      “/"
        NNS                VBD      DT    JJ     ,       VBG               NNP/PERSON NNP/PERSON :       ``
        nsubj:2            ROOT     det:4 dobj:2 punct:4 prep:4            compound:8 pobj:6     punct:2 punct:13
        Norland  will   leave   the    union   ”/"      --       and   others/other .
        NNP/GPE  MD     VB      DT     NN      ''       :        CC    NNS          .
        nsubj:13 aux:13 ccomp:2 det:15 dobj:13 punct:13 punct:13 cc:13 conj:13      punct:2
    """)
    assert said(doc) == [
        "Ana Miller | -- | Norland will leave the union",
        "Ministers | said | Norland will leave the union” -- and others",
    ]


def test_signature_at_the_mark() -> None:
    """The dash of a signature may stick to the mark."""
    doc = parsed("""
        “/"     Norland will  leave the   union  .       ”―      Ana         Miller
        ``      NNP/GPE MD    VB    DT    NN     .       NNP     NNP/PERSON  NNP/PERSON
        punct:4 nsubj:4 aux:4 ROOT  det:6 dobj:4 punct:4 punct:4 compound:10 ROOT
    """)
    assert said(doc) == ["Ana Miller | ”― | Norland will leave the union"]
