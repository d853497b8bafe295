/** Failures that depend on how long their lines are there: judged again with what git says. */
import type { Diagnostic } from '@kumomori/model';
import type { ResourceLookup, ResourceSet } from '@kumomori/engine';
import type { InstanceVerdict } from '../findings/index.ts';
import type { CheckPlan } from './evaluate-checks.ts';
import { evaluateResources } from './evaluate-checks.ts';
import { blameLines } from './git-blame.ts';

/** A failure, and how it is judged when the day of its oldest line is known. */
export interface AgingVerdict {
  readonly verdict: InstanceVerdict;
  judge(since: string): InstanceVerdict;
}

/** Null: the check asks for no age, or does not fail. */
export function agingVerdict(verdict: InstanceVerdict, plan: CheckPlan, set: ResourceSet<ResourceLookup>): AgingVerdict | null {
  const { entry, resource, evaluation, target } = verdict;
  if (evaluation.status !== 'fail' || entry.check.params?.['since']?.type !== 'strings') return null;
  return {
    verdict,
    judge(since) {
      const whole = set.byKey.get(resource.key);
      const again = evaluateResources(
        whole ? [whole] : [],
        {
          byType: new Map([[resource.type, [entry]]]),
          severityOf: () => verdict.severity,
          parametersOf: (id) => ({ ...plan.parametersOf(id), since: [since] }),
        },
        { set, target, report: () => {} },
      );
      const same = again.find((each) => each.resource.origin.address === resource.origin.address && each.evaluation.status === 'fail');
      const { evidence, places, readPaths } = evaluation;
      return same ?? { ...verdict, evaluation: { status: 'pass', message: null, evidence, places, readPaths } };
    },
  };
}

/** All verdicts, those that age replaced. Asks git for the lines of their evidence only. `aging` is complete after the last verdict. */
export async function withAges(
  judged: { readonly verdicts: Iterable<InstanceVerdict>; readonly aging: readonly AgingVerdict[] },
  { folder, today }: { readonly folder: string; readonly today: string },
): Promise<{ readonly verdicts: readonly InstanceVerdict[]; readonly diagnostics: readonly Diagnostic[] }> {
  const verdicts = [...judged.verdicts];
  const { aging } = judged;
  if (aging.length === 0) return { verdicts, diagnostics: [] };
  const lines = new Map<string, Set<number>>();
  for (const { file, line } of aging.flatMap(({ verdict }) => placesOf(verdict))) {
    const known = lines.get(file) ?? new Set();
    lines.set(file, known.add(line));
  }
  const requests = [...lines].map(([file, wanted]) => ({ file, lines: wanted }));
  const { days, problem } = await blameLines(folder, requests, today);
  const replaced = new Map(
    aging.flatMap(({ verdict, judge }) => {
      const [oldest] = placesOf(verdict)
        .flatMap(({ file, line }) => days.get(`${file}:${line}`) ?? [])
        .toSorted();
      return oldest === undefined ? [] : [[verdict, judge(oldest)] as const];
    }),
  );
  const message = `the age of lines is not known: ${problem}`;
  return {
    verdicts: verdicts.map((each) => replaced.get(each) ?? each),
    diagnostics: problem === null ? [] : [{ severity: 'warning', file: '', line: null, column: null, code: 'git-blame', message }],
  };
}

function placesOf({ evaluation }: InstanceVerdict): readonly { readonly file: string; readonly line: number }[] {
  return evaluation.evidence.flatMap(({ file, line }) => (file === null || line === null ? [] : [{ file, line }]));
}
