import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, oneOf, primaryId } from "./columns.ts";
import { users } from "./identity.ts";
import { workerMayDoAll } from "./policies.ts";
import { posts, threads } from "./threads.ts";

export const deliveryStates = ["queued", "sending", "sent", "dropped", "failed"] as const;

/**
 * One mail to one person about one post. The unique index is what makes "one notification" true
 * however often the job that writes it runs. Only the worker may see these rows.
 */
export const mailDeliveries = pgTable(
  "mail_deliveries",
  {
    id: primaryId(),
    kind: text("kind").notNull(),
    recipientId: uuid("recipient_id")
      .notNull()
      .references(() => users.id),
    threadId: uuid("thread_id")
      .notNull()
      .references(() => threads.id),
    postId: uuid("post_id")
      .notNull()
      .references(() => posts.id),
    /** `posts.seq`: mails of one thread leave in this order. */
    seq: integer("seq").notNull(),
    state: text("state", { enum: deliveryStates }).notNull().default("queued"),
    /** Sends begun whose outcome was never recorded; the second one ends the delivery. */
    sendsStarted: integer("sends_started").notNull().default(0),
    leaseExpiresAt: instant("lease_expires_at"),
    sentAt: instant("sent_at"),
    failure: text("failure"),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("mail_deliveries_recipient_post_key").on(table.recipientId, table.postId),
    index("mail_deliveries_open_idx")
      .on(table.threadId, table.recipientId, table.seq)
      .where(sql`state in ('queued', 'sending')`),
    check("mail_deliveries_state_check", oneOf("state", deliveryStates)),
    workerMayDoAll("mail_deliveries"),
  ],
);
