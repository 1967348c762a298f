-- Made by `pnpm --filter @atrium/db dump`; do not edit. The migrations are the source.

table access_tokens
  id uuid not null
  user_id uuid not null
  secret_hash text not null
  scopes text[] not null
  expires_at timestamp with time zone not null
  revoked_at timestamp with time zone
  created_at timestamp with time zone not null default now()
table audit_events
  id uuid not null
  at timestamp with time zone not null default now()
  actor_id uuid
  action text not null
  subject_type text not null
  subject_id uuid not null
  course_id uuid
  details jsonb not null
  request_id text
table courses
  id uuid not null
  code text not null
  term text not null
  name jsonb not null
  starts_on date not null
  ends_on date not null
  previous_course_id uuid
  created_at timestamp with time zone not null default now()
table credentials
  user_id uuid not null
  password_hash text not null
  updated_at timestamp with time zone not null default now()
table mail_deliveries (row-level security)
  id uuid not null
  kind text not null
  recipient_id uuid not null
  thread_id uuid not null
  post_id uuid not null
  seq integer not null
  state text not null default 'queued'::text
  sends_started integer not null default 0
  lease_expires_at timestamp with time zone
  sent_at timestamp with time zone
  failure text
  created_at timestamp with time zone not null default now()
table memberships
  course_id uuid not null
  user_id uuid not null
  role text not null
  created_at timestamp with time zone not null default now()
table posts (row-level security)
  id uuid not null
  thread_id uuid not null
  seq integer not null
  kind text not null
  author_id uuid
  content jsonb
  language text
  event jsonb
  client_key uuid
  awaits_notice boolean not null default false
  created_at timestamp with time zone not null default now()
  edited_at timestamp with time zone
table thread_reads (row-level security)
  thread_id uuid not null
  user_id uuid not null
  last_read_seq integer not null
  updated_at timestamp with time zone not null default now()
table threads (row-level security)
  id uuid not null
  kind text not null
  course_id uuid not null
  last_seq integer not null default 0
  created_at timestamp with time zone not null default now()
table ticket_counters
  course_id uuid not null
  last_number integer not null
table ticket_notes (row-level security)
  id uuid not null
  ticket_id uuid not null
  author_id uuid not null
  body text not null
  client_key uuid not null
  created_at timestamp with time zone not null default now()
table tickets (row-level security)
  id uuid not null
  thread_id uuid not null
  course_id uuid not null
  number integer not null
  subject text not null
  state text not null default 'pending'::text
  opener_id uuid not null
  assignee_id uuid
  language text not null
  client_key uuid not null
  done_at timestamp with time zone
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  version integer not null default 1
table users
  id uuid not null
  email text not null
  first_name text not null
  last_name text not null
  locale text not null default 'en'::text
  time_zone text not null default 'Europe/Helsinki'::text
  is_admin boolean not null default false
  deactivated_at timestamp with time zone
  created_at timestamp with time zone not null default now()
table worker_heartbeats
  worker_id text not null
  seen_at timestamp with time zone not null default now()

