/** Whose a resource is: snapshots keep one account for each project, folder and organization. */

/** `projects/orders` → `orders`; `organizations/123` → `organizations-123`, since names of accounts are names of folders too. */
export function accountOfParent(parent: string): string {
  return parent.replace(/^projects\//, '').replaceAll('/', '-');
}

/** The other way round. */
export function parentOfAccount(account: string): string {
  const [, level, number] = /^(organizations|folders)-(\d+)$/.exec(account) ?? [];
  return level === undefined || number === undefined ? `projects/${account}` : `${level}/${number}`;
}

/** Projects by their numbers, which stand in the names of some assets and in all ancestors. */
export type ProjectNumbers = ReadonlyMap<string, string>;

/** The account of an asset by its ancestors, else by its name; null when neither says it. */
export function accountOfAsset(name: string, ancestors: readonly string[], numbers: ProjectNumbers): string | null {
  const nearest = ancestors[0] ?? /\/((?:projects|folders|organizations)\/[^/]+)/.exec(name)?.[1];
  if (nearest === undefined) return null;
  const project = /^projects\/(.+)$/.exec(nearest)?.[1];
  if (project === undefined) return accountOfParent(nearest);
  const named = /^\/\/[^/]+\/projects\/([a-z][^/]*)/.exec(name)?.[1];
  return numbers.get(project) ?? named ?? project;
}
