"""The words that a manuscript may choose from, as an editor extends them: a new word is a line more here, and nothing else.

The model takes these words and no others; the form, the fields page, the filters, the map and the schema are made from them.
Words on which the program itself decides, such as a story's kind or its channels, stand in `model`.
"""

THEMES = (
    "beliefs",
    "belonging",
    "classroom practice",
    "conversations about race",
    "curriculum",
    "discipline",
    "family voice",
    "grading",
    "leadership",
    "policy",
    "psychological safety",
    "student voice",
)
ROLES = (
    "teacher",
    "teacher leader",
    "instructional coach",
    "counselor",
    "assistant principal",
    "principal",
    "district leader",
)
# As front matter has it, and as readers do.
GRADES = (
    ("early childhood", "Early childhood"),
    ("elementary", "Elementary grades"),
    ("middle", "Middle grades"),
    ("high", "High school"),
    ("mixed", "Mixed grades"),
)
GROUPS = (
    ("alone", "On your own"),
    ("pairs", "Pairs"),
    ("threes", "Threes"),
    ("small group", "Small group"),
    ("everyone", "Everyone"),
)
CONTENT_NOTES = (
    "racism",
    "racial slurs",
    "discipline",
    "police",
    "bullying",
    "violence",
    "loss",
    "self-harm",
    "immigration",
    "poverty",
    "disability",
)
# Each with its postal code, by which the map of states knows its place.
STATES = (
    ("Alabama", "AL"), ("Alaska", "AK"), ("Arizona", "AZ"), ("Arkansas", "AR"), ("California", "CA"), ("Colorado", "CO"),
    ("Connecticut", "CT"), ("Delaware", "DE"), ("District of Columbia", "DC"), ("Florida", "FL"), ("Georgia", "GA"),
    ("Hawaii", "HI"), ("Idaho", "ID"), ("Illinois", "IL"), ("Indiana", "IN"), ("Iowa", "IA"), ("Kansas", "KS"),
    ("Kentucky", "KY"), ("Louisiana", "LA"), ("Maine", "ME"), ("Maryland", "MD"), ("Massachusetts", "MA"),
    ("Michigan", "MI"), ("Minnesota", "MN"), ("Mississippi", "MS"), ("Missouri", "MO"), ("Montana", "MT"),
    ("Nebraska", "NE"), ("Nevada", "NV"), ("New Hampshire", "NH"), ("New Jersey", "NJ"), ("New Mexico", "NM"),
    ("New York", "NY"), ("North Carolina", "NC"), ("North Dakota", "ND"), ("Ohio", "OH"), ("Oklahoma", "OK"),
    ("Oregon", "OR"), ("Pennsylvania", "PA"), ("Puerto Rico", "PR"), ("Rhode Island", "RI"), ("South Carolina", "SC"),
    ("South Dakota", "SD"), ("Tennessee", "TN"), ("Texas", "TX"), ("Utah", "UT"), ("Vermont", "VT"), ("Virginia", "VA"),
    ("Washington", "WA"), ("West Virginia", "WV"), ("Wisconsin", "WI"), ("Wyoming", "WY"),
)  # fmt: skip
