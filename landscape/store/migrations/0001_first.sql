-- The first tables. Every key starts with landscape_id; ids are opaque strings; null is "not recorded", 0 a stated zero.
-- Times are UTC. No foreign keys (DuckDB refuses edits of referenced rows): the store checks references itself.

create table landscape (
    landscape_id      varchar primary key,
    name              varchar not null,
    challenge         varchar,
    difference_sought varchar,
    scope             varchar,
    out_of_scope      varchar,
    settings          json not null default '{}',
    revision          bigint not null default 0,
    created_at        timestamp not null,
    changed_at        timestamp not null,
    deleted_at        timestamp
);

create table constituency (
    landscape_id       varchar not null,
    id                 varchar not null,
    name               varchar not null,
    kind               varchar,
    level              varchar,
    in_scope           boolean not null default true,
    roles              json,                -- list of roles, see model/scales.py
    stake              tinyint check (stake between 1 and 3),
    affected           tinyint check (affected between 0 and 3),
    decides            tinyint check (decides between 0 and 3),
    blocks             tinyint check (blocks between 0 and 3),
    funds              tinyint check (funds between 0 and 3),
    defines            tinyint check (defines between 0 and 3),
    identification     tinyint check (identification between 0 and 4),
    knowledge_basis    varchar,
    confidence         tinyint check (confidence between 1 and 5),
    account            varchar,             -- what they say, in their own words
    account_told_by    varchar,
    account_told_on    date,
    account_checked_by varchar,
    account_checked_on date,
    barriers           json,
    entry_points       json,
    added_by           varchar,
    ordinal            integer not null,    -- fixes the colour and shape for good
    updated_at         timestamp,
    primary key (landscape_id, id)
);

create table stakeholder (
    landscape_id    varchar not null,
    id              varchar not null,
    name            varchar not null,
    kind            varchar,
    constituency_id varchar,
    role            varchar,
    level           varchar,
    place           varchar,
    latitude        double check (latitude between -90 and 90),
    longitude       double check (longitude between -180 and 180),
    influence       tinyint check (influence between 1 and 5),
    interest        tinyint check (interest between 1 and 5),
    roles           json,
    on_team         boolean not null default false,
    location_note   varchar,
    asked           varchar check (asked in ('answered', 'asked', 'not_asked')),
    notes           varchar,
    attributes      json not null default '{}',   -- every other column of the spreadsheet, as it came
    ordinal         integer not null,             -- order of arrival, for stable listing
    primary key (landscape_id, id)
);

create table membership (                   -- further constituencies; the first is stakeholder.constituency_id
    landscape_id    varchar not null,
    id              varchar not null,       -- stakeholder_id || '/' || constituency_id
    stakeholder_id  varchar not null,
    constituency_id varchar not null,
    role            varchar,
    centrality      varchar check (centrality in ('core', 'active', 'peripheral', 'former')),
    since           date,
    primary key (landscape_id, id)
);

create table relationship (                 -- one per unordered pair and kind (directed where the file says so)
    landscape_id varchar not null,
    id           varchar not null,
    source_id    varchar not null,
    target_id    varchar not null,
    directed     boolean not null default false,
    kind         varchar,
    depth        tinyint check (depth between 0 and 4),
    weight       double,
    status       varchar check (status in ('live', 'dormant', 'broken')),
    basis        varchar check (basis in ('validated', 'reported', 'assumed')),
    trust        tinyint check (trust between 0 and 4),
    conflict     boolean,
    last_contact date,
    note         varchar,
    attributes   json not null default '{}',
    primary key (landscape_id, id)
);

create table report (                       -- who said what about a relationship
    landscape_id    varchar not null,
    id              varchar not null,
    relationship_id varchar not null,
    source_id       varchar not null,       -- as reported
    target_id       varchar not null,
    rater           varchar,
    rater_id        varchar,                -- the stakeholder who reported, where known
    depth           tinyint check (depth between 0 and 4),
    kind            varchar,
    reported_on     date,
    note            varchar,
    primary key (landscape_id, id)
);

create table boundary (
    landscape_id  varchar not null,
    id            varchar not null,
    name          varchar not null,
    kinds         json not null default '[]',
    attribute     varchar,                  -- defined by this attribute of stakeholders, or by boundary_side
    protects      varchar,
    costs         varchar,
    markers       varchar,
    permeability  tinyint check (permeability between 0 and 4),
    history_note  varchar,
    stance        varchar not null default 'undecided',
    stance_reason varchar,
    ordinal       integer not null,
    primary key (landscape_id, id)
);

create table boundary_side (                -- a boundary defined by sets of constituencies
    landscape_id    varchar not null,
    id              varchar not null,       -- boundary_id || '/' || constituency_id
    boundary_id     varchar not null,
    constituency_id varchar not null,
    side            varchar not null,
    primary key (landscape_id, id)
);

create table legitimacy (
    landscape_id    varchar not null,
    id              varchar not null,
    team_member_id  varchar,                -- a stakeholder on the team; null is the team as a whole
    constituency_id varchar not null,
    level           tinyint check (level between -1 and 4),
    door_opener     varchar,                -- who there would open the door to us, in words
    door_opener_id  varchar,                -- the stakeholder, where they are on the map
    basis           json,
    judged_by       varchar,
    note            varchar,
    judged_on       date,
    primary key (landscape_id, id)
);

