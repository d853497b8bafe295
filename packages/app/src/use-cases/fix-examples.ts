/** Fixes of files in memory, proved against a list of checks: the examples of checks, and whole collections of code. */
import type { CatalogueEntry, EditedFormat, Example, Severity } from '@kumomori/model';
import { editedFormats, resourceReaders, waysOf } from '@kumomori/model';
import type { Texts } from '@kumomori/parsers';
import { evaluateCode } from '@kumomori/parsers';
import type { InstanceVerdict } from '../findings/index.ts';
import type { Judgement, Proof } from '../fixes/index.ts';
import { JudgementCollector, candidateOf, prove, verdictKey } from '../fixes/index.ts';
import type { CheckPlan } from './evaluate-checks.ts';
import { readRoot, verdictsOn } from './evaluate-checks.ts';
import { exampleFiles } from './example-resources.ts';

export interface FixFilesOptions {
  /** All that are judged: none of them may become worse. */
  readonly checks: readonly CatalogueEntry[];
  /** Those whose findings are fixed. */
  readonly fixes: (checkId: string) => boolean;
  /** Parameter values of one check. */
  readonly params?: { readonly checkId: string; readonly values: NonNullable<Example['params']> };
}

export interface FixedFiles extends Proof {
  readonly before: Judged;
  readonly after: Judged;
  /** Failing verdicts that have edits in their format. */
  readonly fixable: readonly InstanceVerdict[];
}

interface Judged extends Judgement {
  readonly failing: readonly InstanceVerdict[];
}

/** Why the fix of a failing example is refused; null when it is proved. */
export async function fixExample(
  entry: CatalogueEntry,
  format: EditedFormat,
  { sources, params }: Example,
  checks: readonly CatalogueEntry[],
): Promise<string | null> {
  const files = new Map(Object.entries(exampleFiles(format, sources[format] ?? '')));
  const options = { checks, fixes: (id: string) => id === entry.id, ...(params && { params: { checkId: entry.id, values: params } }) };
  const { refused } = await fixFiles(files, options);
  return refused[0] ? `${refused[0].because.code}: ${refused[0].because.what}` : null;
}

/** Texts by path, with the fixes that are proved together. */
export async function fixFiles(files: Texts, { checks, fixes, params }: FixFilesOptions): Promise<FixedFiles> {
  const plan: CheckPlan = {
    byType: Map.groupBy(checks, ({ check }) => check.on),
    severityOf: ({ check }): Severity => check.severity,
    parametersOf: (id) => (id === params?.checkId ? params.values : undefined),
  };
  const before = judge(files, plan);
  const fixable = before.failing.filter((each) => fixes(each.entry.id) && formatOf(each) !== null);
  const groups = Map.groupBy(fixable, (each) => `${each.entry.id}\n${each.identity}`);
  const candidates = [...groups.values()].flatMap((group) => {
    const [first] = group;
    const format = first && formatOf(first);
    if (!first || !format) return [];
    const { origin } = first.resource;
    const goals = group.map(({ entry, resource }) => verdictKey(entry.id, resource.origin.address));
    const ways = waysOf(first.entry.check.fix.edits, format);
    const place = { format, file: origin.range.source.path, address: origin.address, start: origin.range.start, texts: files };
    return [candidateOf({ name: first.entry.id, goals, ways, ...place })];
  });
  const changedFiles = (changed: Texts): Texts => new Map([...files, ...changed]);
  const judging = async (changed: Texts): Promise<Judgement> => judge(changedFiles(changed), plan);
  const proof = await prove({ candidates, read: (file) => files.get(file), before, judge: judging });
  return { ...proof, before, after: proof.texts.size === 0 ? before : judge(changedFiles(proof.texts), plan), fixable };
}

/** The format in which a failing resource can be edited for its check. */
function formatOf({ entry, resource: { origin } }: InstanceVerdict): EditedFormat | null {
  const format = editedFormats.find((each) => each === origin.kind);
  return format && waysOf(entry.check.fix.edits, format).length > 0 ? format : null;
}

function judge(files: Texts, plan: CheckPlan): Judged {
  const judged = new JudgementCollector<InstanceVerdict>();
  const { roots, diagnostics } = evaluateCode(
    {
      root: '',
      paths: [...files.keys()],
      read(path) {
        const text = files.get(path);
        return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
      },
    },
    { secrets: false },
  );
  judged.addTroubles(diagnostics);
  for (const root of roots) {
    const { resources, set } = readRoot(root, resourceReaders, () => {});
    for (const verdict of verdictsOn(resources, plan, { set, target: here, report: () => {} }))
      judged.add(verdictKey(verdict.entry.id, verdict.resource.origin.address), verdict.evaluation.status, verdict);
  }
  return judged.result();
}

const here: InstanceVerdict['target'] = { path: '.', shown: (file) => file, shownRange: (range) => range, relative: (file) => file };
