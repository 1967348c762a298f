-- Rights of the two roles, from nothing, applied after every migration. A table that is not named
-- here is out of reach. Row-level security narrows these further.
revoke all on all tables in schema public from atrium_app, atrium_worker;
revoke all on schema public from public;
grant usage on schema public to atrium_app, atrium_worker;

grant select on courses to atrium_app, atrium_worker;
grant select on users, memberships to atrium_app, atrium_worker;
-- What people may change of themselves; everything else about people is the operator's, as owner.
grant update (locale) on users to atrium_app;
grant select on credentials to atrium_app;
grant select, insert, update on ticket_counters to atrium_app;
grant select, insert, update on threads, tickets, thread_reads to atrium_app;
grant select, insert on posts, ticket_notes to atrium_app;
grant insert on audit_events to atrium_app, atrium_worker;

grant select, update on threads, tickets to atrium_worker;
grant select, insert on posts to atrium_worker;
grant update (awaits_notice) on posts to atrium_worker;
grant select on thread_reads, ticket_notes to atrium_worker;
grant select, insert, update on mail_deliveries to atrium_worker;
grant select, insert, update, delete on worker_heartbeats to atrium_worker;
grant select on worker_heartbeats to atrium_app;

grant execute on function atrium_enqueue_job(text, json, text, timestamptz, int, text, int)
  to atrium_app, atrium_worker;
grant execute on function atrium_ticket_claim_holder(uuid) to atrium_app;

-- Readiness compares the applied migrations with the ones it was built with.
grant usage on schema drizzle to atrium_app, atrium_worker;
grant select on drizzle.__drizzle_migrations to atrium_app, atrium_worker;

-- The worker runs the job table. graphile-worker puts its tables under row-level security for their
-- owner alone, so the worker role needs a policy on each as well as the grant.
grant usage on schema graphile_worker to atrium_worker;
grant select, insert, update, delete on all tables in schema graphile_worker to atrium_worker;
grant usage on all sequences in schema graphile_worker to atrium_worker;
grant execute on all functions in schema graphile_worker to atrium_worker;
do $$
declare job_table text;
begin
  for job_table in
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'graphile_worker' and c.relkind = 'r' and c.relrowsecurity
  loop
    execute format('drop policy if exists atrium_worker_all on graphile_worker.%I', job_table);
    execute format('create policy atrium_worker_all on graphile_worker.%I for all to atrium_worker using (true) with check (true)', job_table);
  end loop;
end
$$;
