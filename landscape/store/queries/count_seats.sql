-- How many seats a round has, and how many have begun to answer.
-- params:  $landscape_id, $round_id
-- returns: seats, begun
-- order:   one row
select
    (select count(*) from seat where landscape_id = $landscape_id and round_id = $round_id) as seats,
    (select count(*) from submission where landscape_id = $landscape_id and round_id = $round_id) as begun
order by seats
