"""What verbs and nouns govern: whose act an infinitive is, which objects come in pairs, what gives a name."""

# "A fund called the Norland Trust": the parse takes the name for an object.
NAMING = frozenset(
    {"brand", "call", "consider", "deem", "dub", "entitle", "label", "name", "nickname", "term", "title"}
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
