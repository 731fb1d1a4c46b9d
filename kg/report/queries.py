"""What reports ask of the graph. Each event comes with its factuality; each list is ordered."""

ABOUT = """
SELECT DISTINCT ?property ?value ?name
WHERE {
  VALUES ?property {
    rdfs:label dcterms:title dcterms:publisher dcterms:creator dcterms:date dcterms:language schema:url kg:genre
    kg:dateline kg:copyOf kg:partOf kg:state kg:origin skos:altLabel schema:sameAs sem:eventType kg:reportCount
    kg:independentReportCount sem:hasEarliestBeginTimeStamp sem:hasLatestEndTimeStamp kg:timePrecision kg:place
  }
  $it ?property ?value .
  OPTIONAL { ?value rdfs:label ?name }
}
ORDER BY ?property ?value ?name
"""

_PARTIES = """
  ?event kg:action ?action ; kg:factuality ?factuality .
  OPTIONAL { ?event sem:hasEarliestBeginTimeStamp ?earliest }
  OPTIONAL { ?event sem:hasLatestEndTimeStamp ?latest }
  OPTIONAL { ?event kg:reportCount ?reports }
  { BIND("" AS ?role) }
  UNION { ?event kg:actor ?party . ?party rdfs:label ?name . BIND("actor" AS ?role) }
  UNION { ?event kg:recipient ?party . ?party rdfs:label ?name . BIND("recipient" AS ?role) }
  UNION { ?event kg:theme ?party . ?party rdfs:label ?name . BIND("theme" AS ?role) }
  UNION { ?event kg:theme ?party . ?party kg:action ?name ; kg:factuality ?its . BIND("event" AS ?role) }
  UNION { ?event kg:themeText ?name . BIND("words" AS ?role) }
}
ORDER BY DESC(?latest) ?event ?role ?name ?party
"""
_STATEMENT = "SELECT DISTINCT ?event ?action ?factuality ?earliest ?latest ?reports ?role ?party ?name ?its\nWHERE {\n"

EVENT = f"{_STATEMENT}  VALUES ?event {{ $it }}{_PARTIES}"

OF_ENTITY = f"""{_STATEMENT}  {{
    SELECT DISTINCT ?event ?day
    WHERE {{
      ?event kg:actor|kg:recipient|kg:theme $it ; a sem:Event .
      OPTIONAL {{ ?event sem:hasLatestEndTimeStamp ?day }}
    }}
    ORDER BY DESC(?day) ?event LIMIT $limit
  }}{_PARTIES}"""

_IN_TEXT = _PARTIES.replace("DESC(?latest)", "?first")
OF_DOCUMENT = f"""{_STATEMENT.replace("?its", "?its ?first")}  {{
    SELECT ?event (MIN(?begin) AS ?first)
    WHERE {{
      ?mention nif:referenceContext $it ; nif:beginIndex ?begin .
      ?event gaf:denotedBy ?mention ; a sem:Event .
    }}
    GROUP BY ?event ORDER BY ?first ?event LIMIT $limit
  }}{_IN_TEXT}"""

HOW_MANY = """
SELECT (COUNT(DISTINCT ?event) AS ?events)
WHERE { ?event kg:actor|kg:recipient|kg:theme $it ; a sem:Event . }
"""

_CLAIM = """
  ?claim kg:authority ?authority ; kg:modality ?modality ; kg:polarity ?polarity ; kg:certainty ?certainty ;
    kg:future ?future ; kg:document ?document .
  OPTIONAL { ?claim kg:claims ?event . ?event kg:action ?action ; kg:factuality ?factuality }
  OPTIONAL { ?claim kg:text ?text }
  OPTIONAL { ?claim kg:quotation ?quotation }
  OPTIONAL { ?authority rdfs:label ?authorityName }
  OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL { ?document dcterms:date ?published }
}
ORDER BY DESC(?published) ?document ?claim ?event ?text ?authorityName LIMIT $limit
"""
_CLAIMED = """SELECT DISTINCT ?claim ?authority ?authorityName ?modality ?polarity ?certainty ?future ?event ?action
  ?factuality ?text ?quotation ?document ?title ?published
WHERE {
"""
CLAIMS_BY = f"{_CLAIMED}  ?claim kg:authority|kg:onBehalfOf $it ; a kg:Claim .{_CLAIM}"
CLAIMS_IN = f"{_CLAIMED}  ?claim kg:document $it ; a kg:Claim .{_CLAIM}"
CLAIMS_OF = f"{_CLAIMED}  ?claim kg:claims $it ; a kg:Claim .{_CLAIM}"

