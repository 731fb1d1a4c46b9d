"""A small graph of two documents, by hand: Norland urges Sudria, an envoy denies it, and an old id has moved."""

from __future__ import annotations

TEXT = "Norland urged Sudria to open the port. <script>alert('x')</script> & more. Mara Vell denied it."
# 0      8    14     21        33           39                                   75        85


def mention(start: int, end: int) -> str:
    """The local name of a mention in the document."""
    return f"mention:0123456789abcdef-{start}-{end}"


def span(start: int, end: int, kind: str, *more: str) -> str:
    """A span of the document as Turtle."""
    told = (
        f"{mention(start, end)} a {kind}",
        "nif:referenceContext doc:0123456789abcdef",
        f'nif:beginIndex "{start}"^^xsd:nonNegativeInteger',
        f'nif:endIndex "{end}"^^xsd:nonNegativeInteger',
        *more,
    )
    return " ; ".join(told) + " ."


SENTENCES = span(0, 38, "nif:Sentence") + span(75, 95, "nif:Sentence")
ENTITIES = "".join(span(*place, "kg:EntityMention") for place in ((0, 7), (14, 20), (75, 84)))
FIRST, SECOND = f"nif:sentence {mention(0, 38)}", f"nif:sentence {mention(75, 95)}"
DOER = f"kg:actorMention {mention(0, 7)}"
RECEIVER = f"kg:recipientMention {mention(14, 20)}"
DOCUMENT = f"""
graph:document\\/0123456789abcdef {{
doc:0123456789abcdef a nif:Context, schema:NewsArticle ; nif:isString "{TEXT}" ; dcterms:title "A <b>port</b>" ;
  dcterms:publisher ent:harbour-post ; dcterms:date "2024-03-04"^^xsd:date ; kg:genre kg:report ;
  schema:url "javascript:alert(1)" .
{SENTENCES}
{ENTITIES}
{span(8, 13, "kg:EventMention", 'nif:anchorOf "urged"', FIRST, DOER, RECEIVER)}
{span(24, 28, "kg:EventMention", 'nif:anchorOf "open"', FIRST, f"kg:actorMention {mention(14, 20)}")}
{span(85, 91, "kg:EventMention", 'nif:anchorOf "denied"', SECOND, f"kg:actorMention {mention(75, 84)}")}
}}
"""
WORLD = f"""
graph:world {{
event:0123456789abcdef-8-13 a sem:Event ; kg:action act:urge ; sem:eventType evt:REQUEST ; kg:factuality kg:fact ;
  kg:actor ent:norland ; kg:recipient ent:sudria ; kg:theme event:0123456789abcdef-24-28 ; kg:reportCount 2 ;
  kg:independentReportCount 1 ; kg:themeText "to open the port" ; gaf:denotedBy {mention(8, 13)} ;
  sem:hasLatestEndTimeStamp "2024-03-04"^^xsd:date ; kg:timePrecision kg:publication .
event:0123456789abcdef-24-28 a sem:Event ; kg:action act:open ; kg:factuality kg:uncommitted ; kg:actor ent:sudria ;
  gaf:denotedBy {mention(24, 28)} .
event:0123456789abcdef-85-91 a sem:Event ; kg:action act:deny ; kg:factuality kg:disputed ; kg:actor ent:mara-vell ;
  gaf:denotedBy {mention(85, 91)} ; sem:hasLatestEndTimeStamp "2024-03-03"^^xsd:date .
event:ffff456789abcdef-1-2 dcterms:isReplacedBy event:eeee456789abcdef-1-2 .
event:eeee456789abcdef-1-2 dcterms:isReplacedBy event:0123456789abcdef-8-13 .
ent:old-norland dcterms:isReplacedBy ent:norland .
claim:0123456789abcdef-8-13-harbour-post a kg:Claim ; kg:claims event:0123456789abcdef-8-13 ;
  kg:authority ent:harbour-post ; kg:document doc:0123456789abcdef ; kg:modality kg:asserted ; kg:polarity kg:positive ;
  kg:certainty kg:certain ; kg:future false ; gaf:denotedBy {mention(8, 13)} .
claim:0123456789abcdef-24-28-norland a kg:Claim ; kg:claims event:0123456789abcdef-24-28 ; kg:authority ent:norland ;
  kg:document doc:0123456789abcdef ; kg:modality kg:requested ; kg:polarity kg:negative ; kg:certainty kg:unknown ;
  kg:future true ; kg:quotation kg:indirect ; kg:text "open the port" ; gaf:denotedBy {mention(24, 28)} .
ent:mara-vell a kg:Person ; rdfs:label "Mara Vell" ; gaf:denotedBy {mention(75, 84)} .
membership:0123456789abcdef-75-84 a org:Membership ; org:member ent:mara-vell ; org:organization ent:sudria ;
  rdfs:label "envoy" ; gaf:denotedBy {mention(75, 84)} .
ent:norland gaf:denotedBy {mention(0, 7)} .
ent:sudria gaf:denotedBy {mention(14, 20)} .
}}
graph:facts {{ ent:norland act:urge ent:sudria . }}
graph:knowledge-base {{
ent:norland a kg:State ; rdfs:label "Norland" ; kg:partOf ent:arvenian-league ;
  schema:sameAs <http://www.wikidata.org/entity/Q999999999> .
ent:arvenian-league a kg:IntergovernmentalOrganization ; rdfs:label "Arvenian League" .
ent:sudria a kg:State ; rdfs:label "Sudria" .
ent:harbour-post a kg:Outlet ; rdfs:label "Harbour Post" .
}}
"""
QUADS = DOCUMENT + WORLD
