/** What the engine found → the report: places as files and lines, remedies as sentences, what is expected taken out of the counts. */
import type { DeclaredResource, Json, Language, Place, ProvenanceStep, Range, Severity } from '@kumomori/model';
import { severities, startLine } from '@kumomori/model';
import type { AttributeDrift, Change, Drift, DriftResult, Flip, Thing } from '@kumomori/engine';
import { adoption, importBlock, revertCommand } from '@kumomori/engine';
import type { Messages } from '../i18n/index.ts';
import { reasonIn } from '../i18n/index.ts';
import type { DriftAttribute, DriftCheck, DriftEntry, DriftRemedies, DriftSummary, NotComparedEntry } from '../outputs/index.ts';
import { driftValue } from '../outputs/index.ts';
import type { ExpectedDrift } from './expected-drift.ts';

export interface DriftReporting {
  readonly messages: Messages;
  readonly language: Language;
  readonly expected: ExpectedDrift;
  readonly changeOf: (drift: Drift) => Change | null;
  readonly hasTerraform: boolean;
}

/** The worst first; expected drift last. */
export function driftEntries(drifts: readonly Drift[], options: DriftReporting): readonly DriftEntry[] {
  return sorted(drifts.flatMap((drift) => entryOf(drift, options) ?? []));
}

/** Blocks that are in no state and no thing of their own: rules, versioning of a bucket. */
export function aheadEntries(blocks: readonly DeclaredResource[], { messages, expected }: DriftReporting): readonly DriftEntry[] {
  return blocks.map(({ type, name, address, block, provider, region }) => {
    const base = { kind: 'code-ahead', type, name, address, id: null } as const;
    return {
      ...base,
      provider: provider.split('.')[0] ?? provider,
      account: null,
      region: region.kind === 'string' ? region.value : null,
      ...placeOfRange(block.head),
      ...{ liveFile: null, liveLine: null, confidence: null, matchedBy: null, severity: null, attributes: [], checks: [], change: null },
      remedies: { adopt: [], edits: [], revert: [messages.drift.remedies.apply], importBlock: null },
      expected: expected.of(base, null),
    };
  });
}

function entryOf(drift: Drift, options: DriftReporting): DriftEntry {
  const { kind, code, live, match } = drift;
  const thing = (code ?? live) as Thing; // one of them is always there
  const base = {
    kind,
    type: thing.main.type,
    name: code && live ? live.main.name : thing.main.name,
    address: code?.declared.address ?? null,
    id: live?.declared.address ?? null,
  };
  const attributes = drift.attributes.map((each) => attributeOf(each, options.expected.of(base, each.path)));
  const whole =
    kind === 'changed'
      ? attributes.every((each) => each.expected)
        ? (attributes[0]?.expected ?? null)
        : null
      : options.expected.of(base, null);
  const isExpectedPath = (path: string): boolean => attributes.some((each) => each.path === path && each.expected);
  const flips = drift.flips.filter(({ because }) => whole !== null || because.length === 0 || !because.every(isExpectedPath));
  return {
    ...base,
    provider: thing.main.provider,
    account: live?.root.account ?? null,
    region: live?.main.region ?? code?.main.region ?? null,
    ...(code ? placeOfRange(code.declared.block.head) : { file: null, line: null }),
    liveFile: live ? live.declared.block.range.source.path : null,
    liveLine: live ? startLine(live.declared.block.range) : null,
    confidence: match?.confidence ?? null,
    matchedBy: match?.by ?? null,
    severity: worst(flips),
    attributes,
    checks: flips.map((flip) => checkOf(flip, options.language)),
    change: options.changeOf(drift),
    remedies: remediesOf(drift, attributes, options),
    expected: whole,
  };
}

function worst(flips: readonly Flip[]): Severity | null {
  return severities.find((severity) => flips.some((flip) => flip.direction === 'worse' && flip.severity === severity)) ?? null;
}

function attributeOf(
  { path, code, live, codeState, codePlace, livePlace }: AttributeDrift,
  expected: DriftAttribute['expected'],
): DriftAttribute {
  const at = placeOfRange(codePlace.range);
  const there = placeOfRange(livePlace.range);
  return {
    ...{ path, code, codeState, live },
    ...at,
    provenance: provenanceOf(codePlace),
    liveFile: there.file,
    liveLine: there.line,
    expected,
  };
}

function checkOf({ checkId, title, severity, direction, code, live, message }: Flip, language: Language): DriftCheck {
  return { checkId, title: title[language], severity, direction, code, live, message: message?.[language] ?? null };
}

function placeOfRange(range: Range | null): { readonly file: string | null; readonly line: number | null } {
  return range ? { file: range.source.path, line: startLine(range) } : { file: null, line: null };
}

/** From where the value was written to the attribute. */
function provenanceOf({ via }: Place): readonly ProvenanceStep[] {
  const steps: ProvenanceStep[] = [];
  for (let step = via; step; step = step.next)
    if (step.range) steps.push({ name: step.name, file: step.range.source.path, line: startLine(step.range) });
  return steps.toReversed();
}

