-- Write over the free blocks of the file: a block holds 16,384 of these values.
-- params:  $rows
-- returns: nothing
-- order:   none
create or replace table filling as select uuid() as u from range($rows)
