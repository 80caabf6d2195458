create table story (
    id uuid not null primary key,
    workspace_id uuid not null references workspace (id),
    title varchar(200) not null,
    turns integer not null,
    created_at timestamp(6) with time zone not null,
    version bigint not null
);

create index story_workspace on story (workspace_id, created_at);

create table story_cast (
    story_id uuid not null references story (id),
    place integer not null,
    persona_id uuid not null references persona (id),
    primary key (story_id, place),
    constraint cast_once unique (story_id, persona_id)
);

create table turn (
    id uuid not null primary key,
    story_id uuid not null references story (id),
    number integer not null,
    swipe integer not null,
    speaker varchar(20) not null,
    text varchar(20000) not null,
    detector varchar(200) not null,
    changes varchar(200000) not null,
    created_at timestamp(6) with time zone not null,
    constraint turn_number unique (story_id, number, swipe)
);
