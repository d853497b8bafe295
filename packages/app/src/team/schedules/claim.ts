/** Each duty is done once, whichever server's clock comes first: who writes the later time does it. */
import type { Team } from '../context.ts';

/** True for one of all processes that ask about a moment. */
export async function claimDuty({ store }: Team, name: string, slot: Date): Promise<boolean> {
  const claimed = await store.system((tx) =>
    tx
      .insertInto('duties')
      .values({ name, at: slot })
      .onConflict((each) => each.column('name').doUpdateSet({ at: slot }).where('duties.at', '<', slot))
      .returning('name')
      .executeTakeFirst(),
  );
  return claimed !== undefined;
}
