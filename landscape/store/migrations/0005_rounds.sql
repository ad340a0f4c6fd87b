-- Rounds of several raters: seats with codes, what was released of anonymous ones, what people wrote, whose questions
-- they are; what a round leads to; where the team stands; a convener's own profile.

alter table round add column boundary_id varchar;              -- what readiness is for, where it is one boundary
alter table round add column threshold integer;                -- anonymous rounds: how many it takes before anything is shown
alter table round add column expected integer;                 -- how many raters are expected; anonymous seats are no more
alter table round add column code varchar;                     -- the room's code, meant for a screen; null when nobody may join
alter table round add column live_item varchar;                -- the item that a room answers at the moment
alter table round add column live_shown boolean default false; -- whether the room sees its answers
alter table round add column evidence json;                    -- what the map showed when the round was closed
alter table round add column ordinal integer default 0;        -- as the landscape's rounds were opened

-- No person stands in an anonymous round, in any table: its seats have no names, its submissions no raters, and a claimed
-- seat has nothing in common with the submission that came of it.
create table seat (
    landscape_id  varchar not null using compression uncompressed,
    id            varchar not null using compression uncompressed,
    round_id      varchar not null,
    name          varchar,                  -- named rounds only
    code_hash     varchar not null,         -- sha256 of the code that was shown once
    claimed       boolean not null default false,
    submission_id varchar,                  -- named rounds only
    primary key (landscape_id, id)
);

alter table submission add column key_hash varchar;                -- sha256 of the secret in the rater's own address
alter table submission add column released integer;                -- the release that it came out with
alter table submission add column typed_in boolean default false;  -- from a paper form

alter table answer add column confidence tinyint;
alter table answer add column trend varchar;       -- better, same, worse: since last time
alter table answer add column target tinyint;      -- where the rater wants to be
alter table answer add column refs json;           -- [{"kind": "stakeholder", "id": ...}]: what the answer rests on

create table writing (                             -- what people wrote: before rating a dimension, and at the end
    landscape_id  varchar not null using compression uncompressed,
    id            varchar not null using compression uncompressed,   -- submission_id || '/' || about
    round_id      varchar not null,
    submission_id varchar not null,
    about         varchar not null,                -- a dimension's id, or 'closing'
    text          varchar not null,
    primary key (landscape_id, id)
);

create table release (                             -- what an anonymous round gave out, once and for all
    landscape_id varchar not null,
    id           varchar not null,                 -- round_id || '/' || number
    round_id     varchar not null,
    number       integer not null,
    released_on  date not null,
    cells        json not null,                    -- counts of answers, never single rows; see analysis/release.py
    primary key (landscape_id, id)
);

create table unsettled (                           -- closed rounds whose earlier rows may still lie in the file's free space
    landscape_id varchar not null,
    id           varchar not null,                 -- round_id
    primary key (landscape_id, id)
);

create table instrument (                          -- questions that a team brought itself; a version is never changed
    landscape_id varchar not null,
    id           varchar not null,                 -- own id of the instrument || '/' || version
    digest       varchar not null,
    text         varchar not null,                 -- the file as it was read
    added_on     date not null,
    primary key (landscape_id, id)
);

create table plan_step (                           -- what a team means to do
    landscape_id varchar not null using compression uncompressed,
    id           varchar not null using compression uncompressed,
    step         varchar not null,
    round_id     varchar,                          -- the round that it came from
    dimension_id varchar,
    item_id      varchar,
    owner        varchar,
    due_on       date,
    status       varchar not null default 'agreed' check (status in ('idea', 'agreed', 'doing', 'done', 'dropped')),
    note         varchar,
    became       varchar,                          -- what became of it
    ordinal      integer not null,
    primary key (landscape_id, id)
);

create table profile (                             -- what conveners say of themselves; private
    landscape_id varchar not null,
    id           varchar not null,                 -- the principal whose it is
    said         json not null default '{}',       -- see model/profile.py
    changed_on   date not null,
    primary key (landscape_id, id)
);

alter table stakeholder add column interests_declared varchar;   -- on the team: what is at stake for us here

insert into field_class values
    ('stakeholder', 'interests_declared', 'team'),
    ('round', 'code', 'team'),
    ('seat', 'name', 'sensitive'),
    ('seat', 'code_hash', 'sensitive'),
    ('submission', 'rater', 'sensitive'),
    ('submission', 'key_hash', 'sensitive'),
    ('writing', 'text', 'sensitive'),
    ('plan_step', 'step', 'team'),
    ('plan_step', 'owner', 'team'),
    ('plan_step', 'note', 'team'),
    ('plan_step', 'became', 'team'),
    ('profile', 'said', 'author');