constraint access_tokens.access_tokens_pkey PRIMARY KEY (id)
constraint access_tokens.access_tokens_user_id_users_id_fk FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
constraint audit_events.audit_events_pkey PRIMARY KEY (id)
constraint courses.courses_dates_check CHECK ((starts_on <= ends_on))
constraint courses.courses_pkey PRIMARY KEY (id)
constraint courses.courses_previous_course_id_courses_id_fk FOREIGN KEY (previous_course_id) REFERENCES courses(id)
constraint credentials.credentials_pkey PRIMARY KEY (user_id)
constraint credentials.credentials_user_id_users_id_fk FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
constraint mail_deliveries.mail_deliveries_pkey PRIMARY KEY (id)
constraint mail_deliveries.mail_deliveries_post_id_posts_id_fk FOREIGN KEY (post_id) REFERENCES posts(id)
constraint mail_deliveries.mail_deliveries_recipient_id_users_id_fk FOREIGN KEY (recipient_id) REFERENCES users(id)
constraint mail_deliveries.mail_deliveries_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'dropped'::text, 'failed'::text])))
constraint mail_deliveries.mail_deliveries_thread_id_threads_id_fk FOREIGN KEY (thread_id) REFERENCES threads(id)
constraint memberships.memberships_course_id_courses_id_fk FOREIGN KEY (course_id) REFERENCES courses(id)
constraint memberships.memberships_course_id_user_id_role_pk PRIMARY KEY (course_id, user_id, role)
constraint memberships.memberships_role_check CHECK ((role = ANY (ARRAY['student'::text, 'assistant'::text, 'teacher'::text, 'responsible'::text])))
constraint memberships.memberships_user_id_users_id_fk FOREIGN KEY (user_id) REFERENCES users(id)
constraint posts.posts_author_id_users_id_fk FOREIGN KEY (author_id) REFERENCES users(id)
constraint posts.posts_body_check CHECK (
CASE kind
    WHEN 'post'::text THEN ((content IS NOT NULL) AND (language IS NOT NULL) AND (author_id IS NOT NULL) AND (event IS NULL))
    ELSE ((event IS NOT NULL) AND (content IS NULL))
END)
constraint posts.posts_kind_check CHECK ((kind = ANY (ARRAY['post'::text, 'event'::text])))
constraint posts.posts_pkey PRIMARY KEY (id)
constraint posts.posts_thread_id_threads_id_fk FOREIGN KEY (thread_id) REFERENCES threads(id)
constraint thread_reads.thread_reads_thread_id_threads_id_fk FOREIGN KEY (thread_id) REFERENCES threads(id)
constraint thread_reads.thread_reads_user_id_thread_id_pk PRIMARY KEY (user_id, thread_id)
constraint thread_reads.thread_reads_user_id_users_id_fk FOREIGN KEY (user_id) REFERENCES users(id)
constraint threads.threads_course_id_courses_id_fk FOREIGN KEY (course_id) REFERENCES courses(id)
constraint threads.threads_kind_check CHECK ((kind = ANY (ARRAY['ticket'::text, 'chat'::text])))
constraint threads.threads_pkey PRIMARY KEY (id)
constraint ticket_counters.ticket_counters_course_id_courses_id_fk FOREIGN KEY (course_id) REFERENCES courses(id)
constraint ticket_counters.ticket_counters_pkey PRIMARY KEY (course_id)
constraint ticket_notes.ticket_notes_author_id_users_id_fk FOREIGN KEY (author_id) REFERENCES users(id)
constraint ticket_notes.ticket_notes_pkey PRIMARY KEY (id)
constraint ticket_notes.ticket_notes_ticket_id_tickets_id_fk FOREIGN KEY (ticket_id) REFERENCES tickets(id)
constraint tickets.tickets_assignee_check CHECK (
CASE state
    WHEN 'pending'::text THEN (assignee_id IS NULL)
    WHEN 'done'::text THEN true
    ELSE (assignee_id IS NOT NULL)
END)
constraint tickets.tickets_assignee_id_users_id_fk FOREIGN KEY (assignee_id) REFERENCES users(id)
constraint tickets.tickets_course_id_courses_id_fk FOREIGN KEY (course_id) REFERENCES courses(id)
constraint tickets.tickets_opener_id_users_id_fk FOREIGN KEY (opener_id) REFERENCES users(id)
constraint tickets.tickets_pkey PRIMARY KEY (id)
constraint tickets.tickets_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'processing'::text, 'waiting'::text, 'delayed'::text, 'done'::text])))
constraint tickets.tickets_thread_id_threads_id_fk FOREIGN KEY (thread_id) REFERENCES threads(id)
constraint users.users_pkey PRIMARY KEY (id)
constraint worker_heartbeats.worker_heartbeats_pkey PRIMARY KEY (worker_id)

