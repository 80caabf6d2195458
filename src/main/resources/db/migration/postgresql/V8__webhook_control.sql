-- Types that the endpoint wants, separated by spaces; an empty text means all of them.
alter table webhook_endpoint add column events varchar(1000) default '' not null;

-- The secret before the present one signs beside it until then.
alter table webhook_endpoint add column previous_secret varchar(200);
alter table webhook_endpoint add column previous_secret_expires_at timestamp(6) with time zone;

-- A message can be delivered to an endpoint again, by hand, once the delivery before is over.
alter table webhook_delivery drop constraint delivery_once;
create unique index webhook_delivery_pending_once on webhook_delivery (message_id, endpoint_id) where state = 'PENDING';
create index webhook_delivery_message on webhook_delivery (message_id);
