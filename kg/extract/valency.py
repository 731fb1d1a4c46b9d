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
    frozenset({"appear", "arise", "arrive", "collapse", "come", "cry", "depart", "die", "disappear", "emerge", "enrol"})
    | {
        "enroll",
        "erupt",
        "exist",
        "expire",
        "fall",
        "flee",
        "flourish",
        "go",
        "happen",
        "kneel",
        "laugh",
        "lie",
        "linger",
    }
    | {"live", "occur", "perish", "persist", "prevail", "proceed", "react", "remain", "resign", "respond", "retire"}
    | {
        "rise",
        "sit",
        "sleep",
        "smile",
        "stay",
        "struggle",
        "subside",
        "succeed",
        "suffer",
        "survive",
        "thrive",
        "travel",
    }
    | {"vanish", "wait", "weep", "work"}
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
