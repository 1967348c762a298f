CREATE TABLE "access_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"secret_hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "courses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"term" text NOT NULL,
	"name" jsonb NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"previous_course_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "courses_dates_check" CHECK (starts_on <= ends_on)
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"course_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_course_id_user_id_role_pk" PRIMARY KEY("course_id","user_id","role"),
	CONSTRAINT "memberships_role_check" CHECK (role in ('student', 'assistant', 'teacher', 'responsible'))
);
--> statement-breakpoint
CREATE TABLE "ticket_counters" (
	"course_id" uuid PRIMARY KEY NOT NULL,
	"last_number" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"time_zone" text DEFAULT 'Europe/Helsinki' NOT NULL,
	"is_admin" boolean DEFAULT false NOT NULL,
	"deactivated_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"recipient_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"sends_started" integer DEFAULT 0 NOT NULL,
	"lease_expires_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"failure" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_deliveries_state_check" CHECK (state in ('queued', 'sending', 'sent', 'dropped', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "mail_deliveries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"course_id" uuid,
	"details" jsonb NOT NULL,
	"request_id" text
);
--> statement-breakpoint
CREATE TABLE "worker_heartbeats" (
	"worker_id" text PRIMARY KEY NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"thread_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"author_id" uuid,
	"content" jsonb,
	"language" text,
	"event" jsonb,
	"client_key" uuid,
	"awaits_notice" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp with time zone,
	CONSTRAINT "posts_kind_check" CHECK (kind in ('post', 'event')),
	CONSTRAINT "posts_body_check" CHECK (case kind when 'post' then content is not null and language is not null and author_id is not null and event is null else event is not null and content is null end)
);
--> statement-breakpoint
ALTER TABLE "posts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "thread_reads" (
	"thread_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"last_read_seq" integer NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "thread_reads_user_id_thread_id_pk" PRIMARY KEY("user_id","thread_id")
);
--> statement-breakpoint
ALTER TABLE "thread_reads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "threads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"course_id" uuid NOT NULL,
	"last_seq" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "threads_kind_check" CHECK (kind in ('ticket', 'chat'))
);
--> statement-breakpoint
ALTER TABLE "threads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ticket_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ticket_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"body" text NOT NULL,
	"client_key" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ticket_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tickets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"thread_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"subject" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"opener_id" uuid NOT NULL,
	"assignee_id" uuid,
	"language" text NOT NULL,
	"client_key" uuid NOT NULL,
	"done_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "tickets_state_check" CHECK (state in ('pending', 'processing', 'waiting', 'delayed', 'done')),
	CONSTRAINT "tickets_assignee_check" CHECK (case state when 'pending' then assignee_id is null when 'done' then true else assignee_id is not null end)
);
--> statement-breakpoint
ALTER TABLE "tickets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "access_tokens" ADD CONSTRAINT "access_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "courses" ADD CONSTRAINT "courses_previous_course_id_courses_id_fk" FOREIGN KEY ("previous_course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_counters" ADD CONSTRAINT "ticket_counters_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_deliveries" ADD CONSTRAINT "mail_deliveries_recipient_id_users_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_deliveries" ADD CONSTRAINT "mail_deliveries_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_deliveries" ADD CONSTRAINT "mail_deliveries_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_reads" ADD CONSTRAINT "thread_reads_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_reads" ADD CONSTRAINT "thread_reads_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_notes" ADD CONSTRAINT "ticket_notes_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_notes" ADD CONSTRAINT "ticket_notes_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_opener_id_users_id_fk" FOREIGN KEY ("opener_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_assignee_id_users_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "access_tokens_secret_hash_key" ON "access_tokens" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "access_tokens_user_id_idx" ON "access_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "courses_code_term_key" ON "courses" USING btree ("code","term");--> statement-breakpoint
CREATE INDEX "memberships_user_id_idx" ON "memberships" USING btree ("user_id","course_id","role");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "mail_deliveries_recipient_post_key" ON "mail_deliveries" USING btree ("recipient_id","post_id");--> statement-breakpoint
CREATE INDEX "mail_deliveries_open_idx" ON "mail_deliveries" USING btree ("thread_id","recipient_id","seq") WHERE state in ('queued', 'sending');--> statement-breakpoint
CREATE INDEX "audit_events_subject_idx" ON "audit_events" USING btree ("subject_type","subject_id","id");--> statement-breakpoint
CREATE INDEX "audit_events_actor_id_idx" ON "audit_events" USING btree ("actor_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "posts_thread_id_seq_key" ON "posts" USING btree ("thread_id","seq");--> statement-breakpoint
CREATE INDEX "posts_awaits_notice_idx" ON "posts" USING btree ("thread_id","seq") WHERE awaits_notice;--> statement-breakpoint
CREATE UNIQUE INDEX "posts_author_id_client_key_key" ON "posts" USING btree ("author_id","client_key") WHERE client_key is not null;--> statement-breakpoint
CREATE INDEX "thread_reads_thread_id_idx" ON "thread_reads" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "ticket_notes_ticket_id_idx" ON "ticket_notes" USING btree ("ticket_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "ticket_notes_author_id_client_key_key" ON "ticket_notes" USING btree ("author_id","client_key");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_thread_id_key" ON "tickets" USING btree ("thread_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_course_id_number_key" ON "tickets" USING btree ("course_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_opener_id_client_key_key" ON "tickets" USING btree ("opener_id","client_key");--> statement-breakpoint
CREATE INDEX "tickets_opener_id_idx" ON "tickets" USING btree ("opener_id","updated_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "tickets_course_state_idx" ON "tickets" USING btree ("course_id","state","updated_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "tickets_assignee_id_idx" ON "tickets" USING btree ("assignee_id","state","updated_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "mail_deliveries_worker_all" ON "mail_deliveries" AS PERMISSIVE FOR ALL TO "atrium_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "posts_app_select" ON "posts" AS PERMISSIVE FOR SELECT TO "atrium_app" USING (exists (select 1 from tickets t where t.thread_id = posts.thread_id));--> statement-breakpoint
CREATE POLICY "posts_app_insert" ON "posts" AS PERMISSIVE FOR INSERT TO "atrium_app" WITH CHECK (exists (select 1 from tickets t where t.thread_id = posts.thread_id) and author_id = (select atrium_actor_id()));--> statement-breakpoint
CREATE POLICY "posts_worker_all" ON "posts" AS PERMISSIVE FOR ALL TO "atrium_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "thread_reads_app_select" ON "thread_reads" AS PERMISSIVE FOR SELECT TO "atrium_app" USING (user_id = (select atrium_actor_id()));--> statement-breakpoint
CREATE POLICY "thread_reads_app_insert" ON "thread_reads" AS PERMISSIVE FOR INSERT TO "atrium_app" WITH CHECK (user_id = (select atrium_actor_id()) and exists (select 1 from tickets t where t.thread_id = thread_reads.thread_id));--> statement-breakpoint
CREATE POLICY "thread_reads_app_update" ON "thread_reads" AS PERMISSIVE FOR UPDATE TO "atrium_app" USING (user_id = (select atrium_actor_id()));--> statement-breakpoint
CREATE POLICY "thread_reads_worker_all" ON "thread_reads" AS PERMISSIVE FOR ALL TO "atrium_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "threads_app_select" ON "threads" AS PERMISSIVE FOR SELECT TO "atrium_app" USING (exists (select 1 from tickets t where t.thread_id = threads.id));--> statement-breakpoint
CREATE POLICY "threads_app_insert" ON "threads" AS PERMISSIVE FOR INSERT TO "atrium_app" WITH CHECK (course_id in (select m.course_id from memberships m where m.user_id = atrium_actor_id() and m.role in ('student', 'assistant', 'teacher', 'responsible')));--> statement-breakpoint
CREATE POLICY "threads_app_update" ON "threads" AS PERMISSIVE FOR UPDATE TO "atrium_app" USING (exists (select 1 from tickets t where t.thread_id = threads.id));--> statement-breakpoint
CREATE POLICY "threads_worker_all" ON "threads" AS PERMISSIVE FOR ALL TO "atrium_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "ticket_notes_app_select" ON "ticket_notes" AS PERMISSIVE FOR SELECT TO "atrium_app" USING (exists (
  select 1 from tickets t
  where t.id = ticket_notes.ticket_id and t.opener_id <> (select atrium_actor_id())
    and ((select atrium_actor_is_admin()) or t.course_id in (select m.course_id from memberships m where m.user_id = atrium_actor_id() and m.role in ('assistant', 'teacher', 'responsible')))
));--> statement-breakpoint
CREATE POLICY "ticket_notes_app_insert" ON "ticket_notes" AS PERMISSIVE FOR INSERT TO "atrium_app" WITH CHECK (author_id = (select atrium_actor_id()) and exists (
  select 1 from tickets t
  where t.id = ticket_notes.ticket_id and t.opener_id <> (select atrium_actor_id())
    and ((select atrium_actor_is_admin()) or t.course_id in (select m.course_id from memberships m where m.user_id = atrium_actor_id() and m.role in ('assistant', 'teacher', 'responsible')))
));--> statement-breakpoint
CREATE POLICY "ticket_notes_worker_all" ON "ticket_notes" AS PERMISSIVE FOR ALL TO "atrium_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tickets_app_select" ON "tickets" AS PERMISSIVE FOR SELECT TO "atrium_app" USING ((
  (select atrium_actor_is_admin())
  or (opener_id = (select atrium_actor_id()) and course_id in (select m.course_id from memberships m where m.user_id = atrium_actor_id() and m.role in ('student', 'assistant', 'teacher', 'responsible')))
  or course_id in (select m.course_id from memberships m where m.user_id = atrium_actor_id() and m.role in ('teacher', 'responsible'))
  or ((assignee_id is null or assignee_id = (select atrium_actor_id())) and course_id in (select m.course_id from memberships m where m.user_id = atrium_actor_id() and m.role in ('assistant', 'teacher', 'responsible')))
));--> statement-breakpoint
CREATE POLICY "tickets_app_insert" ON "tickets" AS PERMISSIVE FOR INSERT TO "atrium_app" WITH CHECK (opener_id = (select atrium_actor_id()) and assignee_id is null and state = 'pending' and course_id in (select m.course_id from memberships m where m.user_id = atrium_actor_id() and m.role in ('student', 'assistant', 'teacher', 'responsible')));--> statement-breakpoint
CREATE POLICY "tickets_app_update" ON "tickets" AS PERMISSIVE FOR UPDATE TO "atrium_app" USING ((
  (select atrium_actor_is_admin())
  or (opener_id = (select atrium_actor_id()) and course_id in (select m.course_id from memberships m where m.user_id = atrium_actor_id() and m.role in ('student', 'assistant', 'teacher', 'responsible')))
  or course_id in (select m.course_id from memberships m where m.user_id = atrium_actor_id() and m.role in ('teacher', 'responsible'))
  or ((assignee_id is null or assignee_id = (select atrium_actor_id())) and course_id in (select m.course_id from memberships m where m.user_id = atrium_actor_id() and m.role in ('assistant', 'teacher', 'responsible')))
));--> statement-breakpoint
CREATE POLICY "tickets_worker_all" ON "tickets" AS PERMISSIVE FOR ALL TO "atrium_worker" USING (true) WITH CHECK (true);