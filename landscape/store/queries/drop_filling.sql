-- Give the blocks that were written over back.
-- params:  none
-- returns: nothing
-- order:   none
drop table if exists filling
