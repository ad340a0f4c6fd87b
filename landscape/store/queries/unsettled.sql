-- Whether something that was taken out may still lie in the file's free space.
-- params:  none
-- returns: a count
-- order:   one row
select count(*) from unsettled
