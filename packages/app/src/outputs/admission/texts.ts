/** Words that every format of admission shares. */
import type { AdmissionEntry } from './report.ts';

/** `Deployment shop/orders-api`, `UPDATE Deployment shop/orders-api`; a pod that something makes says what. */
export function objectText({ operation, kind, namespace, name, madeBy }: AdmissionEntry['object']): string {
  const own = `${kind} ${namespace === null ? name : `${namespace}/${name}`}`;
  const what = operation === 'CREATE' ? own : `${operation} ${own}`;
  return madeBy === null ? what : `${what} (${madeBy})`;
}

export function policyText({ policy, binding }: AdmissionEntry): string {
  return binding === null ? policy : `${policy} (${binding})`;
}

const ORDER: readonly AdmissionEntry['status'][] = ['denied', 'unbound', 'warned', 'audited', 'unknown'];

/** The gravest first, else as they were. */
export function byGravity(entries: readonly AdmissionEntry[]): readonly AdmissionEntry[] {
  return entries.toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
}
