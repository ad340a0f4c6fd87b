-- Whether earlier rows of some closed round may still lie in the file's free space.
-- params:  none
-- returns: a count
-- order:   one row
select count(*) from unsettled
