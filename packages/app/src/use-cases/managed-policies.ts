/** The bundled documents of AWS's managed policies, made once. */
import { loadManagedPolicies } from '@kumomori/content';
import type { ManagedPolicies } from '@kumomori/engine';
import { readManagedPolicies } from '@kumomori/engine';

let known: Promise<ManagedPolicies> | null = null;

export function managedPolicies(): Promise<ManagedPolicies> {
  known ??= load();
  return known;
}

async function load(): Promise<ManagedPolicies> {
  const { date, policies } = await loadManagedPolicies();
  return readManagedPolicies({ date, policies: policies.map((text): unknown => JSON.parse(text)) });
}