CONTRADICTING = """
SELECT DISTINCT ?event ?factuality ?affirmer ?affirmerName ?affirmerDocument ?denier ?denierName ?denierDocument
WHERE {
  VALUES ?event { $it }
  ?event kg:factuality ?factuality .
  ?affirming kg:claims ?event ; kg:polarity kg:positive ; kg:modality kg:asserted ; kg:future ?future ;
    kg:authority ?affirmer ; kg:document ?affirmerDocument .
  ?denying kg:claims ?event ; kg:polarity kg:negative ; kg:modality kg:asserted ; kg:future ?future ;
    kg:authority ?denier ; kg:document ?denierDocument .
  OPTIONAL { ?affirmer rdfs:label ?affirmerName }
  OPTIONAL { ?denier rdfs:label ?denierName }
}
ORDER BY ?affirmer ?affirmerDocument ?denier ?denierDocument LIMIT $limit
"""

OFFICES = """
SELECT DISTINCT ?person ?personName ?role ?body ?bodyName ?document ?title ?published ?evidence
WHERE {
  { ?membership org:member $it } UNION { ?membership org:organization $it }
  ?membership a org:Membership ; org:member ?person ; rdfs:label ?role ; gaf:denotedBy ?mention .
  ?mention nif:referenceContext ?document .
  OPTIONAL { ?mention nif:anchorOf ?evidence }
  OPTIONAL { ?person rdfs:label ?personName }
  OPTIONAL {
    ?membership org:organization ?body .
    OPTIONAL { ?body rdfs:label ?bodyName }
  }
  OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL { ?document dcterms:date ?published }
}
ORDER BY ?personName ?person ?role ?body ?published ?document ?evidence LIMIT $limit
"""

NEIGHBOURS = """
SELECT DISTINCT ?event ?action ?factuality ?source ?target ?earliest ?latest
WHERE {
  ?event kg:actor|kg:recipient|kg:theme $it .
  ?event a sem:Event ; kg:action ?action ; kg:factuality ?factuality ; kg:actor ?source ; gaf:denotedBy ?mention .
  ?mention kg:actorMention ?doer .
  ?source gaf:denotedBy ?doer .
  {
    ?mention kg:recipientMention ?other .
    ?event kg:recipient ?target .
  } UNION {
    ?mention kg:themeMention ?other .
    ?event kg:theme ?target .
    FILTER NOT EXISTS { ?mention kg:recipientMention ?recipient }
    FILTER NOT EXISTS { ?target a sem:Event }
  } UNION {
    ?event kg:factuality kg:fact ; kg:action ?done ; kg:actor ?source, ?target ; gaf:denotedBy ?mention .
    ?mention kg:actorMention ?doer, ?other .
    ?source ?done ?target . ?target ?done ?source .
    FILTER(?doer != ?other)
    FILTER NOT EXISTS { ?mention kg:recipientMention ?recipient }
  }
  ?target gaf:denotedBy ?other .
  FILTER(?source = $it || ?target = $it)
  OPTIONAL { ?event sem:hasEarliestBeginTimeStamp ?earliest }
  OPTIONAL { ?event sem:hasLatestEndTimeStamp ?latest }
}
ORDER BY ?latest ?event ?source ?target
"""

TEXT = "SELECT ?text WHERE { $it nif:isString ?text } ORDER BY ?text LIMIT 1"

MENTIONS = """
SELECT DISTINCT ?start ?end ?thing ?label ?action ?factuality ?quotation
WHERE {
  ?mention nif:referenceContext $it ; nif:beginIndex ?start ; nif:endIndex ?end .
  ?thing gaf:denotedBy ?mention .
  { ?thing a sem:Event ; kg:action ?action ; kg:factuality ?factuality }
  UNION { ?thing a kg:Claim ; kg:quotation ?quotation }
  UNION { ?thing rdfs:label ?label . FILTER NOT EXISTS { ?thing a org:Membership } }
}
ORDER BY ?start ?end ?thing ?label
"""

EVIDENCE = """
SELECT DISTINCT ?mention ?document ?title ?outlet ?url ?genre ?published ?first ?sentence ?start ?end ?role ?from ?to
WHERE {
  $it gaf:denotedBy ?mention .
  ?mention nif:referenceContext ?document ; nif:beginIndex ?start ; nif:endIndex ?end ; nif:sentence ?stretch .
  ?stretch nif:beginIndex ?first ; nif:endIndex ?last .
  ?document nif:isString ?text .
  BIND(SUBSTR(?text, ?first + 1, ?last - ?first) AS ?sentence)
  OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL { ?document dcterms:date ?published }
  OPTIONAL { ?document dcterms:publisher/rdfs:label ?outlet }
  OPTIONAL { ?document schema:url ?url }
  OPTIONAL { ?document kg:genre ?genre }
  { BIND("" AS ?role) }
  UNION {
    ?mention ?role ?part .
    FILTER(?role IN (kg:actorMention, kg:recipientMention, kg:themeMention, kg:placeMention, kg:timeMention))
    ?part nif:beginIndex ?from ; nif:endIndex ?to .
  }
}
ORDER BY ?published ?document ?start ?end ?role ?from ?to
"""
