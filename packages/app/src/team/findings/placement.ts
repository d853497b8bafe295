/** To whom findings and resources belong. */
import type { TrackedFinding } from '@kumomori/engine';
import type { StoreTransaction } from '../../store/index.ts';
import type { JudgedFinding, SeenResource } from '../../use-cases/index.ts';
import type { Placement } from './record-findings.ts';

export interface Placing {
  readonly finding: (finding: JudgedFinding, tracked: TrackedFinding) => Placement;
  readonly resource: (resource: SeenResource) => Omit<Placement, 'dueAt'>;
}

/** Reads the rules once for a run. */
export async function placementIn(_tx: StoreTransaction, source: { readonly department_id: string | null }, _at: Date): Promise<Placing> {
  const owner = {
    departmentId: source.department_id,
    ownerReason: source.department_id === null ? null : { kind: 'source' },
    environment: null,
  };
  return { finding: () => ({ ...owner, dueAt: null }), resource: () => owner };
}
