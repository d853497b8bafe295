/** The sections of the settings, in their order. */
export const sections = [
  'departments',
  'ownership',
  'environments',
  'due',
  'calendar',
  'escalation',
  'exceptions',
  'channels',
  'routing',
  'retention',
  'score',
] as const;
export type Section = (typeof sections)[number];

/** Of the address; what is none is left out. */
export function readSection({ section }: Readonly<Record<string, unknown>>): { readonly section?: Section } {
  const known = sections.find((each) => each === section);
  return known === undefined ? {} : { section: known };
}
