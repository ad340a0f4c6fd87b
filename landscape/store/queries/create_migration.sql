-- The table that records migrations.
-- params:  none
-- returns: nothing
-- order:   none
create table if not exists migration (name varchar primary key, applied_at timestamp not null)
