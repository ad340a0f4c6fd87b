-- Add the row that says who wrote, when and what for.
-- params:  $landscape_id, $id, $revision, $kind, $label, $principal_id, $moment, $undoes
-- returns: nothing
-- order:   none
insert into batch (landscape_id, id, revision, kind, label, principal_id, changed_at, undoes)
values ($landscape_id, $id, $revision, $kind, $label, $principal_id, $moment, $undoes)
