/** One view is a page, a name and the filter as the page wrote it. */
import type { Asking, Team } from '../context.ts';
import { TeamError } from '../errors.ts';

export interface SavedView {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly query: unknown;
  readonly shared: boolean;
}

/** Of one person and page. */
const MOST = 100;

/** One's own and those that others share, by name. */
export async function listViews({ store }: Team, { actor }: Asking, page: string): Promise<readonly SavedView[]> {
  const rows = await store.as(actor, (tx) =>
    tx.selectFrom('saved_views').selectAll().where('page', '=', page).orderBy('name').orderBy('id').execute(),
  );
  return rows.map(({ id, user_id, name, query, shared }) => ({ id, userId: user_id, name, query, shared }));
}

/** The id; a view of the same name is written over. Auditors keep views too, though their role of the database writes nothing. */
export async function saveView(
  { store }: Team,
  { actor: { userId } }: Asking,
  { page, name, query, shared }: { readonly page: string; readonly name: string; readonly query: unknown; readonly shared: boolean },
): Promise<string> {
  if (userId === null) throw new TeamError('forbidden', 'only people keep views');
  return store.system(async (tx) => {
    const { count } = await tx
      .selectFrom('saved_views')
      .select((builder) => builder.fn.countAll().as('count'))
      .where('user_id', '=', userId)
      .where('page', '=', page)
      .executeTakeFirstOrThrow();
    if (Number(count) >= MOST) throw new TeamError('invalid', `at most ${MOST} views of a page`, { reason: 'views-too-many' });
    const text = JSON.stringify(query);
    const { id } = await tx
      .insertInto('saved_views')
      .values({ user_id: userId, page, name, query: text, shared })
      .onConflict((each) => each.columns(['user_id', 'page', 'name']).doUpdateSet({ query: text, shared }))
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
}

/** Fails with `not-found` also for the view of somebody else. */
export async function removeView({ store }: Team, { actor: { userId } }: Asking, id: string): Promise<void> {
  const removed = await store.system((tx) =>
    tx
      .deleteFrom('saved_views')
      .where('id', '=', id)
      .where('user_id', '=', userId ?? '00000000-0000-0000-0000-000000000000')
      .returning('id')
      .executeTakeFirst(),
  );
  if (!removed) throw new TeamError('not-found', 'no such view');
}
