"""Headers that people and other tools use, read without case, accents, spaces and other signs."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from landscape.services.importing import other_languages
from landscape.services.importing.roles import ColumnRole as R

_APART: Final = re.compile(r"[\W_]+")
_BRACKETS: Final = re.compile(r"\s*[(\[](?!\d+[)\]])[^()\[\]]*[)\]]\s*")
_NUMBERED: Final = re.compile(r"^\s*[Qq]?\d+[a-z]?\s*[.:)_\-]\s*(?=\S*[^\W\d_])")
_SEVERAL: Final = re.compile(r"\s*(?:/|\bor\b|\boder\b|\bou\b)\s*")


@lru_cache(maxsize=4096)
def plain(header: str) -> str:
    """A header as it is compared: "Vertex 1" and "vertex_1" are both "vertex1"."""
    bare = unicodedata.normalize("NFKD", header)
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return _APART.sub("", bare.casefold())


@lru_cache(maxsize=4096)
def header_word(header: str) -> str:
    """The word by which a header is looked up: "2. Influence (1-5)" is "influence".

    Of "Organisation / Department" it is the first one known; what is not known stays whole.
    """
    bare = _NUMBERED.sub("", _BRACKETS.sub("", header)) or header
    several = _SEVERAL.split(bare)
    for part in (header, bare, *(several if len(several) > 1 else ())):
        if plain(part) in known_words():
            return plain(part)
    return plain(bare) or plain(header)


@cache
def known_words() -> frozenset[str]:
    """Every word that a header may be."""
    pairs = (word for pair in other_languages.ENDS for word in pair)
    return frozenset(pairs).union(
        *STAKEHOLDER_HEADERS.values(),
        *RELATIONSHIP_HEADERS.values(),
        *(OCCASION_HEADERS, ORGANISER_HEADERS, ATTENDEE_HEADERS, SUBJECT_HEADERS),
        *(MEETING_DAY_HEADERS, CAPTION_HEADERS, CONTACT_HEADERS, CODE_BOOK_HEADERS),
        *(SOURCE_AND_REPORTER, CONNECTED_HEADERS),
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _with_others(ours: Mapping[R, frozenset[str]]) -> dict[R, frozenset[str]]:
    """`ours` with what other languages call the same."""
    return {
        role: words | other_languages.HEADERS.get(role.value, frozenset())
        for role, words in ours.items()
    }


# The names of a table stand in the first of these that it has: of its own rows, of people, of the
# organisations they work for, of whom to ask there.
NAME_HEADERS: Final = (
    _words(
        "name names label labels fullname displayname vertex vertexname node nodename unodes "
        "nodelab nodelabelname element elementname stakeholder stakeholders stakeholdername actor "
        "actorname entity entityname factor factors primaryorganization primaryorganisation "
        "affiliatie"
    )
    | other_languages.NAMES,
    _words(
        "person people personname member membername participant participantname individual "
        "attendee attendeename invitee respondentname delegate director trustee boardmember "
        "officer employee author"
    )
    | other_languages.PERSONS,
    _words(
        "organization organisation organizationname organisationname nameoforganisation "
        "nameoforganization organizations organisations org orgname institution institutionname "
        "agency agencyname company companyname group groupname partner partnername "
        "partnerorganization partnerorganisation memberorganization memberorganisation"
    )
    - {"group", "groupname"}
    | other_languages.ORGANISATIONS,
    _words("contact contactname contactperson primarycontact"),
)

STAKEHOLDER_HEADERS: Final[Mapping[R, frozenset[str]]] = _with_others(
    {
        R.NAME: frozenset().union(*NAME_HEADERS),
        R.FIRST_NAME: _words("firstname givenname forename"),
        R.LAST_NAME: _words("lastname surname familyname"),
        R.ID: _words(
            "id nodeid code key identifier stakeholderid elementid uid uuid guid memberid personid "
            "participantid orgid organisationid organizationid recordid externalid nodelabel "
            "maplabel acronym abbreviation shortname"
        ),
        R.GROUP: _words(
            "group groups constituency constituencies sector sectors primarysector segment "
            "category categories cluster community stakeholdergroup stakeholdertype "
            "stakeholdercategory membertype nodetype type elementtype organisationtype "
            "organizationtype orgtype typeoforganisation typeoforganization grouping team "
            "department division affiliation industry"
        ),
        R.KIND: _words("kind stakeholderkind type elementtype entitytype"),
        R.ROLE: _words("role roles jobtitle position job function primaryorgfunction jobrole"),
        R.LEVEL: _words("level levelofscale scale"),
        R.PLACE: _words("place location city town municipality basedin"),
        R.LATITUDE: _words("latitude lat"),
        R.LONGITUDE: _words("longitude lon lng long"),
        R.INFLUENCE: _words("influence power influencelevel levelofinfluence powerinfluence"),
        R.INTEREST: _words("interest interestlevel levelofinterest"),
        R.ASKED: _words("asked invited answered responded response"),
        R.NOTES: _words("notes note comment comments remarks description bio about"),
        R.POSITION_X: _words("x posx xpos positionx xcoordinate"),
        R.POSITION_Y: _words("y posy ypos positiony ycoordinate"),
    }
)

RELATIONSHIP_HEADERS: Final[Mapping[R, frozenset[str]]] = _with_others(
    {
        R.SOURCE: _words(
            "from source vertex1 ego sender i node1 sourcename fromname sourceid fromid "
            "mergeparticipantid"
        ),
        R.TARGET: _words(
            "to target vertex2 alter recver receiver j node2 targetname toname targetid toid "
            "targetmergeparticpantid targetmergeparticipantid partner namedpartner partnername "
            "partnerorganization partnerorganisation namedorganization namedorganisation nominee "
            "named"
        ),
        R.REPORTER: _words(
            "responseid respondent respondentid numid reporter rater reportedby whosaidso "
            "answeredby respondentname interviewee informant"
        ),
        R.DEPTH: _words(
            "depth relationshipdepth levelofrelationship levelofcollaboration collaborationlevel "
            "relationshiplevel"
        ),
        R.KIND: _words(
            "kind type relation relationship edge edgetype connectiontype pathtype "
            "relationshiptype typeofrelationship typeofrelation natureofrelationship linktype "
            "tietype predicate question questiontext kindofrelationship"
        ),
        R.WEIGHT: _words("weight strength value totalweight collab n edgeweight count"),
        R.DIRECTED: _words("directed direction directedness isdirected"),
        R.STATUS: _words("status"),
        R.REPORTED_ON: _words(
            "date reportedon reportdate datereported timestamp submitted submittedat submitdate "
            "submissiondate responsedate recordeddate surveydate datesubmitted"
        ),
        R.LAST_CONTACT: _words(
            "lastcontact lastcontacted lastcontactdate lastseen lastmet lastmeeting "
            "lastinteraction mostrecentcontact"
        ),
        R.SOURCE_GROUP: _words("fromgroup sourcegroup fromsector sourcesector fromtype sourcetype"),
        R.TARGET_GROUP: _words("togroup targetgroup tosector targetsector totype targettype"),
        R.NOTES: _words("notes note comment comments remarks description"),
    }
)

# Whom the stakeholder of a row is related to, beside its name.
CONNECTED_HEADERS: Final = _words(
    "connectedto connectswith connections workswith worksmostwith collaborateswith linkedto "
    "relatedto partners partnerswith knows reportsto manager linemanager supervisor"
)

# What people take part in, where a table says who was there.
OCCASION_HEADERS: Final = (
    _words(
        "event eventname meeting meetingname project projectname committee board workshop activity "
        "initiative forum network workinggroup taskforce partnership coalition programme program "
        "conference gathering hearing membership memberof groupname groups group club team panel"
    )
    | other_languages.OCCASIONS
)
ORGANISER_HEADERS: Final = (
    _words("organizer organiser meetingorganizer meetingorganiser host createdby")
    | other_languages.ORGANISERS
)
ATTENDEE_HEADERS: Final = (
    _words(
        "attendees requiredattendees optionalattendees participants invitees guests members "
        "people present"
    )
    | other_languages.ATTENDEES
)
SUBJECT_HEADERS: Final = (
    _words("subject title summary meeting event meetingname topic") | other_languages.SUBJECTS
)
MEETING_DAY_HEADERS: Final = _words(
    "startdate start date day datum beginntam debut datedebut fecha data begindatum"
)
CAPTION_HEADERS: Final = _words("label edgelabel caption connectionlabel")
CONTACT_HEADERS: Final = _words(
    "email emailaddress mail phone phonenumber telephone website url address"
)

# A code book tells of columns: at least two of these head it, and no name does.
CODE_BOOK_HEADERS: Final = _words(
    "variable variablename column columnname field fieldname attribute question questiontext "
    "datatype values valuelabels coding codes codebook description definition meaning explanation "
    "measurement units unit datasheet responseoptions options"
)

# "respondent" may head the column of those who answered, which is the source where no other is.
SOURCE_AND_REPORTER: Final = (
    _words("respondent ego reporter reportedby respondentname answeredby interviewee")
    | other_languages.RESPONDENTS
)
MISSING_WORDS: Final = (
    _words("na n/a #n/a nan <na> null nil none missing . - -- --- ? ?? unknown (blank) #null!")
    | frozenset({"\u2013", "\u2014"})
    | _words("#ref! #value! #div/0! #name? n.a. n.a")
    | frozenset({"not available", "no data", "not known", "not recorded", "no answer"})
    | other_languages.MISSING
)
