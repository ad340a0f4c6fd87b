"""Headers that people and other tools use, read without case, spaces, underscores and dashes."""

import re
from collections.abc import Mapping
from typing import Final

from landscape.services.importing.roles import ColumnRole as R

_APART: Final = re.compile(r"[\s_\-.:/()?#]+")


def plain(header: str) -> str:
    """A header as it is compared: "Vertex 1" and "vertex_1" are both "vertex1"."""
    return _APART.sub("", header.casefold())


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STAKEHOLDER_HEADERS: Final[Mapping[R, frozenset[str]]] = {
    R.NAME: _words(
        "name label organization organisation vertex node unodes nodelab affiliatie "
        "primaryorganization "
        "primaryorganisation element stakeholder stakeholdername fullname organizationname "
        "organisationname person member participant nameoforganisation nameoforganization actor"
    ),
    R.FIRST_NAME: _words("firstname voornaam nome givenname vorname prenom"),
    R.LAST_NAME: _words("lastname surname naam cognome familyname nachname nom"),
    R.ID: _words("id nodeid code key identifier stakeholderid elementid"),
    R.GROUP: _words(
        "group constituency sector segment category cluster community stakeholdergroup "
        "nodetype type elementtype organisationtype organizationtype grouping team department"
    ),
    R.KIND: _words("kind stakeholderkind type elementtype"),
    R.ROLE: _words("role jobtitle position job function primaryorgfunction"),
    R.LEVEL: _words("level levelofscale scale"),
    R.PLACE: _words("place location city town"),
    R.LATITUDE: _words("latitude lat"),
    R.LONGITUDE: _words("longitude lon lng long"),
    R.INFLUENCE: _words("influence power"),
    R.INTEREST: _words("interest"),
    R.ASKED: _words("asked answered responded response"),
    R.NOTES: _words("notes note comment comments remarks description"),
}

RELATIONSHIP_HEADERS: Final[Mapping[R, frozenset[str]]] = {
    R.SOURCE: _words(
        "from source vertex1 ego sender i node1 sourcename fromname sourceid mergeparticipantid"
    ),
    R.TARGET: _words(
        "to target vertex2 alter recver receiver j node2 targetname toname targetid "
        "targetmergeparticpantid targetmergeparticipantid partner namedpartner"
    ),
    R.REPORTER: _words(
        "responseid respondent respondentid numid reporter rater reportedby whosaidso"
    ),
    R.DEPTH: _words("depth relationshipdepth levelofrelationship"),
    R.KIND: _words(
        "kind type relation relationship edge edgetype connectiontype pathtype relationshiptype"
    ),
    R.WEIGHT: _words("weight strength value totalweight collab n"),
    R.DIRECTED: _words("directed direction directedness"),
    R.STATUS: _words("status"),
    R.REPORTED_ON: _words("date reportedon reportdate"),
    R.LAST_CONTACT: _words("lastcontact lastseen"),
    R.SOURCE_GROUP: _words("fromgroup sourcegroup fromsector sourcesector fromtype sourcetype"),
    R.TARGET_GROUP: _words("togroup targetgroup tosector targetsector totype targettype"),
    R.NOTES: _words("notes note comment comments remarks description"),
}

# "respondent" may head the column of those who answered, which is the source where no other is.
SOURCE_AND_REPORTER: Final = _words("respondent ego reporter reportedby")
MISSING_WORDS: Final = _words("na n/a #n/a nan null none . - -- 9997 unknown")
