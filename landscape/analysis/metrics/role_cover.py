"""E01, role cover: whether every role in the issue is held by some group on the map."""

from landscape.analysis.coverage import missing_roles, roles_of_groups
from landscape.analysis.evidence import Evidence, Metric, Picture
from landscape.model.scales import Role

WORDS = {
    Role.DECIDES: "those who decide",
    Role.FUNDS: "those who pay",
    Role.DELIVERS: "those who do the work",
    Role.AFFECTED: "those it happens to",
    Role.KNOWS: "those who know it well",
    Role.OPPOSES: "those against it",
    Role.BRIDGES: "those who bridge",
}


def role_cover(picture: Picture) -> Evidence:
    r"""Share of the seven roles that some constituency in scope has.

    .. math:: \frac{|\{q \in Q : \text{some } c \in C \text{ has role } q\}|}{|Q|}

    Parameters
    ----------
    picture : Picture
        Its constituencies and stakeholders are read; a constituency without roles of its own
        has those of its stakeholders.

    Returns
    -------
    Evidence
        Roles held, of seven. Recorded: constituencies in scope with any role. Names: the roles
        that nobody has.

    Notes
    -----
    On an empty landscape no role is held and nothing is recorded.

    References
    ----------
    .. [1] This project's evidence measure E01, after the description of who belongs on a map in
       https://www.wenger-trayner.com/systems-convening/.
    """
    missing = missing_roles(picture.constituency, picture.stakeholder)
    return Evidence(
        count=len(Role) - len(missing),
        base=len(Role),
        recorded=len(roles_of_groups(picture.constituency, picture.stakeholder)),
        of=len(picture.in_scope),
        names=tuple(WORDS[role] for role in missing),
    )


METRIC = Metric(
    code="E01",
    title="Who is missing",
    says="{count} of {base} roles are held by a group on the map",
    names_say="Nobody on the map is among",
    needs="Record what each group does in the issue.",
    formula="Roles that some group in scope has, of seven: decides, funds, delivers, is affected, "
    "knows, opposes, bridges. A group without roles of its own has those of its stakeholders.",
    source="This project's measure E01, designed on public descriptions of systems convening.",
    compute=role_cover,
)
