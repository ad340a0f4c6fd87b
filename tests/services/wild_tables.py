"""Tables in the many ways people lay them out; every name in them is invented.

Each entry gives the texts of the files and, for each, what it holds and the column of each role;
columns that are not named there are kept as they came or left out. PARTNER's export of answers is
synthetic: its layout is assumed, since no description of it could be read.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple


class Wild(NamedTuple):
    title: str
    files: Mapping[str, str]
    holds: Mapping[str, str]
    roles: Mapping[str, Mapping[str, str]]


GEPHI_TABLE: Final = """Id;Label;Timeset;Kind of place
n0;Harbour Office;<[2001.0,2020.0]>;public
n1;Net Makers;;private
n2;Lighthouse Trust;;civic
n3;Ferry Line;;private
n4;Fish Market;;private
n5;Town Hall;;public
"""
WILD: Final = (
    Wild(
        "Gephi tables with codes",
        {
            "nodes.csv": GEPHI_TABLE,
            "edges.csv": "Source;Target;Type;Id;Label;Timeset;Weight\n"
            "n0;n1;Directed;0;;;1.0\nn1;n2;Undirected;1;;;2.5\nn2;n0;Mixed;2;;;1.0\n"
            "n0;n3;Directed;3;;<[2019,2020]>;1.0\n",
        },
        {"nodes.csv": "stakeholders", "edges.csv": "relationships"},
        {
            "nodes.csv": {"id": "Id", "name": "Label", "group": "Kind of place"},
            "edges.csv": {
                "source": "Source",
                "target": "Target",
                "directed": "Type",
                "weight": "Weight",
            },
        },
    ),
    Wild(
        "Gephi tables without codes",
        {
            "nodes.csv": "Label;Sector\nMill;food\nFerry;transport\nInn;food\nQuay;transport\n",
            "edges.csv": "Source;Target;Type\nMill;Ferry;Undirected\nFerry;Inn;Undirected\n"
            "Inn;Quay;Undirected\n",
        },
        {"nodes.csv": "stakeholders", "edges.csv": "relationships"},
        {
            "nodes.csv": {"name": "Label", "group": "Sector"},
            "edges.csv": {"source": "Source", "target": "Target", "directed": "Type"},
        },
    ),
    Wild(
        "Gephi edges whose type is a kind",
        {
            "edges.csv": "Source;Target;Type;Weight\nMill;Ferry;friend;1\nFerry;Inn;trade;2\n"
            "Inn;Mill;friend;1\n"
        },
        {"edges.csv": "relationships"},
        {
            "edges.csv": {
                "source": "Source",
                "target": "Target",
                "kind": "Type",
                "weight": "Weight",
            }
        },
    ),
    Wild(
        "Kumu sheets",
        {
            "elements.csv": "Label,Type,Description,Tags,Image\n"
            "Mill,Business,Grinds,water|old,\nFerry,Business,,water,\nInn,Venue,,old|trade,\n"
            "Town,Place,,,\nQuay,Place,,water,\n",
            "connections.csv": "From,To,Type,Direction,Label,Strength\n"
            "Mill,Ferry,works with,mutual,since 2019,Strong\nFerry,Inn|Quay,funds,directed,,Weak\n"
            "Inn,Mill,funds,directed,in kind,Strong\n",
        },
        {"elements.csv": "stakeholders", "connections.csv": "relationships"},
        {
            "elements.csv": {"name": "Label", "group": "Type", "notes": "Description"},
            "connections.csv": {
                "source": "From",
                "target": "To",
                "kind": "Type",
                "directed": "Direction",
            },
        },
    ),
    Wild(
        "Kumu sheets in lower case with a caption that repeats the type",
        {
            "elements.csv": "label,tags,type,url\nmill,old,core,https://a.example\n"
            "ferry,old|wet,core,https://b.example\ninn,,edge,https://c.example\n",
            "connections.csv": "from,to,type,label\nmill,ferry,uses,uses\nferry,inn,feeds,feeds\n"
            "inn,mill,uses,uses\n",
        },
        {"elements.csv": "stakeholders", "connections.csv": "relationships"},
        {
            "elements.csv": {"name": "label", "group": "type"},
            "connections.csv": {"source": "from", "target": "to", "kind": "type"},
        },
    ),
    Wild(
        "Graph Commons",
        {
            "nodes.csv": "Node Type,Name,Description,Image,Reference,id\n"
            "Organisation,Mill Trust,Keeps the mill,,https://a.example,77a\n"
            "Person,Ann Oak,,,,77b\nOrganisation,Inn Guild,,,,77c\nPlace,Weir,,,,77d\n",
            "edges.csv": "From Type,From Name,Edge Type,To Type,To Name,Weight,id\n"
            "Organisation,Mill Trust,EMPLOYS,Person,Ann Oak,1,1\n"
            "Organisation,Inn Guild,EMPLOYS,Person,Ann Oak,1,2\n"
            "Organisation,Mill Trust,OWNS,Place,Weir,3,3\n",
        },
        {"nodes.csv": "stakeholders", "edges.csv": "relationships"},
        {
            "nodes.csv": {"group": "Node Type", "name": "Name", "notes": "Description", "id": "id"},
            "edges.csv": {
                "source_group": "From Type",
                "source": "From Name",
                "kind": "Edge Type",
                "target_group": "To Type",
                "target": "To Name",
                "weight": "Weight",
            },
        },
    ),
    Wild(
        "Polinode",
        {
            "Nodes.csv": "Name,Department,Tenure\nAnn Oak,Sales,3\nBob Elm,Sales,5\n"
            "Cy Fir,Care,2\nDi Ash,Care,9\n",
            "Edges.csv": "Source,Target,I go to this person for advice\nAnn Oak,Bob Elm,1\n"
            "Bob Elm,Cy Fir,1\nCy Fir,Di Ash,1\n",
        },
        {"Nodes.csv": "stakeholders", "Edges.csv": "relationships"},
        {
            "Nodes.csv": {"name": "Name", "group": "Department"},
            "Edges.csv": {"source": "Source", "target": "Target"},
        },
    ),
    Wild(
        "PARTNER members",
        {
            "members.csv": "Primary Organization,Map Label,First Name,Last Name,Email,Job Title,"
            "City,Postal Code,Sector,Primary Org Function\n"
            "Mill Trust,MT,Ann,Oak,ann@mill.example,Director,Ashby,01234,Nonprofit,Service\n"
            "Ferry Board,FB,Bob,Elm,bob@ferry.example,Clerk,Elmton,01235,Public,Policy\n"
            "Inn Guild,IG,Cy,Fir,cy@inn.example,Clerk,Elmton,01236,Nonprofit,Service\n"
            "Quay Club,QC,Di,Ash,di@quay.example,Chair,Ashby,01237,Public,Policy\n"
        },
        {"members.csv": "stakeholders"},
        {
            "members.csv": {
                "name": "Primary Organization",
                "id": "Map Label",
                "place": "City",
                "group": "Sector",
                "role": "Primary Org Function",
            }
        },
    ),
    Wild(
        "PARTNER answers, one column a question (synthetic)",
        {
            "answers.csv": "Respondent,Named Partner,How often do you meet,How much do you share,"
            "Do you trust them\nMill Trust,Ferry Board,3,2,4\nMill Trust,Inn Guild,1,1,2\n"
            "Ferry Board,Mill Trust,2,2,3\nInn Guild,Ferry Board,4,3,2\n"
        },
        {"answers.csv": "relationships"},
        {
            "answers.csv": {
                "source": "Respondent",
                "target": "Named Partner",
                "depth": "How often do you meet",
            }
        },
    ),
    Wild(
        "SumApp members",
        {
            "members.csv": "First Name,Last Name,Email,Segment\nAnn,Oak,ann@x.example,North\n"
            "Bob,Elm,bob@x.example,South\nCy,Fir,cy@x.example,North\nDi,Ash,di@x.example,South\n"
        },
        {"members.csv": "stakeholders"},
        {"members.csv": {"first_name": "First Name", "last_name": "Last Name", "group": "Segment"}},
    ),
    Wild(
        "PRSM",
        {
            "Factors.csv": "Label,Note,Style,x,y\nFlow of water,rises,1,10.5,-3\n"
            "Trust,,2,1,2\nTolls,,1,4,5\n",
            "Links.csv": "From,To,Label,Note,Style\nFlow of water,Trust,,slowly,1\n"
            "Trust,Tolls,,,1\n",
        },
        {"Factors.csv": "stakeholders", "Links.csv": "relationships"},
        {
            "Factors.csv": {"name": "Label", "notes": "Note", "x": "x", "y": "y"},
            "Links.csv": {"source": "From", "target": "To", "notes": "Note"},
        },
    ),
    Wild(
        "NodeXL",
        {
            "Edges.csv": "Vertex 1,Vertex 2,Color,Width,Label,Reciprocated?,Edge Weight\n"
            "mill,ferry,,,,No,1\nferry,inn,,,,No,2\ninn,mill,,,,No,1\n",
            "Vertices.csv": "Vertex,Color,Label,Tooltip,X,Y,Degree\nmill,,The Mill,,1,2,2\n"
            "ferry,,The Ferry,,3,4,2\ninn,,The Inn,,5,6,2\n",
        },
        {"Edges.csv": "relationships", "Vertices.csv": "stakeholders"},
        {
            "Edges.csv": {"source": "Vertex 1", "target": "Vertex 2", "weight": "Edge Weight"},
            "Vertices.csv": {"name": "Vertex", "x": "X", "y": "Y"},
        },
    ),
    Wild(
        "a register with ratings in words",
        {
            "register.csv": "Name,Email,Role,Department,Influence,Interest,Support\n"
            "Ann Oak,ann@x.example,Chair,Ops,High,Medium,champion\n"
            "Bob Elm,bob@x.example,Clerk,Finance,Low,High,neutral\n"
            "Cy Fir,cy@x.example,Clerk,Ops,Medium,High,resistant\n"
            "Di Ash,di@x.example,Head,Finance,Low,Low,supporter\n"
        },
        {"register.csv": "stakeholders"},
        {
            "register.csv": {
                "name": "Name",
                "role": "Role",
                "group": "Department",
                "influence": "Influence",
                "interest": "Interest",
            }
        },
    ),
    Wild(
        "a register whose ratings go to a hundred",
        {
            "register.csv": "Stakeholder,Category,Power,Interest\nMill,Trade,80,4\n"
            "Ferry,Trade,55,2\n"
            "Inn,Civic,20,5\nQuay,Civic,95,1\n"
        },
        {"register.csv": "stakeholders"},
        {"register.csv": {"name": "Stakeholder", "group": "Category", "interest": "Interest"}},
    ),
    Wild(
        "answers, a row for each partner and question",
        {
            "answers.csv": "Respondent,Question,Named partner\nMill,advice,Ferry\nMill,money,Inn\n"
            "Ferry,advice,Inn\nInn,advice,Mill\n"
        },
        {"answers.csv": "relationships"},
        {
            "answers.csv": {
                "source": "Respondent",
                "kind": "Question",
                "target": "Named partner",
            }
        },
    ),
    Wild(
        "answers with the organisation each respondent speaks for",
        {
            "answers.csv": "Timestamp,Respondent ID,Organisation,Question,Partner\n"
            "3/15/2024 10:22:33,R1,Mill,advice,Ferry\n3/15/2024 10:22:33,R1,Mill,money,Inn\n"
            "3/16/2024 9:01:00,R2,Mill,advice,Inn\n3/17/2024 9:05:10,R3,Ferry,advice,Inn\n"
            "3/18/2024 9:05:10,R4,Inn,advice,Mill\n"
        },
        {"answers.csv": "relationships"},
        {
            "answers.csv": {
                "reported_on": "Timestamp",
                "reporter": "Respondent ID",
                "source": "Organisation",
                "kind": "Question",
                "target": "Partner",
            }
        },
    ),
    Wild(
        "a calendar",
        {
            "calendar.csv": "Subject,Start Date,Start Time,Meeting Organizer,Required Attendees,"
            "Location\nPlan,2024-03-04,9:00,Ann Oak,Bob Elm;Cy Fir,Room 1\n"
            "Review,2024-03-15,9:00,Bob Elm,Ann Oak;Di Ash,Room 2\n"
            "Plan,2024-03-20,9:00,Ann Oak,Bob Elm,Room 1\n"
        },
        {"calendar.csv": "relationships"},
        {
            "calendar.csv": {
                "last_contact": "Start Date",
                "source": "Meeting Organizer",
                "target": "Required Attendees",
            }
        },
    ),
    Wild(
        "who came to what",
        {
            "attendance.csv": "Person,Event\nAnn,Fair\nBob,Fair\nAnn,Hearing\nCy,Hearing\n"
            "Bob,Hearing\nCy,Walk\nAnn,Walk\n"
        },
        {"attendance.csv": "memberships"},
        {"attendance.csv": {"name": "Person", "group": "Event"}},
    ),
    Wild(
        "committees with their members in one cell",
        {
            "committees.csv": "Committee,Members\nWater,Ann Oak; Bob Elm\nRoads,Cy Fir; Ann Oak\n"
            "Schools,Di Ash\n"
        },
        {"committees.csv": "memberships"},
        {"committees.csv": {"group": "Committee", "name": "Members"}},
    ),
    Wild(
        "members beside their list, with the part they have",
        {
            "people.csv": "Name,Town\nAnn,Ashby\nBob,Elmton\nCy,Ashby\nDi,Elmton\n",
            "boards.csv": "Board,Member,Role\nWater,Ann,chair\nWater,Bob,clerk\nRoads,Ann,clerk\n"
            "Roads,Cy,chair\nSchools,Bob,chair\n",
        },
        {"people.csv": "stakeholders", "boards.csv": "memberships"},
        {
            "people.csv": {"name": "Name", "place": "Town"},
            "boards.csv": {"group": "Board", "name": "Member", "role": "Role"},
        },
    ),
    Wild(
        "two columns that nobody named",
        {
            "list.csv": "one,other\nAnn,fair\nBob,fair\nAnn,hearing\nCy,hearing\nBob,hearing\n"
            "Cy,walk\nAnn,walk\n"
        },
        {"list.csv": "memberships"},
        {"list.csv": {"name": "one", "group": "other"}},
    ),
    Wild(
        "a project a row, and who is in it by name",
        {
            "people.csv": "Name,Email\nAnn,a@x.example\nBob,b@x.example\nCy,c@x.example\n",
            "work.csv": "What they do,Who\ndredging,Ann\ndredging,Bob\nsurveying,Ann\n"
            "surveying,Cy\nmending,Bob\n",
        },
        {"people.csv": "stakeholders", "work.csv": "memberships"},
        {
            "people.csv": {"name": "Name"},
            "work.csv": {"name": "Who", "group": "What they do"},
        },
    ),
    Wild(
        "French",
        {
            "acteurs.csv": "Nom de l'organisation;Secteur;Ville\nMoulin;eau;Ash\n"
            "Bac;transport;Elm\nAuberge;commerce;Elm\nQuai;transport;Ash\n",
            "liens.csv": "De;À;Type de relation;Poids\nMoulin;Bac;finance;1,5\n"
            "Bac;Auberge;conseil;2,0\nAuberge;Moulin;finance;3\n",
        },
        {"acteurs.csv": "stakeholders", "liens.csv": "relationships"},
        {
            "acteurs.csv": {
                "name": "Nom de l'organisation",
                "group": "Secteur",
                "place": "Ville",
            },
            "liens.csv": {
                "source": "De",
                "target": "À",
                "kind": "Type de relation",
                "weight": "Poids",
            },
        },
    ),
    Wild(
        "German people, whose name is the last name",
        {
            "personen.csv": "Vorname;Name;Organisation;Einfluss;Ort\nAnn;Eiche;Mühle;hoch;Ash\n"
            "Bob;Ulme;Mühle;niedrig;Elm\nCy;Tanne;Fähre;mittel;Elm\nDi;Esche;Fähre;hoch;Ash\n"
        },
        {"personen.csv": "stakeholders"},
        {
            "personen.csv": {
                "first_name": "Vorname",
                "last_name": "Name",
                "group": "Organisation",
                "influence": "Einfluss",
                "place": "Ort",
            }
        },
    ),
    Wild(
        "German relationships with levels in words",
        {
            "beziehungen.csv": "Von;An;Ebene;Datum\nMühle;Fähre;Koordination;15.03.2024\n"
            "Fähre;Gasthof;Zusammenarbeit;16.03.2024\nGasthof;Mühle;Kommunikation;1.4.2024\n"
        },
        {"beziehungen.csv": "relationships"},
        {
            "beziehungen.csv": {
                "source": "Von",
                "target": "An",
                "depth": "Ebene",
                "reported_on": "Datum",
            }
        },
    ),
    Wild(
        "Dutch names in two parts",
        {
            "deelnemers.csv": "voornaam,naam,affiliatie,rol\nAnn,Eik,Molen,voorzitter\n"
            "Bob,Iep,Molen,lid\nCy,Den,Veer,lid\nDi,Es,Veer,voorzitter\n"
        },
        {"deelnemers.csv": "stakeholders"},
        {
            "deelnemers.csv": {
                "first_name": "voornaam",
                "last_name": "naam",
                "group": "affiliatie",
                "role": "rol",
            }
        },
    ),
    Wild(
        "Spanish",
        {
            "actores.csv": "Nombre;Sector;Influencia\nMolino;agua;alta\nBarca;transporte;baja\n"
            "Posada;comercio;media\nMuelle;transporte;alta\n",
            "vinculos.csv": "Origen;Destino;Tipo\nMolino;Barca;dinero\nBarca;Posada;consejo\n"
            "Posada;Molino;dinero\n",
        },
        {"actores.csv": "stakeholders", "vinculos.csv": "relationships"},
        {
            "actores.csv": {"name": "Nombre", "group": "Sector", "influence": "Influencia"},
            "vinculos.csv": {"source": "Origen", "target": "Destino", "kind": "Tipo"},
        },
    ),
    Wild(
        "Italian names in two parts",
        {
            "elenco.csv": "Cognome;Nome;Ente;Comune\nQuercia;Anna;Mulino;Ash\n"
            "Olmo;Berto;Mulino;Elm\nPino;Ciro;Traghetto;Elm\nFrassino;Dina;Traghetto;Ash\n"
        },
        {"elenco.csv": "stakeholders"},
        {"elenco.csv": {"last_name": "Cognome", "first_name": "Nome", "group": "Ente"}},
    ),
    Wild(
        "organisations in pairs",
        {
            "pairs.csv": "Organisation 1,Organisation 2,Nature of relationship,Last contact\n"
            "Mill,Ferry,lends tools,2024-05-01\nFerry,Inn,buys,2024-04-01\nMill,Quay,buys,\n"
        },
        {"pairs.csv": "relationships"},
        {
            "pairs.csv": {
                "source": "Organisation 1",
                "target": "Organisation 2",
                "kind": "Nature of relationship",
                "last_contact": "Last contact",
            }
        },
    ),
    Wild(
        "money from donors to recipients",
        {
            "grants.csv": 'Donor,Recipient,Amount,Year\nMill Trust,Ferry Board,"1,200",2023\n'
            'Mill Trust,Inn Guild,"3,400",2024\nQuay Club,Inn Guild,"1,000",2024\n'
        },
        {"grants.csv": "relationships"},
        {"grants.csv": {"source": "Donor", "target": "Recipient"}},
    ),
    Wild(
        "a list of names with the years they worked",
        {
            "people.csv": "Name,Organisation,From,To\nAnn,Mill,2001,2010\nBob,Mill,2003,2004\n"
            "Cy,Ferry,2010,2020\nDi,Ferry,2001,2003\n"
        },
        {"people.csv": "stakeholders"},
        {"people.csv": {"name": "Name", "group": "Organisation"}},
    ),
    Wild(
        "relationships with years for dates",
        {
            "ties.csv": "from,to,type,date\nMill,Ferry,money,2019\nFerry,Inn,advice,2020\n"
            "Inn,Mill,money,2021\n"
        },
        {"ties.csv": "relationships"},
        {"ties.csv": {"source": "from", "target": "to", "kind": "type"}},
    ),
    Wild(
        "names by code with leading noughts",
        {
            "orgs.csv": "org_id,org_name,sector\n007,Mill,food\n008,Ferry,transport\n"
            "009,Inn,food\n010,Quay,transport\n",
            "ties.csv": "source_id,target_id,relation\n007,008,money\n008,009,advice\n"
            "010,007,money\n009,007,advice\n",
        },
        {"orgs.csv": "stakeholders", "ties.csv": "relationships"},
        {
            "orgs.csv": {"id": "org_id", "name": "org_name", "group": "sector"},
            "ties.csv": {"source": "source_id", "target": "target_id", "kind": "relation"},
        },
    ),
    Wild(
        "a code book beside relationships",
        {
            "ties.csv": "from,to,strength\nMill,Ferry,2\nFerry,Mill,1\nMill,Inn,3\n",
            "codebook.csv": "Variable,Description,Values\nfrom,who names,text\nto,the named,text\n"
            "strength,how strong,1 to 3\n",
        },
        {"ties.csv": "relationships", "codebook.csv": "left aside"},
        {"ties.csv": {"source": "from", "target": "to", "weight": "strength"}},
    ),
    Wild(
        "points that part words in headers, and codes of letters and numbers",
        {
            "nodes.csv": "id,outlet,outlet.type,type.label,audience.size\n"
            "s01,Harbour Times,1,Newspaper,20\ns02,Weir Post,1,Newspaper,25\n"
            "s03,Quay News,1,Newspaper,30\ns04,Mill TV,2,Television,56\n"
            "s05,Ferry TV,2,Television,34\ns06,Inn Online,3,Online,33\n",
            "edges.csv": "from,to,weight,type\ns01,s02,10,hyperlink\ns01,s02,12,hyperlink\n"
            "s02,s03,22,hyperlink\ns04,s05,21,mention\ns05,s06,1,mention\ns06,s01,2,mention\n",
        },
        {"nodes.csv": "stakeholders", "edges.csv": "relationships"},
        {
            "nodes.csv": {"id": "id", "name": "outlet", "group": "type.label"},
            "edges.csv": {"source": "from", "target": "to", "weight": "weight", "kind": "type"},
        },
    ),
    Wild(
        "a register with two words in a header and the scale in brackets",
        {
            "register.csv": "Stakeholder ID,Name,Role / Title,Organisation / Department,"
            "Contact Information,Influence (H/M/L),Interest (H/M/L),Strategy\n"
            "STK-1,Ann Oak,Sponsor,Ops,a@x.example,H,M,Manage closely\n"
            "STK-2,Bob Elm,Lead,Ops,b@x.example,M,M,Keep informed\n"
            "STK-3,Cy Fir,Member,Works,c@x.example,L,H,Keep informed\n"
            "STK-4,Di Ash,Member,Works,d@x.example,L,L,Watch\n"
        },
        {"register.csv": "stakeholders"},
        {
            "register.csv": {
                "id": "Stakeholder ID",
                "name": "Name",
                "role": "Role / Title",
                "group": "Organisation / Department",
                "influence": "Influence (H/M/L)",
                "interest": "Interest (H/M/L)",
            }
        },
    ),
    Wild(
        "people who work together, told with their organisations",
        {
            "pairs.csv": "PrimaryCollaborator_PersonId,SecondaryCollaborator_PersonId,MetricDate,"
            "Strong_score,PrimaryCollaborator_Organization,SecondaryCollaborator_Organization\n"
            "p1,p2,2024-01-01,0.4,HR,IT\np1,p3,2024-01-01,0.4,HR,Ops\n"
            "p2,p3,2024-01-01,0.4,IT,Ops\np3,p1,2024-01-01,0.4,Ops,HR\n"
        },
        {"pairs.csv": "relationships"},
        {
            "pairs.csv": {
                "source": "PrimaryCollaborator_PersonId",
                "target": "SecondaryCollaborator_PersonId",
                "source_group": "PrimaryCollaborator_Organization",
                "target_group": "SecondaryCollaborator_Organization",
            }
        },
    ),
    Wild(
        "whom each one works with, in one cell",
        {
            "list.csv": "Stakeholder,Sector,Works with\nMill,food,Ferry;Inn\nFerry,transport,Mill\n"
            "Inn,food,Ferry\n"
        },
        {"list.csv": "relationships"},
        {"list.csv": {"source": "Stakeholder", "source_group": "Sector", "target": "Works with"}},
    ),
    Wild(
        "who reports to whom",
        {
            "staff.csv": "Employee,Reports to,Department\nAnn,Di,Ops\nBob,Di,Ops\nCy,Ann,Works\n"
            "Ed,Ann,Works\nFi,Bob,Works\n"
        },
        {"staff.csv": "relationships"},
        {
            "staff.csv": {
                "source": "Employee",
                "source_group": "Department",
                "target": "Reports to",
            }
        },
    ),
    Wild(
        "contacts exported from a site for work",
        {
            "Connections.csv": "First Name,Last Name,URL,Email Address,Company,Position,"
            "Connected On\nAnn,Oak,https://x.example/1,,Mill,Head,15 Mar 2024\n"
            "Bob,Elm,https://x.example/2,,Mill,Clerk,16 Mar 2024\n"
            "Cy,Fir,https://x.example/3,,Ferry,Clerk,17 Mar 2024\n"
            "Di,Ash,https://x.example/4,,Ferry,Chair,18 Mar 2024\n"
        },
        {"Connections.csv": "stakeholders"},
        {
            "Connections.csv": {
                "first_name": "First Name",
                "last_name": "Last Name",
                "group": "Company",
                "role": "Position",
            }
        },
    ),
    Wild(
        "letters from one to several",
        {
            "mail.csv": "From,To,Subject,Date\nann@x.example,bob@x.example,Hi,2024-01-02 10:00\n"
            "bob@x.example,ann@x.example;cy@x.example,Re: Hi,2024-01-02 11:00\n"
            "cy@x.example,ann@x.example,Yes,2024-01-03 11:00\n"
        },
        {"mail.csv": "relationships"},
        {"mail.csv": {"source": "From", "target": "To", "reported_on": "Date"}},
    ),
    Wild(
        "companies and their directors",
        {
            "boards.csv": "company,director,appointed\nMill,Ann,2001\nMill,Bob,2002\n"
            "Ferry,Ann,2003\nFerry,Cy,2004\nInn,Bob,2005\nInn,Cy,2006\n"
        },
        {"boards.csv": "memberships"},
        {"boards.csv": {"group": "company", "name": "director"}},
    ),
    Wild(
        "answers to a form, a person a row",
        {
            "form.csv": "ID,Start time,Completion time,Email,Name,"
            "Which organisation do you work for?,3. How influential are you? (1-5)\n"
            "1,3/4/24 9:00:00,3/4/24 9:10:00,a@x.example,Ann,Mill,3\n"
            "2,3/4/24 9:00:00,3/4/24 9:11:00,b@x.example,Bob,Mill,2\n"
            "3,3/5/24 9:00:00,3/5/24 9:12:00,c@x.example,Cy,Ferry,4\n"
            "4,3/5/24 9:00:00,3/5/24 9:13:00,d@x.example,Di,Ferry,4\n"
        },
        {"form.csv": "stakeholders"},
        {
            "form.csv": {
                "id": "ID",
                "name": "Name",
                "group": "Which organisation do you work for?",
            }
        },
    ),
    Wild(
        "people in pairs",
        {"pairs.csv": "Person A;Person B;Context\nAnn;Bob;work\nBob;Cy;home\nAnn;Cy;work\n"},
        {"pairs.csv": "relationships"},
        {"pairs.csv": {"source": "Person A", "target": "Person B"}},
    ),
    Wild(
        "two columns that share names and say nothing",
        {"ab.csv": "A,B\nMill,Ferry\nFerry,Inn\nInn,Mill\nMill,Quay\nQuay,Inn\n"},
        {"ab.csv": "relationships"},
        {"ab.csv": {"source": "A", "target": "B"}},
    ),
    Wild(
        "projects with a lead and partners in one cell",
        {
            "projects.csv": "Project,Lead organisation,Partners,Budget\n"
            "Dredging,Mill,Ferry; Inn,100\nSurvey,Ferry,Mill,200\nMending,Inn,Ferry; Quay,50\n"
        },
        {"projects.csv": "relationships"},
        {"projects.csv": {"source": "Lead organisation", "target": "Partners"}},
    ),
    Wild(
        "partners in columns of their own, none of which is a group",
        {
            "form.csv": "Organisation,Partner 1,Partner 2,Partner 3\nMill,Ferry,Inn,\n"
            "Ferry,Mill,,\nInn,Mill,Ferry,Quay\nQuay,Inn,Mill,\nWeir,Ferry,Inn,\n"
        },
        {"form.csv": "stakeholders"},
        {"form.csv": {"name": "Organisation"}},
    ),
    Wild(
        "levels on another scale than ours",
        {
            "said.csv": "source,target,Level of collaboration\nMill,Ferry,5\nFerry,Inn,4\n"
            "Inn,Mill,5\nMill,Inn,1\n"
        },
        {"said.csv": "relationships"},
        {"said.csv": {"source": "source", "target": "target"}},
    ),
    Wild(
        "Dutch names in one column",
        {
            "lijst.csv": "Naam,Organisatie,Rol,Invloed,Belang\nAnn,Molen,voorzitter,hoog,laag\n"
            "Bob,Veer,lid,laag,hoog\nCy,Veer,lid,gemiddeld,hoog\nDi,Molen,lid,laag,hoog\n"
        },
        {"lijst.csv": "stakeholders"},
        {
            "lijst.csv": {
                "name": "Naam",
                "group": "Organisatie",
                "role": "Rol",
                "influence": "Invloed",
                "interest": "Belang",
            }
        },
    ),
    Wild(
        "headers in letters of another script",
        {"list.csv": "氏名,所属\n山田,製粉所\n鈴木,渡し船\n佐藤,製粉所\n高橋,渡し船\n"},
        {"list.csv": "stakeholders"},
        {"list.csv": {"name": "氏名", "group": "所属"}},
    ),
    Wild(
        "answers by letter, with the organisation of each",
        {
            "form.csv": "Email Address,Your organisation,Partner organisation,"
            "How do you work together?,How often?\na@x.example,Mill,Ferry,Coordination,monthly\n"
            "a@x.example,Mill,Inn,Collaboration,weekly\nb@x.example,Ferry,Inn,Communication,weekly\n"
            "c@x.example,Inn,Mill,Coordination,monthly\n"
        },
        {"form.csv": "relationships"},
        {
            "form.csv": {
                "reporter": "Email Address",
                "source": "Your organisation",
                "target": "Partner organisation",
                "depth": "How do you work together?",
            }
        },
    ),
    Wild(
        "what came of relationships, and when they last spoke by month",
        {
            "said.csv": "From,To,Status,Last contact\nMill,Ferry,active,March 2024\n"
            "Ferry,Inn,dormant,April 2024\nInn,Mill,ended,2023\n"
        },
        {"said.csv": "relationships"},
        {"said.csv": {"source": "From", "target": "To", "status": "Status"}},
    ),
    Wild(
        "names alone",
        {"names.csv": "name\nMill\nFerry\nInn\n"},
        {"names.csv": "stakeholders"},
        {"names.csv": {"name": "name"}},
    ),
)