function remediesOf(drift: Drift, attributes: readonly DriftAttribute[], options: DriftReporting): DriftRemedies {
  const { kind, code, live } = drift;
  const texts = options.messages.drift.remedies;
  const block = live && options.hasTerraform ? importBlock(live.declared) : null;
  if (kind === 'missing')
    return { adopt: [texts.removeCode], edits: [], revert: [texts.recreate, ...command(code, options)], importBlock: null };
  if (kind === 'unmanaged') {
    const adopt = [texts.manage, ...(options.hasTerraform && block === null ? [texts.noImportId] : [])];
    return { adopt, edits: [], revert: [texts.deleteLive], importBlock: block };
  }
  if (kind === 'code-ahead')
    return { adopt: live ? [texts.importFirst] : [], edits: [], revert: [texts.apply], importBlock: live ? importFor(block, code) : null };
  const { edits, others } = adoption(drift.attributes);
  const revert =
    code?.root.kind === 'cloudformation' ? [...attributes.map((each) => revertText(each, options)), texts.stack] : command(code, options);
  return {
    adopt: others.map((each) => adoptText(each, options)),
    edits: edits.map(({ range, line, before, after }) => ({ file: range.source.path, line, before, after })),
    revert: revert.length > 0 ? revert : attributes.map((each) => revertText(each, options)),
    importBlock: null,
  };
}

/** The block exists in the code already: `to` is its address. */
function importFor(block: string | null, code: Thing | null): string | null {
  return block !== null && code ? block.replace(/(?<=to = ).*/, () => code.declared.address) : block;
}

function command(code: Thing | null, { messages }: DriftReporting): readonly string[] {
  const found = code && revertCommand(code);
  return found === null ? [] : [messages.drift.remedies.run(found)];
}

function adoptText({ path, code, live }: AttributeDrift, { messages }: DriftReporting): string {
  const { remedies } = messages.drift;
  if (path.endsWith('[]') && (code === null || live === null))
    return live === null ? remedies.remove(path.slice(0, -2), text(code, messages)) : remedies.add(path.slice(0, -2), text(live, messages));
  return live === null ? remedies.unset(path) : remedies.set(path, text(live, messages));
}

function revertText({ path, code, live }: DriftAttribute, { messages }: DriftReporting): string {
  const { remedies } = messages.drift;
  if (path.endsWith('[]') && (code === null || live === null))
    return code === null
      ? remedies.removeLive(path.slice(0, -2), text(live, messages))
      : remedies.addLive(path.slice(0, -2), text(code, messages));
  return remedies.setLive(path, text(code, messages));
}

function text(value: Json, messages: Messages): string {
  return driftValue(value, messages);
}

/** Every resource and attribute that was left out, with the reason in the user's language. */
export function notComparedEntries(
  { notCompared, skipped }: DriftResult,
  { messages, language }: DriftReporting,
): readonly NotComparedEntry[] {
  const entry = (thing: Thing, path: string | null, reason: keyof Messages['drift']['reasons'], detail: string): NotComparedEntry => ({
    address: thing.declared.address,
    type: thing.main.type,
    path,
    reason,
    detail: messages.drift.reasons[reason](reasonIn(language, detail)),
    ...placeOfRange(thing.declared.block.head),
  });
  return [
    ...notCompared.map(({ thing, reason, detail }) => entry(thing, null, reason, detail)),
    ...skipped.map(({ thing, path, reason, detail }) => entry(thing, path, reason, detail)),
  ];
}

export function summaryOf(entries: readonly DriftEntry[], matched: number, notCompared: number): DriftSummary {
  const open = entries.filter(({ expected }) => expected === null);
  const count = (kind: DriftEntry['kind']): number => open.filter((each) => each.kind === kind).length;
  const counted = open.filter(({ kind }) => kind === 'changed' || kind === 'unmanaged').flatMap(({ checks }) => checks);
  const worse = Object.fromEntries(
    severities.map((severity) => [severity, counted.filter((each) => each.direction === 'worse' && each.severity === severity).length]),
  ) as Record<Severity, number>; // every severity has its entry
  return {
    matched,
    changed: count('changed'),
    missing: count('missing'),
    unmanaged: count('unmanaged'),
    codeAhead: count('code-ahead'),
    expected: entries.length - open.length,
    worse,
    better: counted.filter(({ direction }) => direction === 'better').length,
    notCompared,
  };
}

const ORDER: readonly DriftEntry['kind'][] = ['changed', 'missing', 'unmanaged', 'code-ahead'];

export function sorted(entries: readonly DriftEntry[]): readonly DriftEntry[] {
  const rank = ({ expected, severity, kind }: DriftEntry): number =>
    (expected ? 1000 : 0) +
    (severity === null || kind === 'code-ahead' ? severities.length : severities.indexOf(severity)) * 10 +
    ORDER.indexOf(kind);
  const nameOf = ({ address, id }: DriftEntry): string => address ?? id ?? '';
  return entries.toSorted((one, other) => rank(one) - rank(other) || (nameOf(one) < nameOf(other) ? -1 : 1));
}
