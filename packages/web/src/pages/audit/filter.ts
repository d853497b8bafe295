export const auditFilters = ['actor', 'action', 'object', 'from', 'to'] as const;
export type AuditSearch = { readonly [Name in (typeof auditFilters)[number]]?: string };

/** Of the address; what is empty is left out. */
export function readAuditSearch(raw: Readonly<Record<string, unknown>>): AuditSearch {
  return Object.fromEntries(
    auditFilters.flatMap((name) => {
      const value = raw[name];
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );
}
