-- How many blocks of the file are free; what stood in them stands there still.
-- params:  none
-- returns: free_blocks
-- order:   one row
select free_blocks from pragma_database_size()
