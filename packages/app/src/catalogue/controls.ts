import type { Framework, FrameworkReference } from '@kumomori/model';

/** Check id → the controls that ask for it. Checks named by an alias count for the check. */
export function controlsByCheck(
  frameworks: readonly Framework[],
  idOf: (name: string) => string | null,
): ReadonlyMap<string, readonly FrameworkReference[]> {
  const references = new Map<string, FrameworkReference[]>();
  for (const { id, version, controls } of frameworks) {
    for (const [control, checks] of Object.entries(controls)) {
      for (const name of checks) {
        const checkId = idOf(name) ?? name;
        const list = references.get(checkId) ?? [];
        if (list.some((each) => each.framework === id && each.version === version && each.control === control)) continue;
        list.push({ framework: id, version, control });
        references.set(checkId, list);
      }
    }
  }
  return references;
}