CREATE UNIQUE INDEX access_tokens_pkey ON public.access_tokens USING btree (id)
CREATE UNIQUE INDEX access_tokens_secret_hash_key ON public.access_tokens USING btree (secret_hash)
CREATE INDEX access_tokens_user_id_idx ON public.access_tokens USING btree (user_id)
CREATE INDEX audit_events_actor_id_idx ON public.audit_events USING btree (actor_id, id)
CREATE UNIQUE INDEX audit_events_pkey ON public.audit_events USING btree (id)
CREATE INDEX audit_events_subject_idx ON public.audit_events USING btree (subject_type, subject_id, id)
CREATE UNIQUE INDEX courses_code_term_key ON public.courses USING btree (code, term)
CREATE UNIQUE INDEX courses_pkey ON public.courses USING btree (id)
CREATE UNIQUE INDEX credentials_pkey ON public.credentials USING btree (user_id)
CREATE INDEX mail_deliveries_open_idx ON public.mail_deliveries USING btree (thread_id, recipient_id, seq) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text]))
CREATE UNIQUE INDEX mail_deliveries_pkey ON public.mail_deliveries USING btree (id)
CREATE UNIQUE INDEX mail_deliveries_recipient_post_key ON public.mail_deliveries USING btree (recipient_id, post_id)
CREATE UNIQUE INDEX memberships_course_id_user_id_role_pk ON public.memberships USING btree (course_id, user_id, role)
CREATE INDEX memberships_user_id_idx ON public.memberships USING btree (user_id, course_id, role)
CREATE UNIQUE INDEX posts_author_id_client_key_key ON public.posts USING btree (author_id, client_key) WHERE (client_key IS NOT NULL)
CREATE INDEX posts_awaits_notice_idx ON public.posts USING btree (thread_id, seq) WHERE awaits_notice
CREATE UNIQUE INDEX posts_pkey ON public.posts USING btree (id)
CREATE UNIQUE INDEX posts_thread_id_seq_key ON public.posts USING btree (thread_id, seq)
CREATE INDEX thread_reads_thread_id_idx ON public.thread_reads USING btree (thread_id)
CREATE UNIQUE INDEX thread_reads_user_id_thread_id_pk ON public.thread_reads USING btree (user_id, thread_id)
CREATE UNIQUE INDEX threads_pkey ON public.threads USING btree (id)
CREATE UNIQUE INDEX ticket_counters_pkey ON public.ticket_counters USING btree (course_id)
CREATE UNIQUE INDEX ticket_notes_author_id_client_key_key ON public.ticket_notes USING btree (author_id, client_key)
CREATE UNIQUE INDEX ticket_notes_pkey ON public.ticket_notes USING btree (id)
CREATE INDEX ticket_notes_ticket_id_idx ON public.ticket_notes USING btree (ticket_id, id)
CREATE INDEX tickets_assignee_id_idx ON public.tickets USING btree (assignee_id, state, updated_at DESC NULLS LAST, id DESC NULLS LAST)
CREATE UNIQUE INDEX tickets_course_id_number_key ON public.tickets USING btree (course_id, number)
CREATE INDEX tickets_course_state_idx ON public.tickets USING btree (course_id, state, updated_at DESC NULLS LAST, id DESC NULLS LAST)
CREATE UNIQUE INDEX tickets_opener_id_client_key_key ON public.tickets USING btree (opener_id, client_key)
CREATE INDEX tickets_opener_id_idx ON public.tickets USING btree (opener_id, updated_at DESC NULLS LAST, id DESC NULLS LAST)
CREATE UNIQUE INDEX tickets_pkey ON public.tickets USING btree (id)
CREATE UNIQUE INDEX tickets_thread_id_key ON public.tickets USING btree (thread_id)
CREATE UNIQUE INDEX users_email_key ON public.users USING btree (lower(email))
CREATE UNIQUE INDEX users_pkey ON public.users USING btree (id)
CREATE UNIQUE INDEX worker_heartbeats_pkey ON public.worker_heartbeats USING btree (worker_id)

policy mail_deliveries_worker_all on mail_deliveries for ALL to atrium_worker
  using true
  check true
policy posts_app_insert on posts for INSERT to atrium_app
  using -
  check ((EXISTS ( SELECT 1
   FROM tickets t
  WHERE (t.thread_id = posts.thread_id))) AND (author_id = ( SELECT atrium_actor_id() AS atrium_actor_id)))
policy posts_app_select on posts for SELECT to atrium_app
  using (EXISTS ( SELECT 1
   FROM tickets t
  WHERE (t.thread_id = posts.thread_id)))
  check -
policy posts_worker_all on posts for ALL to atrium_worker
  using true
  check true
