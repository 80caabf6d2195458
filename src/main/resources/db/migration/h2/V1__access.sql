create table workspace (
    id uuid not null primary key,
    name varchar(100) not null unique,
    created_at timestamp with time zone not null
);

-- The secret itself is stored nowhere: token_hash is the SHA-256 of it in hex.
create table access_token (
    id uuid not null primary key,
    workspace_id uuid not null references workspace (id),
    name varchar(100) not null,
    token_hash char(64) not null unique,
    created_at timestamp with time zone not null,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone
);

create index access_token_workspace on access_token (workspace_id);
