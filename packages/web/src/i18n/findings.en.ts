/** Findings. */
export const findings = {
  title: 'Findings',
  count: (count: string) => `${count} findings`,
  search: 'Search title, message, resource',
  columns: {
    severity: 'Severity',
    finding: 'Finding',
    resource: 'Resource',
    owner: 'Owner',
    state: 'State',
    due: 'Due',
    seen: 'First seen',
  },
  empty: 'No finding fits these filters.',
};
