-- Who the transaction acts for: set by the door with set_config('atrium.actor_id', ..., true).
-- Unset or empty means nobody, and nobody sees nothing.
CREATE FUNCTION atrium_actor_id() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE
AS $$ select nullif(current_setting('atrium.actor_id', true), '')::uuid $$;
--> statement-breakpoint
-- plpgsql, because the table it reads is made by a later migration.
CREATE FUNCTION atrium_actor_is_admin() RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE
AS $$
begin
  return exists (
    select 1 from users u
    where u.id = atrium_actor_id() and u.is_admin and u.deactivated_at is null
  );
end
$$;
--> statement-breakpoint
-- The app role may put a job on the table but never read one: the function runs with its owner's
-- rights, inside the caller's transaction, so the job commits or vanishes with its cause.
CREATE FUNCTION atrium_enqueue_job(
  identifier text, payload json, queue_name text, run_at timestamptz,
  max_attempts int, job_key text, priority int
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
begin
  perform graphile_worker.add_job(
    identifier, payload, queue_name => queue_name, run_at => run_at,
    max_attempts => max_attempts, job_key => job_key, priority => priority
  );
end
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION atrium_enqueue_job(text, json, text, timestamptz, int, text, int) FROM PUBLIC;
--> statement-breakpoint
-- An assistant who loses a race for a ticket can no longer see it, but is owed the winner's name.
-- Answers only to staff of the ticket's course, and never to the ticket's own opener.
CREATE FUNCTION atrium_ticket_claim_holder(wanted uuid) RETURNS TABLE (id uuid, name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
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
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION atrium_ticket_claim_holder(uuid) FROM PUBLIC;

--> statement-breakpoint
-- The next number of a course, as part of the statement that uses it: the counter's row is locked
-- until the commit, and every trip to the client in between would hold up the whole course.
CREATE FUNCTION atrium_next_ticket_number(course uuid) RETURNS integer
LANGUAGE plpgsql VOLATILE
AS $$
declare
  given integer;
begin
  insert into ticket_counters as c (course_id, last_number) values (course, 1)
  on conflict (course_id) do update set last_number = c.last_number + 1
  returning last_number into given;
  return given;
end
$$;
