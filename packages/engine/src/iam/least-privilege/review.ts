/** What to decide about each who has access: one word, and why. */
import { isRecord } from '@kumomori/model';
import type { ActionCatalogue } from '../aws/index.ts';
import type { IamPrincipal, IamWorld } from '../world/index.ts';
import { administration, summarizeAccess } from '../world/index.ts';
import type { PrincipalFindings } from './propose.ts';

export type ReviewDecision = 'keep' | 'reduce' | 'remove' | 'ask';

export type ReviewReason =
  | 'left'
  | 'unused'
  | 'use-unknown'
  | 'not-among-people'
  | 'unused-permissions'
  | 'unused-writes'
  | 'unused-reads'
  | 'in-use';

export interface AccessRisk {
  /** `if`: under conditions only. */
  readonly administrator: 'yes' | 'no' | 'if';
  /** Actions by which it could raise its own rights. */
  readonly escalation: readonly string[];
  /** Accounts that are not of the estate and may become it; `*`: everybody. */
  readonly outsiders: readonly string[];
}

export interface ReviewEntry extends PrincipalFindings {
  readonly risk: AccessRisk;
  readonly decision: ReviewDecision;
  readonly reason: ReviewReason;
  readonly hasLeft: boolean;
}

export interface ReviewOptions {
  readonly catalogue: ActionCatalogue;
  /** By name of the user, lower case; null: no list of people was given. */
  readonly people: { readonly left: ReadonlySet<string>; readonly present: ReadonlySet<string> } | null;
}

/** Riskiest first within a decision: remove, ask, reduce, keep. */
export function reviewAccess(world: IamWorld, findings: readonly PrincipalFindings[], options: ReviewOptions): readonly ReviewEntry[] {
  const risks = new Map<number, Pick<AccessRisk, 'administrator' | 'escalation'>>();
  const entries = findings.map((finding): ReviewEntry => {
    const { principal } = finding;
    const { id } = world.classOf(principal);
    const own = risks.get(id) ?? riskOf(world, principal, options.catalogue);
    risks.set(id, own);
    const name = principal.name.toLowerCase();
    const hasLeft = principal.kind === 'user' && (options.people?.left.has(name) ?? false);
    const [decision, reason] = decisionOn(finding, { ...options, hasLeft });
    return { ...finding, risk: { ...own, outsiders: outsidersOf(principal, world.accounts) }, decision, reason, hasLeft };
  });
  return entries.toSorted(
    (a, b) => ORDER.indexOf(a.decision) - ORDER.indexOf(b.decision) || weight(b) - weight(a) || (a.principal.id < b.principal.id ? -1 : 1),
  );
}

const ORDER: readonly ReviewDecision[] = ['remove', 'ask', 'reduce', 'keep'];

function weight({ risk }: ReviewEntry): number {
  return (risk.administrator === 'yes' ? 1000 : 0) + risk.outsiders.length * 100 + risk.escalation.length;
}

function riskOf(world: IamWorld, principal: IamPrincipal, catalogue: ActionCatalogue): Pick<AccessRisk, 'administrator' | 'escalation'> {
  const { decision, condition } = administration(world, principal);
  const administrator = decision !== 'allow' ? 'no' : condition === null ? 'yes' : 'if';
  // Who may do everything needs no list of ways.
  if (administrator === 'yes') return { administrator, escalation: [] };
  const { escalation } = summarizeAccess(world, principal, catalogue);
  return {
    administrator,
    escalation: escalation.filter((each) => each.condition === null && each.resources.includes('*')).map(({ action }) => action),
  };
}

function decisionOn(
  { principal, use, states, coverage }: PrincipalFindings,
  { people, hasLeft, catalogue }: ReviewOptions & { readonly hasLeft: boolean },
): readonly [ReviewDecision, ReviewReason] {
  if (hasLeft) return ['remove', 'left'];
  if (use.status === 'unused') return ['remove', 'unused'];
  if (use.status === 'unknown') return ['ask', 'use-unknown'];
  const isPerson = principal.entity?.kind === 'aws.user' && principal.entity.hasPassword === true;
  if (people && isPerson && !people.present.has(principal.name.toLowerCase())) return ['ask', 'not-among-people'];
  if (!coverage) return ['keep', 'in-use'];
  const levels = new Set([...states.of].filter(([, state]) => state === 'unused').map(([index]) => catalogue.info(index).accessLevel));
  if (levels.has('Permissions management')) return ['reduce', 'unused-permissions'];
  if (levels.has('Write') || levels.has('Tagging')) return ['reduce', 'unused-writes'];
  return ['keep', levels.size > 0 ? 'unused-reads' : 'in-use'];
}

/** Of the Allow statements of the trust policy. */
function outsidersOf({ trust }: IamPrincipal, accounts: ReadonlySet<string>): readonly string[] {
  if (!trust || trust.unknown !== null) return [];
  const statements = Object.entries(trust.document).flatMap(([key, value]: [string, unknown]) =>
    key.toLowerCase() === 'statement' ? [value].flat() : [],
  );
  const named = statements.flatMap((statement) =>
    isRecord(statement) && statement['Effect'] !== 'Deny' ? principalsIn(statement['Principal']) : [],
  );
  const found = named.flatMap((text) => (text === '*' ? ['*'] : (/^(?:arn:[^:]+:(?:iam|sts)::)?(\d{12})(?::|$)/.exec(text)?.[1] ?? [])));
  return [...new Set(found)].filter((account) => !accounts.has(account)).toSorted();
}

function principalsIn(principal: unknown): readonly string[] {
  if (principal === '*') return ['*'];
  const given = isRecord(principal) ? principal['AWS'] : undefined;
  return [given].flat().filter((each) => typeof each === 'string');
}