policy thread_reads_app_insert on thread_reads for INSERT to atrium_app
  using -
  check ((user_id = ( SELECT atrium_actor_id() AS atrium_actor_id)) AND (EXISTS ( SELECT 1
   FROM tickets t
  WHERE (t.thread_id = thread_reads.thread_id))))
policy thread_reads_app_select on thread_reads for SELECT to atrium_app
  using (user_id = ( SELECT atrium_actor_id() AS atrium_actor_id))
  check -
policy thread_reads_app_update on thread_reads for UPDATE to atrium_app
  using (user_id = ( SELECT atrium_actor_id() AS atrium_actor_id))
  check -
policy thread_reads_worker_all on thread_reads for ALL to atrium_worker
  using true
  check true
policy threads_app_insert on threads for INSERT to atrium_app
  using -
  check (course_id IN ( SELECT m.course_id
   FROM memberships m
  WHERE ((m.user_id = atrium_actor_id()) AND (m.role = ANY (ARRAY['student'::text, 'assistant'::text, 'teacher'::text, 'responsible'::text])))))
policy threads_app_select on threads for SELECT to atrium_app
  using (EXISTS ( SELECT 1
   FROM tickets t
  WHERE (t.thread_id = threads.id)))
  check -
policy threads_app_update on threads for UPDATE to atrium_app
  using (EXISTS ( SELECT 1
   FROM tickets t
  WHERE (t.thread_id = threads.id)))
  check -
policy threads_worker_all on threads for ALL to atrium_worker
  using true
  check true
policy ticket_notes_app_insert on ticket_notes for INSERT to atrium_app
  using -
  check ((author_id = ( SELECT atrium_actor_id() AS atrium_actor_id)) AND (EXISTS ( SELECT 1
   FROM tickets t
  WHERE ((t.id = ticket_notes.ticket_id) AND (t.opener_id <> ( SELECT atrium_actor_id() AS atrium_actor_id)) AND (( SELECT atrium_actor_is_admin() AS atrium_actor_is_admin) OR (t.course_id IN ( SELECT m.course_id
           FROM memberships m
          WHERE ((m.user_id = atrium_actor_id()) AND (m.role = ANY (ARRAY['assistant'::text, 'teacher'::text, 'responsible'::text]))))))))))
policy ticket_notes_app_select on ticket_notes for SELECT to atrium_app
  using (EXISTS ( SELECT 1
   FROM tickets t
  WHERE ((t.id = ticket_notes.ticket_id) AND (t.opener_id <> ( SELECT atrium_actor_id() AS atrium_actor_id)) AND (( SELECT atrium_actor_is_admin() AS atrium_actor_is_admin) OR (t.course_id IN ( SELECT m.course_id
           FROM memberships m
          WHERE ((m.user_id = atrium_actor_id()) AND (m.role = ANY (ARRAY['assistant'::text, 'teacher'::text, 'responsible'::text])))))))))
  check -
policy ticket_notes_worker_all on ticket_notes for ALL to atrium_worker
  using true
  check true
policy tickets_app_insert on tickets for INSERT to atrium_app
  using -
  check ((opener_id = ( SELECT atrium_actor_id() AS atrium_actor_id)) AND (assignee_id IS NULL) AND (state = 'pending'::text) AND (course_id IN ( SELECT m.course_id
   FROM memberships m
  WHERE ((m.user_id = atrium_actor_id()) AND (m.role = ANY (ARRAY['student'::text, 'assistant'::text, 'teacher'::text, 'responsible'::text]))))))
policy tickets_app_select on tickets for SELECT to atrium_app
  using (( SELECT atrium_actor_is_admin() AS atrium_actor_is_admin) OR ((opener_id = ( SELECT atrium_actor_id() AS atrium_actor_id)) AND (course_id IN ( SELECT m.course_id
   FROM memberships m
  WHERE ((m.user_id = atrium_actor_id()) AND (m.role = ANY (ARRAY['student'::text, 'assistant'::text, 'teacher'::text, 'responsible'::text])))))) OR (course_id IN ( SELECT m.course_id
   FROM memberships m
  WHERE ((m.user_id = atrium_actor_id()) AND (m.role = ANY (ARRAY['teacher'::text, 'responsible'::text]))))) OR (((assignee_id IS NULL) OR (assignee_id = ( SELECT atrium_actor_id() AS atrium_actor_id))) AND (course_id IN ( SELECT m.course_id
   FROM memberships m
  WHERE ((m.user_id = atrium_actor_id()) AND (m.role = ANY (ARRAY['assistant'::text, 'teacher'::text, 'responsible'::text])))))))
  check -
