-- The secret is kept as it is: signing needs it. Whoever reads this table can sign.
create table webhook_endpoint (
    id uuid not null primary key,
    workspace_id uuid not null references workspace (id),
    url varchar(2000) not null,
    description varchar(200) not null,
    secret varchar(200) not null,
    enabled boolean not null,
    disabled_reason varchar(500),
    failing_since timestamp(6) with time zone,
    created_at timestamp(6) with time zone not null,
    version bigint not null
);

create index webhook_endpoint_workspace on webhook_endpoint (workspace_id, created_at);

create table webhook_message (
    id varchar(100) not null primary key,
    workspace_id uuid not null references workspace (id),
    type varchar(100) not null,
    body varchar(20000) not null,
    created_at timestamp(6) with time zone not null
);

create table webhook_delivery (
    id uuid not null primary key,
    message_id varchar(100) not null references webhook_message (id),
    endpoint_id uuid not null references webhook_endpoint (id) on delete cascade,
    state varchar(20) not null,
    attempts integer not null,
    next_attempt_at timestamp(6) with time zone,
    created_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    version bigint not null,
    constraint delivery_once unique (message_id, endpoint_id)
);

create index webhook_delivery_endpoint on webhook_delivery (endpoint_id, created_at);

create table webhook_attempt (
    id uuid not null primary key,
    delivery_id uuid not null references webhook_delivery (id) on delete cascade,
    number integer not null,
    attempted_at timestamp(6) with time zone not null,
    status integer,
    error varchar(500),
    millis bigint not null
);

create index webhook_attempt_delivery on webhook_attempt (delivery_id, number);
