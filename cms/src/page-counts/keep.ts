// Adds counts to those of other replicas of the site, and forgets old ones.
import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { onItsOwn } from '../accounts/sql.ts'
import { PAGE_COUNTS } from '../limits.ts'
import type { CountMessage } from './message.ts'

/**
 * All of a message, once: its id and its counts are one statement, and a copy that comes meanwhile waits for it. Names
 * beyond the bound of a day are left out, the least viewed first. Rows are written in order, so that no two messages wait
 * for each other.
 */
export const keepCounts = async (payload: Payload, { id, counts }: CountMessage): Promise<void> => {
  await onItsOwn(
    payload,
    sql`with taken as (
        insert into page_count_messages (message) values (${id}) on conflict (message) do nothing returning message
      ), given as (
        select sent.day, sent.kind::enum_page_counts_kind as kind, sent.name, sum(sent.views) as views
        from taken, jsonb_to_recordset(${JSON.stringify(counts)}::jsonb)
          as sent(day text, kind text, name text, views integer)
        group by 1, 2, 3
      ), ranked as (
        select given.day, given.kind, given.name, given.views, known.id is not null as is_known,
          row_number() over (
            partition by given.day, given.kind, known.id is null order by given.views desc, given.name
          ) as rank,
          (select count(*) from page_counts kept where kept.day = given.day and kept.kind = given.kind) as kept
        from given left join page_counts known
          on known.day = given.day and known.kind = given.kind and known.name = given.name
      )
      insert into page_counts (day, kind, name, views)
      select day, kind, name, views from ranked
      where is_known or kept + rank <= ${PAGE_COUNTS.maxNames}
      order by day, kind, name
      on conflict (day, kind, name)
        do update set views = page_counts.views + excluded.views, updated_at = now()`,
  )
}

/** Deletes counts and the ids of messages whose time has come. */
export const forgetCounts = async (payload: Payload): Promise<void> => {
  await onItsOwn(
    payload,
    sql`delete from page_counts
      where day < to_char(now() at time zone 'utc' - make_interval(months => ${PAGE_COUNTS.keptMonths}), 'YYYY-MM-DD')`,
  )
  await onItsOwn(
    payload,
    sql`delete from page_count_messages
      where created_at < now() - make_interval(days => ${PAGE_COUNTS.keptMessageDays})`,
  )
}
