/** Frameworks and their controls: what the newest runs say, what people answered. */
import type { ControlStatus, Language } from '@kumomori/model';
import { describeFramework, listFrameworks as listCatalogue } from '../../use-cases/index.ts';
import type { StoreTransaction } from '../../store/index.ts';
import type { Asking, Team } from '../context.ts';
import { TeamError } from '../errors.ts';
import type { ControlAnswer, StoredEvidence } from './answers.ts';
import { answersIn, evidenceIn } from './answers.ts';
import type { CombinedFramework, SourceCoverage } from './coverage.ts';
import { combine, coverageOfSources } from './coverage.ts';

export type StatusCounts = Readonly<Record<ControlStatus, number>>;

export interface FrameworkSummary {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  /** The mapping of the framework's publisher, or ours. */
  readonly mapping: 'inherited' | 'own';
  /** Defined by the operator, in a source's configuration. */
  readonly isUsers: boolean;
  readonly counts: StatusCounts;
  /** Answers that hold today, of manual controls. */
  readonly answered: number;
  /** Passing of those that were decided; null: nothing was. */
  readonly percent: number | null;
  /** ISO 8601; null: no run said anything about it. */
  readonly at: string | null;
}

export interface FrameworkControl {
  readonly control: string;
  /** Empty where its checks say enough. */
  readonly title: string;
  readonly status: ControlStatus;
  readonly checks: readonly { readonly id: string; readonly title: string; readonly open: number }[];
  readonly answer: ControlAnswer | null;
  readonly evidence: readonly StoredEvidence[];
}

export interface FrameworkView extends FrameworkSummary {
  readonly sources: readonly { readonly name: string; readonly at: string }[];
  readonly controls: readonly FrameworkControl[];
}

export interface FrameworkName {
  readonly id: string;
  readonly version: string;
}

/** The catalogue's, and those of the operator's own that a run knew. */
export async function listFrameworks(team: Team, asking: Asking, language: Language): Promise<readonly FrameworkSummary[]> {
  const combined = combine(await coverageOfSources(team, asking));
  const answers = await team.store.as(asking.actor, (tx) => answersIn(tx, { at: team.now() }));
  const answeredOf = ({ id, version }: FrameworkName): number =>
    answers.filter((each) => each.framework === id && each.version === version && holds(each)).length;
  const catalogue = await listCatalogue({ language });
  const known = new Set(catalogue.map(({ framework, version }) => `${framework}@${version}`));
  const ours = catalogue.map(({ framework: id, version, name, mapping, automated, manual }): FrameworkSummary => {
    const found = combined.get(`${id}@${version}`);
    const counts = found ? countsOf(found) : { pass: 0, fail: 0, unknown: 0, 'not-assessed': automated, manual };
    return { id, version, name, mapping, isUsers: false, ...summed(counts), answered: answeredOf({ id, version }), at: found?.at ?? null };
  });
  const own = [...combined].flatMap(([key, found]): FrameworkSummary[] => {
    if (known.has(key)) return [];
    const { id, version, name, at } = found;
    return [{ id, version, name, mapping: 'own', isUsers: true, ...summed(countsOf(found)), answered: answeredOf(found), at }];
  });
  return [...ours, ...own];
}

function holds({ status, isExpired }: ControlAnswer): boolean {
  return status !== 'open' && !isExpired;
}

function countsOf({ controls }: Pick<CombinedFramework, 'controls'>): StatusCounts {
  const counts = { pass: 0, fail: 0, unknown: 0, 'not-assessed': 0, manual: 0 };
  for (const { status } of controls.values()) counts[status] += 1;
  return counts;
}

function summed(counts: StatusCounts): Pick<FrameworkSummary, 'counts' | 'percent'> {
  const decided = counts.pass + counts.fail + counts.unknown;
  return { counts, percent: decided === 0 ? null : Math.floor((100 * counts.pass) / decided) };
}

/** Throws TeamError `not-found`. */
export async function readFramework(
  team: Team,
  asking: Asking,
  { id, version, language }: FrameworkName & { readonly language: Language },
): Promise<FrameworkView> {
  const sources = await coverageOfSources(team, asking);
  const { name, mapping, isUsers, controls, at } = await definitionOf({ id, version }, { sources, language });
  const details = await team.store.as(asking.actor, async (tx) => ({
    answers: await answersIn(tx, { at: team.now(), framework: { id, version } }),
    evidence: await evidenceIn(tx, { id, version }),
    open: await openByCheck(
      tx,
      controls.flatMap(({ checks }) => checks.map((each) => each.id)),
    ),
  }));
  const answers = new Map(details.answers.map((each) => [each.control, each]));
  const list = controls.map(({ checks, ...control }): FrameworkControl => ({
    ...control,
    checks: checks.map((each) => ({ ...each, open: details.open.get(each.id) ?? 0 })),
    answer: answers.get(control.control) ?? null,
    evidence: details.evidence.filter((each) => each.control === control.control),
  }));
  return {
    ...{ id, version, name, mapping, isUsers, at },
    ...summed(countsOf({ controls: new Map(list.map(({ control, status }) => [control, { status, checks: [] }])) })),
    answered: list.filter(({ answer }) => answer !== null && holds(answer)).length,
    sources: sources
      .filter(({ frameworks }) => frameworks.some((each) => each.framework === id && each.version === version))
      .map((each) => ({ name: each.sourceName, at: each.at })),
    controls: list,
  };
}

export interface FrameworkDefinition extends Pick<FrameworkSummary, 'name' | 'mapping' | 'isUsers' | 'at'> {
  readonly controls: readonly {
    readonly control: string;
    readonly title: string;
    readonly status: ControlStatus;
    readonly checks: readonly { readonly id: string; readonly title: string }[];
  }[];
}

/** Throws TeamError `not-found`. */
export async function definitionOf(
  { id, version }: FrameworkName,
  { sources, language }: { readonly sources: readonly SourceCoverage[]; readonly language: Language },
): Promise<FrameworkDefinition> {
  const found = combine(sources).get(`${id}@${version}`);
  const isKnown = (await listCatalogue({ language })).some((each) => each.framework === id && each.version === version);
  const [row] = isKnown ? await describeFramework(`${id}@${version}`, { language }) : [];
  if (row)
    return {
      ...{ name: row.name, mapping: row.mapping, isUsers: false, at: found?.at ?? null },
      controls: row.list.map(({ control, title, manual, checks }) => ({
        ...{ control, title, checks },
        status: found?.controls.get(control)?.status ?? (manual ? 'manual' : 'not-assessed'),
      })),
    };
  if (!found) throw new TeamError('not-found', 'no such framework');
  const controls = [...found.controls].map(([control, { status, checks }]) => ({
    ...{ control, title: '', status },
    checks: checks.map((check) => ({ id: check, title: check })),
  }));
  return { name: found.name, mapping: 'own', isUsers: true, at: found.at, controls };
}

async function openByCheck(tx: StoreTransaction, checks: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (checks.length === 0) return new Map();
  const rows = await tx
    .selectFrom('findings')
    .select(({ fn }) => ['check_id', fn.countAll().as('count')])
    .where('is_open', '=', true)
    .where('check_id', 'in', [...new Set(checks)])
    .groupBy('check_id')
    .execute();
  return new Map(rows.map(({ check_id, count }) => [check_id, Number(count)]));
}
