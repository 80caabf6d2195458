create table edit_job (
    id uuid not null primary key,
    workspace_id uuid not null references workspace (id),
    persona_id uuid not null references persona (id),
    story_id uuid not null,
    turn_id uuid not null,
    revision_id uuid not null references appearance_revision (id),
    state varchar(20) not null,
    scheduled boolean not null,
    cancel_requested boolean not null,
    attempts integer not null,
    step integer not null,
    steps integer not null,
    reason varchar(500),
    picture_sha256 varchar(64),
    webhook_id varchar(100),
    created_at timestamp(6) with time zone not null,
    started_at timestamp(6) with time zone,
    ended_at timestamp(6) with time zone,
    version bigint not null
);

create index edit_job_persona on edit_job (persona_id, state);
create index edit_job_state on edit_job (state, created_at);
