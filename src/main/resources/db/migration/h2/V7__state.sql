-- Revisions are made by turns, by explicit requests and by replays after a deletion; only a turn is keyed by turn and swipe.
alter table appearance_revision drop constraint revision_cause;
alter table appearance_revision add column kind varchar(20) default 'TURN' not null;
alter table appearance_revision alter column story_id drop not null;
alter table appearance_revision alter column turn_id drop not null;
create index revision_turn on appearance_revision (turn_id);
create index revision_status on appearance_revision (persona_id, status);

-- What a persona looked like before its first revision, the story that moved it last, and what its identity picture shows.
alter table persona add column initial_appearance varchar(40000);
update persona set initial_appearance = appearance;
alter table persona alter column initial_appearance set not null;
alter table persona add column story_id uuid;
create index persona_story on persona (story_id);
alter table persona add column identity_appearance varchar(40000);
update persona set identity_appearance = shown_appearance where edit_depth = 0;
alter table persona add column frozen varchar(100) default '' not null;
alter table persona add column cooldown_seconds integer default 0 not null;
alter table persona add column daily_edits integer;

-- The turns of a story are a tree: swipes are children of one parent, a branch is a second child.
alter table turn drop constraint turn_number;
alter table turn add column parent_id uuid;
update turn set parent_id = (
    select p.id from turn p where p.story_id = turn.story_id and p.number = turn.number - 1 and p.swipe = 0);
create index turn_parent on turn (story_id, parent_id, swipe);
create index turn_place on turn (story_id, number);

alter table story add column head_id uuid;
update story set head_id = (
    select t.id from turn t where t.story_id = story.id and t.number = story.turns and t.swipe = 0);
alter table story add column chapter integer default 1 not null;

alter table story_cast add column base_revision_id uuid;

-- How the cast looks after a turn, so that going back to it is a lookup. No row: as at the beginning of the story.
create table turn_look (
    turn_id uuid not null references turn (id) on delete cascade,
    persona_id uuid not null references persona (id),
    revision_id uuid not null,
    primary key (turn_id, persona_id)
);

insert into turn_look (turn_id, persona_id, revision_id)
select t.id, r.persona_id, r.id
from turn t
join appearance_revision r on r.story_id = t.story_id
join turn c on c.id = r.turn_id and c.number <= t.number
where not exists (
    select 1 from appearance_revision later
    join turn l on l.id = later.turn_id
    where later.story_id = t.story_id and later.persona_id = r.persona_id and l.number <= t.number and l.number > c.number);

create table chapter (
    id uuid not null primary key,
    story_id uuid not null references story (id),
    number integer not null,
    title varchar(200) not null,
    turn_id uuid,
    opened_at timestamp(6) with time zone not null,
    refreshed_at timestamp(6) with time zone,
    constraint chapter_number unique (story_id, number)
);

create table chapter_look (
    chapter_id uuid not null references chapter (id) on delete cascade,
    persona_id uuid not null references persona (id),
    revision_id uuid,
    picture_sha256 varchar(64),
    job_id uuid,
    refreshed_sha256 varchar(64),
    refreshed boolean not null,
    primary key (chapter_id, persona_id)
);

create index chapter_look_job on chapter_look (job_id);

-- Edits: what a job waits for, how it is followed live, and why it runs.
alter table edit_job alter column story_id drop not null;
alter table edit_job alter column turn_id drop not null;
alter table edit_job alter column revision_id drop not null;
alter table edit_job add column occasion varchar(20) default 'CHANGE' not null;
alter table edit_job add column not_before timestamp(6) with time zone;
update edit_job set not_before = created_at;
alter table edit_job alter column not_before set not null;
alter table edit_job add column superseded boolean default false not null;
alter table edit_job add column replaces boolean default false not null;
alter table edit_job add column events integer default 0 not null;
alter table edit_job add column drawn integer default 0 not null;
create index edit_job_started on edit_job (workspace_id, started_at);

-- One row while edits are stopped for everybody; see the commands pause and resume.
create table edit_pause (
    id integer not null primary key,
    reason varchar(500) not null,
    since timestamp(6) with time zone not null
);
