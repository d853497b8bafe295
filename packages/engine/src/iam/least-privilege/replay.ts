/** Every request that was let through, decided again with other policies: what would newly be refused. */
import { HOLE } from '@kumomori/model';
import type { ActionCatalogue, ConditionalDecision } from '../aws/index.ts';
import { compileLayers, decideWithCondition, prepareRequest, printCondition, readPrincipal } from '../aws/index.ts';
import type { PrincipalUsage } from '../usage/index.ts';
import type { IamPrincipal } from '../world/index.ts';

export interface Replay {
  /** Events that were decided again and are allowed as before. */
  readonly replayed: number;
  /** Events that today's policies do not explain: allowed by a resource's policy or a session, or the policies were others then. */
  readonly unexplained: number;
  /** More different requests than are kept. */
  readonly dropped: number;
  /** Events that would be refused, or allowed under other conditions than before. */
  readonly newlyDenied: number;
  /** Actions of those. */
  readonly deniedActions: readonly string[];
}

export interface ReplayOptions {
  readonly catalogue: ActionCatalogue;
  readonly usage: PrincipalUsage;
  /** Documents the principal would hold. */
  readonly identity: readonly object[];
  /** Null: none. Undefined: as it is. */
  readonly boundary?: readonly object[] | null;
}

/** The side of the principal alone is decided: resources and organization stay as they are, and could only let through more of the same. */
export function replay(principal: IamPrincipal, { catalogue, usage, identity, boundary }: ReplayOptions): Replay {
  const now = principal.boundary?.map(({ document }) => document) ?? null;
  const layers = (documents: readonly object[], bound: readonly object[] | null, isDelegated: boolean): ReturnType<typeof compileLayers> =>
    compileLayers({
      ...{ identity: documents, boundary: bound, session: null, scp: null, rcp: null, vpce: null },
      resource: isDelegated ? delegation(principal.account) : null,
    });
  const held = principal.identity.map(({ document }) => document);
  const [before, after] = [false, true].map((isAfter) =>
    [false, true].map((isDelegated) => layers(isAfter ? identity : held, isAfter && boundary !== undefined ? boundary : now, isDelegated)),
  );
  const who = readPrincipal(principal.id);
  const counts = { replayed: 0, unexplained: 0, newlyDenied: 0 };
  const denied = new Set<string>();
  for (const { action, resource, context, events } of usage.requests) {
    const request = prepareRequest(
      { principal: principal.id, action, resource: resource ?? HOLE, resourceAccount: principal.account, context },
      { catalogue, mode: 'discovery' },
      who,
    );
    const side = Number(request.isTrustOrKey);
    const [old, made] = [before?.[side], after?.[side]].map((each) => each && decideWithCondition(each, request));
    if (!old || !made || old.decision !== 'allow') counts.unexplained += events;
    else if (isAsGood(old, made)) counts.replayed += events;
    else {
      counts.newlyDenied += events;
      denied.add(action);
    }
  }
  return { ...counts, dropped: usage.dropped, deniedActions: [...denied].toSorted() };
}

function isAsGood(old: ConditionalDecision, made: ConditionalDecision): boolean {
  if (made.decision !== 'allow') return false;
  if (made.conditional === null) return true;
  return old.conditional !== null && printCondition(old.conditional) === printCondition(made.conditional);
}

/** Keys and roles trust their account only where their policy says so: it is taken to, so that the principal's own side decides. */
function delegation(account: string): object {
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: '*', Resource: '*' }],
  };
}

export function joinReplays(all: readonly Replay[]): Replay {
  const sum = (key: 'replayed' | 'unexplained' | 'dropped' | 'newlyDenied'): number => all.reduce((total, each) => total + each[key], 0);
  return {
    ...{ replayed: sum('replayed'), unexplained: sum('unexplained'), dropped: sum('dropped'), newlyDenied: sum('newlyDenied') },
    deniedActions: [...new Set(all.flatMap(({ deniedActions }) => deniedActions))].toSorted(),
  };
}
