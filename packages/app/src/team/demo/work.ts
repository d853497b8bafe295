/** A day of the people: what the central team asks for, what departments answer. */
import type { FindingState } from '@kumomori/engine';
import type { Asking, Team } from '../context.ts';
import { decideRequest, requestNewException } from '../exceptions/index.ts';
import { actOnFindings, addComment } from '../findings/index.ts';
import { chanceOf, oneOf } from './chance.ts';
import type { PersonKey } from './company.ts';
import { exceptions, falsePositives, replies, requests } from './company.ts';

export interface Office {
  readonly team: Team;
  readonly as: Readonly<Record<PersonKey, Asking>>;
  /** Whether the next scan finds it fixed. */
  readonly endsSoon: (fingerprint: string) => boolean;
}

/** Requests of one morning: nobody reads more. */
const PER_DAY = 4;
const MEMBERS = ['ec', 'data', 'hr', 'cloud', 'corporate'] as const;

interface Waiting {
  readonly id: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly state: FindingState;
  readonly department: string | null;
}

/** Before the departments come: the gravest that are new get a request, the others are looked at. */
export async function centralDay({ team, as }: Office): Promise<void> {
  const fresh = await inStates(team, ['new', 'reopened']);
  const [grave, rest] = [fresh.filter(isGrave), fresh.filter((each) => !isGrave(each))];
  for (const each of grave.slice(0, PER_DAY))
    await act({ team, as }, { who: 'security', event: 'request', findings: [each], note: oneOf(`ask ${each.fingerprint}`, requests) });
  await act({ team, as }, { who: 'security', event: 'triage', findings: rest.slice(0, PER_DAY * 6) });
  for (const each of rest.slice(0, PER_DAY * 6))
    if (chanceOf(`false ${each.fingerprint}`) < 0.02)
      await act(
        { team, as },
        { who: 'security', event: 'mark-false-positive', findings: [each], note: oneOf(`why ${each.fingerprint}`, falsePositives) },
      );
}

export async function departmentsDay({ team, as, endsSoon }: Office, daysAgo: number): Promise<void> {
  for (const member of MEMBERS) {
    const own = (await inStates(team, ['requested', 'acknowledged', 'in-progress', 'open'])).filter(
      ({ department }) => department === member,
    );
    const today = (each: Waiting, share: number): boolean => chanceOf(`${daysAgo} ${each.fingerprint}`) < share;
    const asked = own.filter((each) => each.state === 'requested' && today(each, 0.12));
    await act({ team, as }, { who: member, event: 'acknowledge', findings: asked });
    for (const each of asked)
      if (chanceOf(`say ${each.fingerprint}`) < 0.4)
        await addComment(team, as[member], { findingId: each.id, text: oneOf(`what ${each.fingerprint}`, replies) });
    const begun = own.filter((each) => each.state === 'acknowledged' && today(each, 0.06));
    await act({ team, as }, { who: member, event: 'start', findings: begun });
    const done = own.filter((each) => endsSoon(each.fingerprint) && chanceOf(`claim ${each.fingerprint}`) < 0.7);
    await act({ team, as }, { who: member, event: 'claim-fixed', findings: done });
  }
}

/** Asked for by departments, decided by somebody else an hour later. */
export async function exceptionsDay({ team, as }: Office, daysAgo: number, later: () => void): Promise<void> {
  for (const { day, by, severities, reason, control, days, decision, note } of exceptions) {
    if (day !== daysAgo) continue;
    const open = await inStates(team, ['open', 'requested', 'acknowledged', 'in-progress']);
    const chosen = open.filter((each) => each.department === by && severities.some((severity) => severity === each.severity)).slice(0, 3);
    if (chosen.length === 0) continue;
    const expires = new Date(team.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
    const ids = chosen.map(({ id }) => id);
    const id = await requestNewException(team, as[by], { ids, category: 'accepted-risk', reason, compensatingControl: control, expires });
    later();
    if (decision !== null) await decideRequest(team, as.approver, { id, kind: decision, note });
  }
}

interface Deed {
  readonly who: PersonKey;
  readonly event: Parameters<typeof actOnFindings>[2]['event'];
  readonly findings: readonly Waiting[];
  readonly note?: string | null;
}

async function act({ team, as }: Pick<Office, 'team' | 'as'>, { who, event, findings, note = null }: Deed): Promise<void> {
  if (findings.length === 0) return;
  await actOnFindings(team, as[who], { ids: findings.map(({ id }) => id), event, note, holdUntil: null });
}

function isGrave({ severity }: Waiting): boolean {
  return severity === 'critical' || severity === 'high';
}

async function inStates({ store }: Team, states: readonly FindingState[]): Promise<readonly Waiting[]> {
  const rows = await store.system((tx) =>
    tx
      .selectFrom('findings')
      .select(['id', 'fingerprint', 'severity', 'state', 'department_id as department'])
      .where('state', 'in', [...states])
      .orderBy('severity_rank', 'desc')
      .orderBy('fingerprint')
      .execute(),
  );
  return rows;
}
