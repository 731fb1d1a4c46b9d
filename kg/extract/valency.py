"""What verbs and nouns govern: whose act an infinitive is, which objects come in pairs, what gives a name."""

# "A fund called the Norland Trust": the parse takes the name for an object.
NAMING = frozenset(
    {"brand", "call", "consider", "deem", "dub", "entitle", "label", "name", "nickname", "term", "title"}
)
# "Her job is to help": what one of these is, whoever has it does.
AIMS = (
    frozenset({"aim", "ambition", "answer", "approach", "assignment", "choice", "decision", "desire", "dream", "duty"})
    | {"effort", "goal", "habit", "hope", "idea", "impulse", "inclination", "instinct", "intent", "intention", "job"}
    | {"method", "mission", "move", "objective", "obligation", "option", "philosophy", "plan", "policy", "practice"}
    | {"preference", "priority", "proposal", "purpose", "reaction", "response", "responsibility", "role", "solution"}
    | {"step", "strategy", "tactic", "task", "tendency", "vow", "way", "wish", "work"}
)
# "A move, she thinks, to shock": who thinks so does not.
HOLDING = frozenset({"believe", "guess", "think"})
# No object is theirs, even where another verb with one follows: "persisted and stopped the bill".
INTRANSITIVE = (
    frozenset({"appear", "arise", "arrive", "collapse", "come", "cry", "depart", "die", "disappear", "emanate"})
    | {"emerge", "enrol", "enroll", "erupt", "exist", "expire", "fall", "flee", "flourish", "go", "happen", "kneel"}
    | {"laugh", "lie", "linger", "live", "occur", "perish", "persist", "prevail", "proceed", "react", "remain"}
    | {"resign", "respond", "retire", "rise", "sit", "sleep", "smile", "stay", "struggle", "subside", "succeed"}
    | {"suffer", "survive", "thrive", "travel", "vanish", "vie", "wait", "weep", "work"}
)
TWO_OBJECTS = frozenset(
    {"allow", "ask", "award", "charge", "deny", "elect", "feed", "forbid", "give", "grant", "hand", "offer", "owe"}
) | {"pay", "promise", "send", "serve", "show", "teach", "tell"}
# What acts is whoever has them: "his work defending the accused".
PURSUITS = frozenset({"career", "difficulty", "experience", "fun", "job", "success", "time", "trouble", "work"})
# Verbs whose object does the infinitive even where it is a thing: "caused the bridge to collapse".
OBJECT_CONTROL = (
    frozenset({"advise", "allow", "ask", "assume", "beg", "believe", "bring", "cause", "challenge", "claim", "command"})
    | {"compel", "consider", "convince", "declare", "design", "drive", "enable", "encourage", "expect", "find", "force"}
    | {"get", "have", "help", "hold", "impel", "induce", "instruct", "intend", "invite", "judge", "know", "lead"}
    | {"leave", "let", "like", "make", "mean", "motivate", "need", "oblige", "order", "permit", "persuade", "press"}
    | {"prompt", "program", "pressure", "push", "report", "require", "request", "see", "set", "show", "spur", "suppose"}
    | {"tell", "tempt", "think", "train", "trust", "urge", "want", "warn", "wish"}
)
# "all of our partners" is about the partners.
PARTITIVE = (
    frozenset({"all", "any", "both", "dozens", "each", "few", "group", "handful", "hundreds"})
    | {"majority", "many", "millions", "most", "none", "number", "one"}
    | {"bunch", "couple", "lot", "lots", "part", "plenty", "rest", "scores", "series", "several", "some", "those"}
    | {"thousands", "tons"}
)
# Whoever is named, hired or sent does what they are named, hired or sent for: "hired lawyers to fight".
DEPUTING = (
    frozenset({"appoint", "assign", "authorise", "authorize", "choose", "commission", "delegate", "deploy", "depute"})
    | {
        "deputise",
        "deputize",
        "designate",
        "detail",
        "dispatch",
        "elect",
        "employ",
        "empower",
        "enlist",
        "entitle",
        "find",
    }
    | {"hire", "invite", "license", "mobilise", "mobilize", "name", "nominate", "pay", "pick", "recruit"}
    | {"retain", "second", "select", "send", "station", "summon", "task", "volunteer"}
)
# So does a body that is made for it: "established a commission to look into it".
FOUNDING = frozenset({"assemble", "constitute", "convene", "create", "establish", "form", "found", "launch", "set"})
BODIES = (
    frozenset({"agency", "authority", "board", "body", "brigade", "bureau", "coalition", "commission", "committee"})
    | {"council", "court", "department", "division", "force", "group", "inquiry", "office", "organisation"}
    | {"organization", "panel", "squad", "taskforce", "team", "tribunal", "unit"}
)
# Who uses a thing or a person to do something does it himself.
USING = frozenset({"abuse", "commandeer", "employ", "exploit", "harness", "leverage", "misuse", "use", "utilise"}) | {
    "utilize"
}
# Who promises somebody to go goes himself.
PROMISING = frozenset({"pledge", "promise", "swear", "threaten", "vow"})
# "He is hard to beat": who is hard to beat beats nobody.
TOUGH = (
    frozenset({"appropriate", "awkward", "cheap", "convenient", "costly", "dangerous", "difficult", "easier", "easy"})
    | {"expensive", "fair", "fascinating", "fun", "funny", "hard", "harder", "illegal", "impossible", "inexpensive"}
    | {"interesting", "legal", "legitimate", "painful", "pleasant", "pointless", "possible", "reasonable", "risky"}
    | {"sad", "simple", "strange", "tempting", "tough", "tougher", "tricky", "unfair", "unpleasant", "useless", "weird"}
)
# Whose act it is that somebody takes a stand on or asks for, the verb does not tell: "mocked an effort to go".
TOWARDS = (
    frozenset({"accept", "applaud", "approve", "attack", "await", "back", "blast", "block", "challenge", "cite"})
    | {"condemn", "criticise", "criticize", "debate", "decry", "defeat", "defend", "demand", "denounce", "deny"}
    | {"deride", "describe", "discuss", "dismiss", "endorse", "expect", "extract", "foil", "frustrate", "grant"}
    | {"guess", "hail", "halt", "hear", "hinder", "ignore", "impede", "judge", "kill", "lament", "mock", "note"}
    | {"oppose", "prevent", "praise", "protest", "question", "quote", "recall", "refuse", "reject", "report", "resist"}
    | {"review", "ridicule", "see", "slam", "stall", "stop", "study", "support", "thwart", "trust", "undermine"}
    | {"uphold", "urge", "veto", "watch", "welcome"}
)
# Whoever answers these is asked to do what they say: "rejected a request to open the port".
ASKED = frozenset({"appeal", "call", "demand", "invitation", "order", "plea", "request", "summons"})
ANSWERING = frozenset({"accept", "approve", "deny", "dismiss", "grant", "ignore", "refuse", "reject", "resist"})
# What one makes with another: who extracts an agreement to pay does not pay.
SHARED = frozenset(
    {"accord", "agreement", "arrangement", "commitment", "compromise", "concession", "consensus", "deal"}
) | {"guarantee", "pact", "pledge", "promise", "settlement", "treaty", "truce", "undertaking"}
OBTAINING = frozenset({"elicit", "exact", "extract", "gain", "get", "obtain", "receive", "secure", "seek", "win"})
# "Gave them the right to vote": they vote.
GRANTING = frozenset(
    {"allow", "deny", "give", "grant", "guarantee", "hand", "leave", "offer", "owe", "refuse", "teach"}
)
# Verbs whose passive tells what somebody is led to do: "was dragged before a panel to explain".
LEADING = frozenset({"bring", "call", "drag", "drive", "fly", "haul", "lead", "rush", "take", "transfer", "wheel"})
# With these, "for" and a name say where to: "left for Sudria to rest".
LEAVING = frozenset({"bind", "depart", "embark", "head", "leave", "sail", "start"})
# "It takes", "it costs", "it feels …": it does nothing.
COSTING = frozenset(
    {"be", "become", "cost", "feel", "help", "hurt", "look", "make", "pay", "remain", "seem", "sound"}
) | {"suffice", "take"}
# These take an infinitive and nothing else: what stands before them is its object ("what he tries to say").
SEEKING = (
    frozenset({"agree", "aim", "aspire", "attempt", "begin", "care", "cease", "choose", "consent", "continue", "dare"})
    | {"decide", "decline", "deserve", "endeavor", "endeavour", "fail", "fight", "go", "happen", "hate", "hesitate"}
    | {"hope", "intend", "like", "long", "love", "manage", "opt", "plan", "prefer", "pretend", "proceed", "purport"}
    | {"refuse", "resolve", "scramble", "seek", "seem", "start", "strive", "struggle", "tend", "try", "vow", "yearn"}
)
# Their past is as their present: "which let him go", "which put him there".
UNCHANGING = frozenset(
    {"bet", "bid", "broadcast", "burst", "cast", "cost", "cut", "fit", "forecast", "hit", "hurt", "let", "put"}
) | {"quit", "read", "rid", "set", "shed", "shut", "slit", "spit", "split", "spread", "thrust", "upset", "wed"}
# Participles after "be" that tell a state of their subject, with the words that may follow: "is engaged in a war".
_ABOUT = frozenset({"about", "at", "over", "that", "to", "with"})
STATES = {
    "accustomed": frozenset({"to"}),
    "acquainted": frozenset({"with"}),
    "addicted": frozenset({"to"}),
    "affiliated": frozenset({"to", "with"}),
    "aligned": frozenset({"with", "against"}),
    "allied": frozenset({"to", "with", "against"}),
    "associated": frozenset({"with"}),
    "bound": frozenset({"for", "to"}),
    "committed": frozenset({"to"}),
    "concerned": _ABOUT,
    "dedicated": frozenset({"to"}),
    "delighted": _ABOUT,
    "determined": frozenset({"to"}),
    "devoted": frozenset({"to"}),
    "disappointed": _ABOUT | {"in"},
    "dissatisfied": _ABOUT,
    "divided": frozenset({"about", "on", "over"}),
    "divorced": frozenset({"from"}),
    "embarrassed": _ABOUT,
    "engaged": frozenset({"in", "on", "to", "with"}),
    "enraged": _ABOUT,
    "excited": _ABOUT | {"for"},
    "experienced": frozenset({"at", "in", "with"}),
    "faced": frozenset({"with"}),
    "finished": frozenset({"with"}),
    "focused": frozenset({"on", "upon"}),
    "frightened": _ABOUT | {"of"},
    "frustrated": _ABOUT,
    "furnished": frozenset({"with"}),
    "gathered": frozenset({"around", "at", "in", "near", "outside"}),
    "headed": frozenset({"back", "down", "for", "home", "in", "into", "off", "out", "to", "toward", "towards", "up"}),
    "hooked": frozenset({"on"}),
    "inclined": frozenset({"to"}),
    "indebted": frozenset({"to"}),
    "interested": frozenset({"in"}),
    "invested": frozenset({"in"}),
    "involved": frozenset({"in", "with"}),
    "lined": frozenset({"up"}),
    "lost": frozenset({"in"}),
    "married": frozenset({"to"}),
    "mistaken": frozenset({"about", "in"}),
    "obsessed": frozenset({"with"}),
    "opposed": frozenset({"to"}),
    "outraged": _ABOUT,
    "pleased": _ABOUT,
    "poised": frozenset({"for", "to"}),
    "preoccupied": frozenset({"with"}),
    "prepared": frozenset({"for", "to"}),
    "related": frozenset({"to"}),
    "resigned": frozenset({"to"}),
    "resolved": frozenset({"to"}),
    "rooted": frozenset({"in"}),
    "satisfied": _ABOUT,
    "scared": _ABOUT | {"of"},
    "seated": frozenset({"at", "behind", "beside", "in", "next", "on"}),
    "shocked": _ABOUT,
    "skilled": frozenset({"at", "in"}),
    "stuck": frozenset({"at", "in", "on", "with"}),
    "surprised": _ABOUT,
    "terrified": _ABOUT | {"of"},
    "thrilled": _ABOUT | {"for"},
    "tied": frozenset({"with"}),
    "tired": frozenset({"of"}),
    "torn": frozenset({"between"}),
    "unified": frozenset({"against", "behind", "in"}),
    "united": frozenset({"against", "behind", "in"}),
    "upset": _ABOUT,
    "used": frozenset({"to"}),
    "versed": frozenset({"in"}),
    "wedded": frozenset({"to"}),
    "worried": _ABOUT,
}
# Those of them that need no words after them to tell what somebody feels: "is deeply worried".
FEELINGS = frozenset(word for word, after in STATES.items() if after >= _ABOUT) | {"interested", "tired"}
# With these words behind, nobody has them done to him: "who's called for a vote" has called.
CALLING_FOR = frozenset(
    {("agree", "to"), ("agree", "with"), ("apologise", "for"), ("apologize", "for"), ("appear", "on"), ("argue", "for")}
    | {("argue", "that"), ("ask", "about"), ("ask", "for"), ("benefit", "from"), ("call", "for"), ("call", "on")}
    | {("campaign", "for"), ("care", "about"), ("come", "to"), ("complain", "about"), ("fight", "against")}
    | {("fight", "for"), ("hint", "at"), ("lie", "about"), ("live", "in"), ("look", "at"), ("look", "for")}
    | {("listen", "to"), ("move", "to"), ("participate", "in"), ("plead", "for"), ("point", "to"), ("push", "for")}
    | {("rail", "against"), ("rely", "on"), ("run", "for"), ("speak", "about"), ("speak", "to"), ("speak", "with")}
    | {("struggle", "with"), ("talk", "about"), ("talk", "to"), ("vote", "against"), ("vote", "for"), ("wait", "for")}
    | {("work", "for"), ("work", "on"), ("work", "with")}
)
# What says something itself: "sent a letter to the board opposing it".
PAPERS = (
    frozenset({"ad", "advertisement", "appeal", "bill", "brief", "circular", "complaint", "declaration", "email"})
    | {"emails", "flyer", "leaflet", "letter", "letters", "mail", "mailer", "manifesto", "memo", "memorandum"}
    | {"message", "motion", "note", "notice", "petition", "post", "report", "request", "resolution", "statement"}
    | {"submission", "tweet", "video"}
)
VOICING = (
    frozenset({"accuse", "allege", "announce", "argue", "ask", "assert", "assure", "back", "call", "challenge"})
    | {"claim", "complain", "condemn", "criticise", "criticize", "demand", "denounce", "deny", "describe", "endorse"}
    | {"explain", "express", "invite", "oppose", "outline", "praise", "promise", "propose", "protest", "question"}
    | {"raise", "recommend", "reject", "remind", "request", "say", "seek", "state", "suggest", "support", "threaten"}
    | {"urge", "voice", "warn"}
)
THINKING = frozenset(
    {"assume", "believe", "doubt", "expect", "fear", "feel", "guess", "hate", "hope", "know", "realise"}
) | {"realize", "regret", "remember", "suspect", "think", "understand", "want", "wish", "wonder", "worry"}
# Participles that have become prepositions and conjunctions: nobody in the sentence does them ("barring a surprise").
ABSOLUTE = frozenset(
    {"assuming", "barring", "beginning", "concerning", "considering", "depending", "excepting", "granting"}
) | {"judging", "pending", "regarding", "starting", "supposing"}
# These take whom they address as an object, and a clause beside it: "reminded them he was there".
ADDRESSING = frozenset(
    {"advise", "assure", "bet", "brief", "convince", "inform", "notify", "persuade", "promise", "quote"}
) | {"remind", "show", "teach", "tell", "text", "warn"}
# The infinitive after their passive is what becomes of somebody: "was doomed to fail".
FATED = frozenset({"condemn", "destine", "determine", "doom", "fate", "honor", "honour", "incline", "prepare"}) | {
    "privilege",
    "schedule",
    "sentence",
    "slate",
    "swear",
}
# Whoever is asked, made or brought to do something does it, also where words stand between: "got them out to vote".
CAUSING = (
    frozenset({"advise", "allow", "ask", "beg", "bring", "challenge", "command", "compel", "convince", "drive"})
    | {"enable", "encourage", "force", "get", "impel", "induce", "instruct", "motivate", "oblige", "order", "permit"}
    | {"persuade", "press", "pressure", "prompt", "push", "request", "require", "spur", "tell", "tempt", "train"}
    | {"trust", "urge", "warn"}
)
# "The husband and wife" are two, unlike "the actor and singer".
KIN = (
    frozenset({"aunt", "boy", "boyfriend", "bride", "brother", "child", "dad", "daughter", "father", "girl"})
    | {"girlfriend", "groom", "husband", "king", "man", "mother", "mum", "parent", "prince", "princess", "queen"}
    | {"sister", "son", "uncle", "wife", "woman"}
)
# What these say is to be done has a purpose of theirs, or of those who do it: "ruled that he should go, to end it".
DECIDING = frozenset(
    {"agree", "ask", "decide", "decree", "demand", "determine", "direct", "insist", "order", "propose"}
) | {"recommend", "request", "require", "resolve", "rule", "suggest", "urge", "vote"}
# Whoever proposes, opposes or judges a deed need not be the one to do it: "suggested going", "opposes raising taxes".
ADVOCATING = (
    frozenset({"advise", "advocate", "allow", "applaud", "authorise", "authorize", "back", "ban", "bar", "condemn"})
    | {"condone", "criticise", "criticize", "decry", "demand", "denounce", "deplore", "discourage", "encourage"}
    | {"endorse", "entail", "favor", "favour", "forbid", "involve", "justify", "legalise", "legalize", "mean"}
    | {"necessitate", "oppose", "outlaw", "permit", "praise", "prohibit", "propose", "recommend", "require"}
    | {"suggest", "support", "urge", "welcome"}
)
ADVOCATING_WITH = frozenset(
    {("advocate", "for"), ("appeal", "for"), ("argue", "against"), ("argue", "for"), ("be", "against"), ("be", "for")}
    | {("call", "for"), ("campaign", "against"), ("campaign", "for"), ("come", "against"), ("come", "for")}
    | {("lobby", "against"), ("lobby", "for"), ("plead", "for"), ("press", "for"), ("protest", "against")}
    | {("push", "for"), ("rail", "against"), ("speak", "against"), ("vote", "against"), ("vote", "for")}
    | {("vote", "on"), ("warn", "against"), ("warn", "of")}
)
# What follows one of these is a state of their subject: "appeared shaken".
SEEMING = frozenset({"appear", "feel", "look", "remain", "seem", "sound", "stay"})
# What these have for an object is yet to come, and so is the day behind it: "expects big profits next year".
FORECASTING = frozenset(
    {"anticipate", "await", "envisage", "estimate", "expect", "eye", "forecast", "foresee", "plan", "predict"}
) | {"project", "promise", "propose", "seek", "want"}
# Who is called on, relied on or looked to does it: "relies on experts to explain it".
CALLING_ON = frozenset(
    {("appeal", "for"), ("appeal", "on"), ("appeal", "to"), ("arrange", "for"), ("bank", "on"), ("beckon", "to")}
    | {("bet", "on"), ("call", "for"), ("call", "on"), ("call", "to"), ("call", "upon"), ("count", "on")}
    | {("count", "upon"), ("depend", "on"), ("depend", "upon"), ("gesture", "to"), ("lean", "on"), ("long", "for")}
    | {("look", "to"), ("motion", "to"), ("plead", "for"), ("plead", "with"), ("press", "for"), ("press", "on")}
    | {("prevail", "on"), ("prevail", "upon"), ("push", "for"), ("rely", "on"), ("rely", "upon"), ("shout", "at")}
    | {("signal", "to"), ("wait", "for"), ("yell", "at")}
)
# Nouns whose form does not tell whether they are one or several.
COLLECTIVE = (
    frozenset({"any", "couple", "data", "family", "group", "half", "handful", "headquarters", "lot", "majority"})
    | {"many", "media", "minority", "number", "pair", "percent", "police", "range", "rest", "series", "staff"}
    | {"team", "variety", "youth"}
)
