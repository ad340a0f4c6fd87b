-- The structure of a table's rows in the change log: every column is text.
-- params:  $table
-- returns: columns (JSON object, column -> VARCHAR)
-- order:   one row
select json_group_object(column_name, 'VARCHAR') as columns
from duckdb_columns()
where table_name = $table and schema_name = 'main'
order by columns
