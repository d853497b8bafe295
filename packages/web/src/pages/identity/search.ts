/** What stands in the address of the page of identities. */
export const identityTabs = ['who', 'what', 'review'] as const;
export type IdentityTab = (typeof identityTabs)[number];

export interface IdentitySearch {
  readonly source?: string;
  readonly tab?: IdentityTab;
}

export function readIdentitySearch({ source, tab }: Readonly<Record<string, unknown>>): IdentitySearch {
  const known = identityTabs.find((each) => each === tab);
  return { ...(typeof source === 'string' ? { source } : {}), ...(known ? { tab: known } : {}) };
}
