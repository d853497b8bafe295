/** Hand-made networks of Azure, Google Cloud and Kubernetes with answers, for exposure-clouds.test.ts. */

/** `path`: what the text is called; `main.tf` unless it says otherwise. */
export interface CloudCase {
  readonly name: string;
  readonly code: string;
  /** As in exposure-cases: `yes PORTS`, `unknown PORTS`, `no`, `no, but: STATIONS`, `none`. */
  readonly expect: Readonly<Record<string, string>>;
  readonly path?: string;
}

export const block = (type: string, name: string, ...lines: readonly string[]): string =>
  `resource "${type}" "${name}" {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
export const named = (type: string, name: string, ...lines: readonly string[]): string => block(type, name, `name = "${name}"`, ...lines);
export const variable = (name: string): string => `variable "${name}" {}\n`;
