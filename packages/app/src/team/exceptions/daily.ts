/** What a day does to exceptions: they end, or their owners are warned. */
import { dayIn, exceptionStatus, shouldWarn } from '@kumomori/engine';
import type { StoreTransaction } from '../../store/index.ts';
import { settingIn } from '../settings/index.ts';
import { applyExceptions } from './apply.ts';
import { exceptionsIn } from './records.ts';
import { tellOf } from './requests.ts';

export interface ExceptionsOfDay {
  readonly expired: number;
  readonly moved: readonly string[];
  readonly waiting: number;
}

/** Once a day; more often does no harm but warns again. The transaction needs the rights of the system. */
export async function endExceptions(tx: StoreTransaction, at: Date): Promise<ExceptionsOfDay> {
  const policy = await settingIn(tx, 'exceptions');
  const time = at.toISOString();
  const today = dayIn(time, policy.timeZone);
  const alive = await exceptionsIn(tx, { states: ['requested', 'approved'] });
  const ended = alive.filter((each) => exceptionStatus(each, time, policy) === 'expired');
  let waiting = 0;
  for (const exception of ended) {
    await tx.updateTable('exceptions').set({ state: 'expired', closed_at: at }).where('id', '=', exception.id).execute();
    if (exception.state === 'approved')
      waiting += await tellOf(tx, exception, {
        kind: 'exception-expired',
        by: exception.requestedName,
        department: exception.departmentId,
        at,
      });
  }
  const moved = await applyExceptions(tx, { at, selectors: ended.map(({ selector }) => selector) });
  for (const exception of alive)
    if (exception.state === 'approved' && !ended.includes(exception) && shouldWarn(exception.expires, today, policy))
      waiting += await tellOf(tx, exception, {
        kind: 'exception-ending',
        by: exception.requestedName,
        department: exception.departmentId,
        at,
      });
  return { expired: ended.length, moved, waiting };
}
