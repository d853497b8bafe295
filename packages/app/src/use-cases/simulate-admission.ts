/** What admission policies would answer if the objects of TARGETs were created today. */
import { checkAdmissionPolicy, simulateAdmission } from '@kumomori/engine';
import type { AdmissionOutcome } from '@kumomori/engine';
import type { AdmissionAction, AdmissionPolicy, Diagnostic, Language, Manifest, Range } from '@kumomori/model';
import { diagnosticAt, lineColumnAt, startLine } from '@kumomori/model';
import { isAdmission, readAdmission } from '@kumomori/parsers';
import { AppError } from '../errors.ts';
import type { OriginTarget } from '../findings/index.ts';
import { diagnosticIn, messagesIn } from '../i18n/index.ts';
import type { AdmissionEntry, AdmissionPlace, AdmissionReport } from '../outputs/index.ts';
import { toolVersion } from '../version.ts';
import type { NamedManifest } from './admission-manifests.ts';
import { readTargetManifests } from './admission-manifests.ts';

export interface SimulateAdmissionOptions {
  /** Folders and files of manifests, snapshots of clusters. */
  readonly targets: readonly string[];
  /** Files and folders of policies; those among the objects count as well. */
  readonly policies: readonly string[];
  /** What policies without a binding do; null: nothing. */
  readonly unbound: AdmissionAction | null;
  /** Also the pods that workloads make. */
  readonly pods: boolean;
  readonly helm: boolean;
  readonly kustomize: boolean;
  /** What there is already: its objects are updated. Folders, files or snapshots. */
  readonly previous?: readonly string[];
  /** Whether what is only there before is deleted. */
  readonly deletions?: boolean;
  readonly cwd: string;
  readonly language: Language;
}

/** Throws AppErrors: TARGETs or policies that cannot be read, none of either. */
export function simulateAdmissionPolicies(options: SimulateAdmissionOptions): AdmissionReport {
  const { targets, cwd, language, helm, kustomize } = options;
  const messages = messagesIn(language);
  const reading = { cwd, messages, helm, kustomize };
  const read = readTargetManifests(targets, reading);
  const given = options.policies.length === 0 ? { manifests: [], diagnostics: [] } : readTargetManifests(options.policies, reading);
  const { previous: before = [], deletions = false } = options;
  const earlier = before.length === 0 ? { manifests: [], diagnostics: [] } : readTargetManifests(before, reading);
  const sources = new Sources([...earlier.manifests, ...read.manifests, ...given.manifests]);
  const own = read.manifests.map(({ manifest }) => manifest);
  const others = given.manifests.map(({ manifest }) => manifest);
  const there = earlier.manifests.map(({ manifest }) => manifest);
  // What is in force now, unless it is written anew: the last of a name counts.
  const known = withoutRepeats([...there, ...own, ...others], sources);
  const { policies, bindings, diagnostics } = readAdmission(known);
  const hasTrouble = diagnostics.length > 0;
  if (policies.length === 0 && !hasTrouble) throw new AppError('usage', { message: messages.admission.cli.noPolicies });
  const objects = own.filter((manifest) => !isAdmission(manifest));
  const previous = there.filter((manifest) => !isAdmission(manifest));
  const result = simulateAdmission({ policies, bindings, objects, previous, deletions, known, unbound: options.unbound });
  const outcomes = options.pods ? result.outcomes : result.outcomes.filter(({ madeBy }) => madeBy === null);
  const shown = new Shower(sources);
  const isIdle = new Set(result.idle);
  const isGiven = new Set(others.map(({ range }) => range));
  return {
    schemaVersion: '1',
    tool: { name: 'kumomori', version: toolVersion() },
    targets,
    summary: summaryOf(objects.length, outcomes),
    policies: policies.map((policy) => ({
      name: policy.name,
      ...shown.place(policy.range),
      bindings: bindings.filter(({ policyName }) => policyName === policy.name).map(({ name }) => name),
      isIdle: isIdle.has(policy),
      isGiven: isGiven.has(policy.range),
    })),
    entries: outcomes.flatMap((outcome) => shown.entry(outcome)),
    hasUnread: diagnostics.some(({ severity }) => severity === 'error'),
    diagnostics: [
      ...[...earlier.diagnostics, ...read.diagnostics, ...given.diagnostics].map((each) => diagnosticIn(language, each)),
      ...diagnostics.map(({ text, ...each }) => ({ ...each, file: shown.file(each.file), message: text[language] })),
      ...policies.flatMap((policy) => problemsOf(policy, shown, language)),
      ...result.orphans.map(({ name, policyName, range }) => {
        const message = messages.admission.words.orphan(name, policyName);
        return {
          ...diagnosticAt(range.source, range.start, { severity: 'warning', code: 'admission-binding', message }),
          ...shown.place(range),
        };
      }),
    ],
  };
}

