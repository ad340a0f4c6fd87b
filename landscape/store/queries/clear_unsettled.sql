-- Nothing that was taken out lies in the file's free space any more.
-- params:  none
-- returns: nothing
-- order:   none
delete from unsettled
