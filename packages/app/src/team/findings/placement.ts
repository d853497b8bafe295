/** To whom findings and resources of a source belong, and until when something has to happen. */
import { sql } from 'kysely';
import type { TrackedFinding } from '@kumomori/engine';
import type { SourceKind, StoreTransaction } from '../../store/index.ts';
import type { JudgedFinding, SeenResource } from '../../use-cases/index.ts';
import { dueAt, placeResource, placementRules } from '../governance/index.ts';
import type { Placement } from './record-findings.ts';

export interface Placing {
  readonly finding: (finding: Pick<JudgedFinding, 'resource' | 'origin' | 'instances'>, tracked: TrackedFinding) => Placement;
  readonly resource: (resource: SeenResource) => Omit<Placement, 'dueAt'>;
}

export interface PlacedSource {
  readonly id: string;
  readonly kind: SourceKind;
  /** As it was registered: what rules for repositories name. */
  readonly name: string;
  readonly department_id: string | null;
}

/** Reads the rules once for a run. */
export async function placementIn(tx: StoreTransaction, source: PlacedSource): Promise<Placing> {
  const rules = await placementRules(tx);
  const cameBack = await returnsOf(tx, source.id);
  const repository = source.kind === 'code' ? source.name : null;
  return {
    finding: ({ resource, origin, instances }, tracked) => {
      const { type, id, name, account, region, tags } = resource;
      const owned = { type, id, name, account, region, tags, repository, file: fileIn(origin.file) };
      const owner = placeResource(rules, owned, source.department_id);
      const from = tracked.state === 'reopened' ? tracked.stateSince : (cameBack.get(tracked.fingerprint) ?? tracked.firstSeenAt);
      const exposure = instances[0]?.exposure?.state;
      return { ...owner, dueAt: dueAt(rules, { severity: tracked.severity, exposure, environment: owner.environment, from }) };
    },
    resource: ({ type, address, name, account, region, tags, place }) =>
      placeResource(rules, { type, id: address, name, account, region, tags, repository, file: fileIn(place.file) }, source.department_id),
  };
}

/** Forward slashes, from the root. */
function fileIn(file: string): string {
  return file.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
}

/** When findings came back last: their clock starts anew. */
async function returnsOf(tx: StoreTransaction, sourceId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ fingerprint: string; at: Date }>`select findings.fingerprint, max(finding_events.at) as at
    from finding_events join findings on findings.id = finding_events.finding_id
    where findings.source_id = ${sourceId}::uuid and to_state = 'reopened' and from_state is distinct from 'reopened'
    group by findings.fingerprint`.execute(tx);
  return new Map(rows.map(({ fingerprint, at }) => [fingerprint, new Date(at).toISOString()]));
}
