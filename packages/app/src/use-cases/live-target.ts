/** A snapshot folder as a TARGET: one root for each account, read when its turn comes and let go of afterwards. */
import type { CoverageGap, Diagnostic, LiveDeclaration, LiveSource, RecordedCall, RecordedCalls, CloudProvider } from '@kumomori/model';
import { declareAzure, declareLive, liveSources, startLine } from '@kumomori/model';
import type { EvaluatedRoot } from '@kumomori/parsers';
import { declareKubernetes } from '@kumomori/parsers';
import { keepHeapSmall } from '../files/index.ts';
import { openSnapshot } from '../snapshots/index.ts';

export interface LiveTarget {
  readonly gaps: readonly CoverageGap[];
  /** How many roots there will be. */
  readonly size: number;
  /** One for each account. Memory is bounded by the largest account. */
  roots(): Iterable<EvaluatedRoot>;
  /** What could not be read, so far. */
  diagnostics(): readonly Diagnostic[];
}

type Declaring = (calls: RecordedCalls, failed: (call: RecordedCall, error: unknown) => void) => LiveDeclaration;

const through =
  (sources: readonly LiveSource[]): Declaring =>
  (calls, failed) =>
    declareLive(calls, sources, failed);

/** How the answers of each cloud become resources. */
const declaring: Readonly<Record<CloudProvider, Declaring>> = {
  aws: through(liveSources.aws),
  azure: declareAzure,
  gcp: through(liveSources.gcp),
  kubernetes: declareKubernetes,
};

/** Each account is garbage after its turn; beyond this many it pays to collect it sooner. */
const MANY_ACCOUNTS = 20;
/** One account of this size is hundreds of megabytes. */
const MANY_RESOURCES = 50_000;

/** Throws SnapshotError for a folder that is no snapshot, or one of a later version. */
export function openLive(folder: string): LiveTarget {
  const snapshot = openSnapshot(folder);
  const accounts = snapshot.accounts();
  if (accounts.length > MANY_ACCOUNTS) keepHeapSmall();
  const own: Diagnostic[] = [];
  if (!snapshot.isFinished) own.push(unfinished);
  const failed = ({ place, range }: RecordedCall, error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `an answer to ${place.service}:${place.operation} could not be read: ${reason}`;
    own.push({ severity: 'error', file: range.source.path, line: startLine(range), column: null, code: 'internal', message });
  };
  return {
    gaps: snapshot.manifest?.gaps ?? [],
    size: accounts.length,
    *roots() {
      for (const { provider, account } of accounts) {
        const calls = snapshot.recordedCalls(provider, account);
        const { resources, incomplete } = declaring[provider](provider === 'azure' ? withRoles(calls, snapshot) : calls, failed);
        if (resources.length > MANY_RESOURCES) keepHeapSmall();
        yield { kind: 'live', cloud: provider, account, dir: `${provider}:${account}`, resources, incomplete, moduleCalls: [] };
      }
    },
    diagnostics: () => [...own, ...snapshot.diagnostics],
  };
}

/** A directory knows who the users are, its subscriptions which roles they have. */
function withRoles(calls: RecordedCalls, snapshot: ReturnType<typeof openSnapshot>): RecordedCalls {
  if (calls.of('graph.microsoft.com', 'users').length === 0) return calls;
  const others = snapshot.accounts().filter(({ provider }) => provider === 'azure');
  const of: RecordedCalls['of'] = (service, operation) =>
    service === 'Microsoft.Authorization' && operation === 'roleAssignments'
      ? others.flatMap(({ account }) => snapshot.recordedCalls('azure', account).of(service, operation))
      : calls.of(service, operation);
  return { ...calls, of };
}

const unfinished: Diagnostic = {
  severity: 'warning',
  file: 'manifest.json',
  line: null,
  column: null,
  code: 'snapshot-unfinished',
  message: 'the collection was stopped before its end: what it did not reach is unknown',
};