create table placement (
    landscape_id   varchar not null,
    id             varchar not null,        -- arrangement || '/' || stakeholder_id
    arrangement    varchar not null,
    stakeholder_id varchar not null,
    x              double not null,
    y              double not null,
    pinned         boolean not null default false,
    primary key (landscape_id, id)
);

create table region (                       -- the disc that a group has in an arrangement
    landscape_id varchar not null,
    id           varchar not null,          -- arrangement || '/' || group_id
    arrangement  varchar not null,
    group_id     varchar not null,          -- constituency id; '' for those in none
    x            double not null,
    y            double not null,
    radius       double not null,
    primary key (landscape_id, id)
);

create table round (                        -- an assessment round; bumps its own revision, never the landscape's
    landscape_id varchar not null,
    id           varchar not null,
    name         varchar not null,
    instrument   varchar not null,
    version      integer not null,
    digest       varchar not null,
    form         varchar not null,
    readiness_for varchar,
    mode         varchar not null check (mode in ('named', 'anonymous')),
    state        varchar not null check (state in ('draft', 'open', 'closed', 'released', 'archived')),
    revision     bigint not null default 0,
    opened_on    date,
    closed_on    date,
    primary key (landscape_id, id)
);

create table submission (
    landscape_id varchar not null,
    id           varchar not null,
    round_id     varchar not null,
    rater        varchar,                   -- named rounds only
    standpoint   varchar,
    finished     boolean not null default false,
    primary key (landscape_id, id)
);

create table answer (
    landscape_id  varchar not null,
    id            varchar not null,         -- submission_id || '/' || item_id
    round_id      varchar not null,
    submission_id varchar not null,
    item_id       varchar not null,
    level         tinyint check (level between 1 and 5),
    off_scale     varchar check (off_scale in ('cant_say', 'not_applicable', 'no_answer')),
    text_shown    varchar,                  -- the anchor as it was shown
    language      varchar not null,
    reason        varchar,
    note          varchar,
    answered_on   date not null,
    primary key (landscape_id, id),
    check ((level is null) <> (off_scale is null))
);

create table batch (                        -- one write: who, when, what it was for
    landscape_id varchar not null,
    id           varchar not null,
    revision     bigint not null,           -- the revision this write made
    kind         varchar not null check (kind in ('edit', 'import', 'sample', 'tidy', 'undo')),
    label        varchar not null,
    principal_id varchar not null,
    changed_at   timestamp not null,
    undoes       varchar,                   -- the batch that this one took back
    primary key (landscape_id, id)
);

create table change (                       -- append-only; "after" is the next change's "before", or the row itself
    landscape_id varchar not null,
    batch_id     varchar not null,
    revision     bigint not null,
    entity       varchar not null,
    entity_id    varchar not null,
    before       json,                      -- null: the row was added
    after        json                       -- null: the row was added (slim) or removed
);

create table field_class (                  -- who may read a column: public, team, author, sensitive
    entity varchar not null,
    field  varchar not null,
    class  varchar not null check (class in ('public', 'team', 'author', 'sensitive')),
    primary key (entity, field)
);

insert into field_class values
    ('stakeholder', 'influence', 'sensitive'),
    ('stakeholder', 'interest', 'sensitive'),
    ('stakeholder', 'roles', 'sensitive'),
    ('stakeholder', 'notes', 'sensitive'),
    ('stakeholder', 'location_note', 'team'),
    ('stakeholder', 'attributes', 'team'),
    ('stakeholder', 'asked', 'team'),
    ('constituency', 'roles', 'sensitive'),
    ('constituency', 'decides', 'sensitive'),
    ('constituency', 'blocks', 'sensitive'),
    ('constituency', 'funds', 'sensitive'),
    ('constituency', 'defines', 'sensitive'),
    ('constituency', 'identification', 'sensitive'),
    ('constituency', 'confidence', 'team'),
    ('constituency', 'knowledge_basis', 'team'),
    ('constituency', 'account', 'team'),
    ('constituency', 'account_told_by', 'sensitive'),
    ('constituency', 'account_checked_by', 'sensitive'),
    ('relationship', 'trust', 'sensitive'),
    ('relationship', 'conflict', 'sensitive'),
    ('relationship', 'note', 'sensitive'),
    ('relationship', 'attributes', 'team'),
    ('report', 'rater', 'sensitive'),
    ('report', 'rater_id', 'sensitive'),
    ('report', 'note', 'sensitive'),
    ('boundary', 'stance', 'sensitive'),
    ('boundary', 'stance_reason', 'sensitive'),
    ('legitimacy', 'team_member_id', 'sensitive'),
    ('legitimacy', 'level', 'sensitive'),
    ('legitimacy', 'door_opener', 'sensitive'),
    ('legitimacy', 'door_opener_id', 'sensitive'),
    ('legitimacy', 'basis', 'sensitive'),
    ('legitimacy', 'judged_by', 'sensitive'),
    ('legitimacy', 'note', 'sensitive');
