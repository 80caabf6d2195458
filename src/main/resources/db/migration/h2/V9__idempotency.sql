-- status 0: the request is still at work, until lease_until at most.
create table idempotent_answer (
    workspace_id uuid not null references workspace (id),
    idempotency_key varchar(255) not null,
    route varchar(500) not null,
    fingerprint char(64) not null,
    owner uuid not null,
    lease_until timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null,
    status integer not null,
    content_type varchar(255),
    location varchar(2000),
    etag varchar(255),
    body blob,
    primary key (workspace_id, idempotency_key, route)
);

create index idempotent_answer_expiry on idempotent_answer (expires_at);
