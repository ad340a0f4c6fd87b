"""What headers and values are called in Dutch, French, German, Italian and Spanish.

Headers are written without accents, spaces and other signs; only words that say one thing stand
here. Words for pairs of ends stand together, since "a" or "de" alone says nothing.
"""

from collections.abc import Mapping
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NAMES: Final = _words(
    "akteur akteure bezeichnung nomcomplet nomeprenom nombrecompleto nomecompleto "
    "denominazione denominacion vollstandigername stakeholdernaam naamstakeholder acteur "
    "nomdelacteur partieprenante parteinteresada actores portatoredinteresse"
)
PERSONS: Final = _words("personne persona persoon deelnemer teilnehmer participante partecipante")
ORGANISATIONS: Final = _words(
    "organisatie organisatienaam naamorganisatie organisationsname nameorganisation "
    "namederorganisation einrichtung institut nomdelorganisation nomdelastructure "
    "organizacion nombredelaorganizacion institucion entidad organizzazione nomeorganizzazione "
    "ente associazione"
)
OCCASIONS: Final = _words(
    "veranstaltung treffen sitzung projekt arbeitsgruppe gremium evenement reunion projet comite "
    "atelier bijeenkomst vergadering werkgroep evento proyecto comision progetto riunione tavolo"
)
ORGANISERS: Final = _words(
    "organisator besprechungsplaner organisateur organizador organizzatore einladende"
)
ATTENDEES: Final = _words(
    "teilnehmende teilnehmer erforderlicheteilnehmer participantsobligatoires deelnemers "
    "asistentes participantes partecipanti aanwezigen"
)
SUBJECTS: Final = _words("betreff objet onderwerp asunto oggetto titel titre titolo titulo")
RESPONDENTS: Final = _words("repondant repondante respondente encuestado befragte intervistato")

HEADERS: Final[Mapping[str, frozenset[str]]] = {
    "first_name": _words("vorname prenom voornaam nome nombre"),
    "last_name": _words("nachname familienname nom naam achternaam cognome apellido apellidos"),
    "id": _words("kurzel kennung code nummer identifiant sigle sigla codice codigo"),
    "group": _words(
        "gruppe sektor bereich kategorie groupe secteur categorie college groep sektoren "
        "grupo categoria gruppo settore tipodeorganizacion organisationstyp typologie typ tipo"
    ),
    "role": _words("rolle funktion fonction poste functie rol cargo funcion ruolo funzione"),
    "place": _words("ort stadt standort ville commune lieu plaats stad ciudad lugar citta luogo"),
    "latitude": _words("breitengrad latitud latitudine breedtegraad"),
    "longitude": _words("langengrad longitud longitudine lengtegraad"),
    "influence": _words("einfluss macht invloed influencia poder influenza potere"),
    "interest": _words("interesse interet belang interes"),
    "notes": _words(
        "notizen bemerkung bemerkungen anmerkung beschreibung remarque remarques commentaire "
        "opmerking opmerkingen toelichting omschrijving notas observaciones descripcion note "
        "descrizione osservazioni"
    ),
    "reporter": _words("befragte repondant encuestado respondente intervistato"),
    "kind": _words(
        "art beziehungsart typ relationstyp typederelation naturedulien soort soortrelatie "
        "tipo tipoderelacion tipodirelazione"
    ),
    "weight": _words("gewicht poids gewichtung peso starke intensite sterkte"),
    "depth": _words("tiefe beziehungstiefe profondeur diepte profundidad profondita"),
    "directed": _words("gerichtet richtung orientation richting direccion direzione"),
    "reported_on": _words("datum fecha dateheure zeitstempel horodateur"),
    "last_contact": _words("letzterkontakt derniercontact laatstecontact ultimocontacto"),
}

ENDS: Final = (
    ("von", "an"),
    ("von", "nach"),
    ("von", "zu"),
    ("quelle", "ziel"),
    ("absender", "empfanger"),
    ("van", "naar"),
    ("van", "aan"),
    ("bron", "doel"),
    ("de", "a"),
    ("de", "vers"),
    ("de", "para"),
    ("source", "cible"),
    ("origine", "destination"),
    ("emetteur", "recepteur"),
    ("origen", "destino"),
    ("desde", "hasta"),
    ("desde", "hacia"),
    ("da", "a"),
    ("da", "verso"),
    ("origine", "destinazione"),
    ("mittente", "destinatario"),
)

MISSING: Final = frozenset(
    {
        "k. a.",
        "k.a.",
        "keine angabe",
        "keine angaben",
        "unbekannt",
        "inconnu",
        "inconnue",
        "non renseigné",
        "non communiqué",
        "onbekend",
        "niet bekend",
        "n.v.t.",
        "desconocido",
        "sin dato",
        "sin datos",
        "sconosciuto",
        "non disponibile",
        "n/d",
        "n.d.",
        "s/d",
    }
)
YES: Final = frozenset(
    {"ja", "j", "oui", "sí", "si", "sì", "wahr", "vrai", "verdadero", "vero", "waar"}
)
NO: Final = frozenset({"nein", "non", "nee", "falsch", "faux", "falso", "onwaar"})

MONTHS: Final[Mapping[str, int]] = {
    word: month
    for month, words in enumerate(
        (
            "january jan januar jänner janvier janv januari enero ene gennaio gen",
            "february feb februar février févr fév februari febrero febbraio febb fevrier",
            "march mar märz mär mars maart mrt marzo maerz",
            "april apr avril avr abril abr aprile",
            "may mai mei mayo maggio mag",
            "june jun juni juin junio giugno giu",
            "july jul juli juillet juil julio luglio lug",
            "august aug août agosto ago augustus augusti aout",
            "september sep sept septembre septiembre settembre set",
            "october oct oktober okt octobre octubre ottobre ott",
            "november nov novembre noviembre",
            "december dec dezember dez décembre déc diciembre dic dicembre decembre",
        ),
        start=1,
    )
    for word in words.split()
}
