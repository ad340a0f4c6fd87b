"""Who may do what: the whole table, and that whatever is not in it is refused."""

import pytest

from landscape.model.errors import NotAllowedError
from landscape.model.principal import GUEST, AccessRole, Principal
from landscape.store.duckdb.access import Action, require, require_own

OWNER, EDITOR, CONTRIBUTOR, RESPONDENT, VIEWER = (
    AccessRole.OWNER,
    AccessRole.EDITOR,
    AccessRole.CONTRIBUTOR,
    AccessRole.RESPONDENT,
    AccessRole.VIEWER,
)
MAY = {
    Action.READ: {OWNER, EDITOR, CONTRIBUTOR, VIEWER},
    Action.WRITE: {OWNER, EDITOR, CONTRIBUTOR},
    Action.HOLD: {OWNER, EDITOR},
    Action.ANSWER: {OWNER, EDITOR, RESPONDENT},
    Action.OWN: {OWNER},
    Action.COPY: {OWNER},
}


def allowed(principal: Principal, action: Action) -> bool:
    try:
        require(principal, action)
    except NotAllowedError:
        return False
    return True


@pytest.mark.parametrize("action", list(Action))
@pytest.mark.parametrize("role", list(AccessRole))
def test_each_role_may_do_what_the_table_says_and_nothing_else(
    role: AccessRole, action: Action
) -> None:
    assert allowed(Principal(id="x", role=role), action) is (role in MAY[action])


def test_a_respondent_may_only_answer() -> None:
    assert [action for action in Action if allowed(GUEST, action)] == [Action.ANSWER]


@pytest.mark.parametrize("role", list(AccessRole))
def test_answers_are_given_in_ones_own_submission(role: AccessRole) -> None:
    principal = Principal(id="u_mine", role=role)
    for submission, mine in (("u_mine", True), ("u_other", False), ("", False)):
        may = role in (OWNER, EDITOR) or (role is RESPONDENT and mine)
        if may:
            require_own(principal, submission)
        else:
            with pytest.raises(NotAllowedError):
                require_own(principal, submission)