/** A policy that was also given is the same policy, not a second one. */
function withoutRepeats(manifests: readonly Manifest[], sources: Sources): readonly Manifest[] {
  const keyOf = (manifest: Manifest): string =>
    isAdmission(manifest)
      ? `${manifest.kind} ${manifest.name ?? ''}`
      : `${sources.shown(manifest.range)} ${manifest.range.start} ${manifest.kind} ${manifest.namespace ?? ''} ${manifest.name ?? ''}`;
  return [...new Map(manifests.map((each) => [keyOf(each), each])).values()];
}

function summaryOf(objects: number, outcomes: readonly AdmissionOutcome[]): AdmissionReport['summary'] {
  const byObject = Map.groupBy(outcomes, ({ object, madeBy }) => (madeBy ?? object).range);
  const count = (status: AdmissionOutcome['status']): number =>
    [...byObject.values()].filter((each) => each.some((outcome) => outcome.status === status)).length;
  const allowed = [...byObject.values()].filter((each) => each.every(({ status }) => status === 'allowed')).length;
  return {
    objects,
    judged: byObject.size,
    denied: count('denied'),
    warned: count('warned'),
    audited: count('audited'),
    unbound: count('unbound'),
    unknown: count('unknown'),
    allowed,
  };
}

function problemsOf(policy: AdmissionPolicy, shown: Shower, language: Language): readonly Diagnostic[] {
  return checkAdmissionPolicy(policy).flatMap(({ cel, start, code, message }) => {
    if (!cel.range) return [];
    const { source } = cel.range;
    const problem = diagnosticAt(source, cel.offsetOf(start), { severity: 'warning', code, message: message[language] });
    return [{ ...problem, file: shown.file(source.path) }];
  });
}

/** Which TARGET a text was found under: two of them may have files of the same name. */
class Sources {
  readonly #origins = new Map<Range['source'], OriginTarget>();
  readonly #byPath = new Map<string, OriginTarget>();

  constructor(manifests: readonly NamedManifest[]) {
    for (const { manifest, origin } of manifests) {
      this.#origins.set(manifest.range.source, origin);
      this.#byPath.set(manifest.range.source.path, origin);
    }
  }
  shown({ source }: Range): string {
    return this.#origins.get(source)?.shown(source.path) ?? this.file(source.path);
  }
  file(path: string): string {
    return this.#byPath.get(path)?.shown(path) ?? path;
  }
}

/** Outcomes as the report has them. */
class Shower {
  readonly #sources: Sources;
  constructor(sources: Sources) {
    this.#sources = sources;
  }

  file(path: string): string {
    return this.#sources.file(path);
  }

  place(range: Range): AdmissionPlace {
    return { file: this.#sources.shown(range), line: startLine(range) };
  }

  entry(outcome: AdmissionOutcome): readonly AdmissionEntry[] {
    const { status, object, operation, madeBy, policy, binding, actions, message, reason, isError, cel, evidence } = outcome;
    if (status === 'allowed') return [];
    const expression = cel?.range ? { ...this.#expressionPlace(cel.range, cel.offsetOf(0)), text: cel.text.trim() } : null;
    return [
      {
        status,
        object: {
          ...this.place(object.range),
          operation,
          apiVersion: object.apiVersion,
          kind: object.kind,
          namespace: object.namespace,
          name: object.name ?? '?',
          madeBy: madeBy && `${madeBy.kind} ${madeBy.name ?? '?'}`,
        },
        evidence: this.place(evidence ?? object.range),
        policy: policy.name,
        binding: binding?.name ?? null,
        actions,
        message,
        reason,
        isError,
        expression,
      },
    ];
  }

  #expressionPlace(range: Range, offset: number): AdmissionPlace {
    return { file: this.#sources.shown(range), line: lineColumnAt(range.source, offset).line };
  }
}
