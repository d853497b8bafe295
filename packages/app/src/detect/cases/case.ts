/** How the cases are written: what stands in a selection (or a whole detection), events it has to match, events it must not. */

export type Fields = Readonly<Record<string, unknown>>;

export interface SyntaxCase {
  /** YAML: the inside of `selection`, or with `condition:` in it the inside of `detection`. */
  readonly rule: string;
  readonly matches: readonly Fields[];
  readonly misses: readonly Fields[];
  /** Product and service; CloudTrail where nothing is said. */
  readonly logsource?: string;
  readonly placeholders?: Readonly<Record<string, readonly string[]>>;
}

export interface RejectedCase {
  readonly rule: string;
  /** Part of the reason. */
  readonly because: string;
  /** Line of the document; the detection begins on line 3, its first line below is 4 or, inside of `selection`, 5. */
  readonly line?: number;
}

export function of(rule: string, matches: readonly Fields[], misses: readonly Fields[] = []): SyntaxCase {
  return { rule, matches, misses };
}

/** Events that only say what happened. */
export function named(...names: readonly unknown[]): readonly Fields[] {
  return names.map((eventName) => ({ eventName }));
}

/** The document of a case. */
export function documentOf(rule: string, logsource = 'product: aws, service: cloudtrail'): string {
  const indent = (text: string, by: string): string => text.split('\n').join(`\n${by}`);
  const body = /^condition:/m.test(rule) ? indent(rule, '  ') : `selection:\n    ${indent(rule, '    ')}\n  condition: selection`;
  return `title: Case\nlogsource: {${logsource}}\ndetection:\n  ${body}\n`;
}
