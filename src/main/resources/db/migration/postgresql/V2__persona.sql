create table persona (
    id uuid not null primary key,
    workspace_id uuid not null references workspace (id),
    name varchar(100) not null,
    description varchar(4000) not null,
    lora_stack varchar(100),
    adult_attested boolean not null,
    mature_allowed boolean not null,
    appearance varchar(40000) not null,
    revision_id uuid,
    revisions integer not null,
    shown_appearance varchar(40000),
    picture_sha256 varchar(64),
    picture_width integer,
    picture_height integer,
    identity_sha256 varchar(64),
    picture_generation integer not null,
    edit_depth integer not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    version bigint not null,
    constraint mature_is_adult check (adult_attested or not mature_allowed)
);

create index persona_workspace on persona (workspace_id, created_at);

create table appearance_revision (
    id uuid not null primary key,
    persona_id uuid not null references persona (id),
    number integer not null,
    parent_id uuid references appearance_revision (id),
    story_id uuid not null,
    turn_id uuid not null,
    swipe integer not null,
    changes varchar(40000) not null,
    appearance varchar(40000) not null,
    status varchar(20) not null,
    reason varchar(500),
    instruction varchar(40000),
    parameters varchar(8000),
    picture_sha256 varchar(64),
    parent_picture_sha256 varchar(64),
    created_at timestamp(6) with time zone not null,
    settled_at timestamp(6) with time zone,
    version bigint not null,
    constraint revision_number unique (persona_id, number),
    constraint revision_cause unique (persona_id, turn_id, swipe)
);

-- Every picture of a persona with what it shows, to find one again when the story returns to that appearance.
create table portrait (
    id uuid not null primary key,
    persona_id uuid not null references persona (id),
    identity_sha256 varchar(64) not null,
    lora_stack varchar(100),
    model_hash varchar(128),
    appearance_key varchar(64) not null,
    picture_sha256 varchar(64) not null,
    width integer not null,
    height integer not null,
    edit_depth integer not null,
    instruction varchar(40000),
    parameters varchar(8000),
    created_at timestamp(6) with time zone not null
);

create index portrait_appearance on portrait (persona_id, identity_sha256, appearance_key);