policy tickets_app_update on tickets for UPDATE to atrium_app
  using (( SELECT atrium_actor_is_admin() AS atrium_actor_is_admin) OR ((opener_id = ( SELECT atrium_actor_id() AS atrium_actor_id)) AND (course_id IN ( SELECT m.course_id
   FROM memberships m
  WHERE ((m.user_id = atrium_actor_id()) AND (m.role = ANY (ARRAY['student'::text, 'assistant'::text, 'teacher'::text, 'responsible'::text])))))) OR (course_id IN ( SELECT m.course_id
   FROM memberships m
  WHERE ((m.user_id = atrium_actor_id()) AND (m.role = ANY (ARRAY['teacher'::text, 'responsible'::text]))))) OR (((assignee_id IS NULL) OR (assignee_id = ( SELECT atrium_actor_id() AS atrium_actor_id))) AND (course_id IN ( SELECT m.course_id
   FROM memberships m
  WHERE ((m.user_id = atrium_actor_id()) AND (m.role = ANY (ARRAY['assistant'::text, 'teacher'::text, 'responsible'::text])))))))
  check -
policy tickets_worker_all on tickets for ALL to atrium_worker
  using true
  check true

CREATE OR REPLACE FUNCTION public.atrium_actor_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('atrium.actor_id', true), '')::uuid $function$

CREATE OR REPLACE FUNCTION public.atrium_actor_is_admin()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return exists (
    select 1 from users u
    where u.id = atrium_actor_id() and u.is_admin and u.deactivated_at is null
  );
end
$function$

CREATE OR REPLACE FUNCTION public.atrium_enqueue_job(identifier text, payload json, queue_name text, run_at timestamp with time zone, max_attempts integer, job_key text, priority integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform graphile_worker.add_job(
    identifier, payload, queue_name => queue_name, run_at => run_at,
    max_attempts => max_attempts, job_key => job_key, priority => priority
  );
end
$function$

CREATE OR REPLACE FUNCTION public.atrium_next_ticket_number(course uuid)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
declare
  given integer;
begin
  insert into ticket_counters as c (course_id, last_number) values (course, 1)
  on conflict (course_id) do update set last_number = c.last_number + 1
  returning last_number into given;
  return given;
end
$function$

CREATE OR REPLACE FUNCTION public.atrium_ticket_claim_holder(wanted uuid)
 RETURNS TABLE(id uuid, name text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    select u.id, concat_ws(' ', u.first_name, u.last_name)
    from tickets t join users u on u.id = t.assignee_id
    where t.id = wanted and t.opener_id <> atrium_actor_id()
      and (atrium_actor_is_admin() or exists (
        select 1 from memberships m
        where m.course_id = t.course_id and m.user_id = atrium_actor_id() and m.role <> 'student'
      ));
end
$function$


grant insert on audit_events to atrium_app
grant insert on audit_events to atrium_worker
grant select on courses to atrium_app
grant select on courses to atrium_worker
grant select on credentials to atrium_app
grant insert, select, update on mail_deliveries to atrium_worker
grant select on memberships to atrium_app
grant select on memberships to atrium_worker
grant insert, select on posts to atrium_app
grant insert, select on posts to atrium_worker
grant insert, select, update on thread_reads to atrium_app
grant select on thread_reads to atrium_worker
grant insert, select, update on threads to atrium_app
grant select, update on threads to atrium_worker
grant insert, select, update on ticket_counters to atrium_app
grant insert, select on ticket_notes to atrium_app
grant select on ticket_notes to atrium_worker
grant insert, select, update on tickets to atrium_app
grant select, update on tickets to atrium_worker
grant select on users to atrium_app
grant select on users to atrium_worker
grant select on worker_heartbeats to atrium_app
grant delete, insert, select, update on worker_heartbeats to atrium_worker
