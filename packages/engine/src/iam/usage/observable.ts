/** Whether the logs at hand could have shown an action at all: what they could not show is never called unused. */
import type { ActionCatalogue, ActionInfo, ActionSet } from '../aws/index.ts';
import { actionSet, hasAction } from '../aws/index.ts';
import { DATA_EVENTS, GLOBAL_SERVICES, MAY_BE_EXCLUDED, NEVER_LOGGED } from './exceptions.ts';
import type { AccountCoverage } from './usage-log.ts';

export type NotObservable =
  /** No event of the account is in the logs. */
  | 'no-logs'
  /** There is no event for it, whatever is switched on. */
  | 'never-logged'
  /** A data event, and the logs hold none of the service. */
  | 'data-events'
  /** The logs hold no events that only read. */
  | 'reads'
  /** Written in us-east-1, of which the logs hold nothing. */
  | 'global'
  /** A source that trails may leave out, and the logs hold nothing of it. */
  | 'excluded';

/** Null: it would have been seen. */
export function notObservable(index: number, catalogue: ActionCatalogue, coverage: AccountCoverage | undefined): NotObservable | null {
  if (!coverage) return 'no-logs';
  const { service, accessLevel } = catalogue.info(index);
  const { never, data } = setsOf(catalogue);
  if (hasAction(never, index)) return 'never-logged';
  if (hasAction(data, index))
    return coverage.dataServices.has(`${service} ${isRead(accessLevel) ? 'read' : 'write'}`) ? null : 'data-events';
  if (!coverage.hasReads && isRead(accessLevel)) return 'reads';
  if (
    GLOBAL_SERVICES.has(service) &&
    !coverage.regions.some((region) => region === 'us-east-1' || region === 'cn-north-1' || region === 'us-gov-west-1')
  )
    return 'global';
  return MAY_BE_EXCLUDED.has(service) && !coverage.services.has(service) ? 'excluded' : null;
}

const sets = new WeakMap<ActionCatalogue, { readonly never: ActionSet; readonly data: ActionSet }>();

function setsOf(catalogue: ActionCatalogue): { readonly never: ActionSet; readonly data: ActionSet } {
  const known = sets.get(catalogue) ?? { never: actionSet(NEVER_LOGGED, catalogue), data: actionSet(DATA_EVENTS, catalogue) };
  sets.set(catalogue, known);
  return known;
}

function isRead(level: ActionInfo['accessLevel']): boolean {
  return level === 'Read' || level === 'List';
}
