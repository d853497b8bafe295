/** Whether a principal is used at all, by the logs and by what the account itself says. */
import { isUndecided } from '@kumomori/model';
import type { AccountCoverage, PrincipalUsage } from '../usage/index.ts';
import type { IamPrincipal } from '../world/index.ts';
import type { ActionStates } from './states.ts';

export type UseStatus = 'used' | 'unused' | 'unknown';

export interface PrincipalUse {
  readonly status: UseStatus;
  /** ISO 8601, to the day where only the account tells; null: never, or not known. */
  readonly lastUsed: string | null;
  readonly lastUsedBy: 'events' | 'account' | null;
}

export interface UseFacts {
  readonly usage: PrincipalUsage | undefined;
  readonly coverage: AccountCoverage | undefined;
  /** Last time somebody became the role. */
  readonly assumed: string | null;
  readonly states: ActionStates;
  /** The account was asked: what it does not tell of last use is `never`. */
  readonly isLive: boolean;
  /** ISO 8601. */
  readonly now: string;
  /** Last use longer ago is none. */
  readonly days: number;
}

const DAY = 86_400_000;

export function useOfPrincipal(principal: IamPrincipal, facts: UseFacts): PrincipalUse {
  const { usage, coverage, assumed, states, now, days } = facts;
  const seen =
    [usage !== undefined && usage.events > 0 ? usage.last : null, assumed]
      .filter((each) => each !== null)
      .toSorted()
      .at(-1) ?? null;
  const told = idleOf(principal, facts);
  const toldDay = typeof told === 'number' ? new Date(Date.parse(now) - told * DAY).toISOString().slice(0, 10) : null;
  const isLater = seen !== null && (toldDay === null || seen >= toldDay);
  const last = isLater
    ? { lastUsed: seen, lastUsedBy: 'events' as const }
    : { lastUsed: toldDay, lastUsedBy: toldDay === null ? null : ('account' as const) };
  const isRecent = (time: string): boolean => Date.parse(now) - Date.parse(time) <= days * DAY;
  if (last.lastUsed !== null && isRecent(last.lastUsed)) return { status: 'used', ...last };
  // The account's own word counts for all kinds of use.
  if (told !== null) return { status: 'unused', ...last };
  if (!coverage || seen !== null) return { status: seen === null ? 'unknown' : 'unused', ...last };
  // Somebody who becomes a role is an event that only reads; a user's keys may be used in ways that leave none.
  const isVisible =
    principal.kind === 'role' ? coverage.hasReads : [...states.of.values()].every((state) => state === 'unused' || state === 'needed');
  return { status: isVisible && lengthOf(coverage) >= Math.min(days, MIN_DAYS) ? 'unused' : 'unknown', ...last };
}

/** Logs of fewer days do not show that something is not used. */
const MIN_DAYS = 30;

function lengthOf({ first, last }: AccountCoverage): number {
  return (Date.parse(last) - Date.parse(first)) / DAY;
}

/** Days; `never`; null: not known. */
function idleOf({ entity }: IamPrincipal, { isLive }: UseFacts): number | 'never' | null {
  if (!entity || isUndecided(entity.idleDays)) return null;
  return entity.idleDays ?? (isLive ? 'never' : null);
}
