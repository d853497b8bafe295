/** Hand-made networks of Azure, Google Cloud and Kubernetes with answers, for exposure-clouds.test.ts. */
import type { ExposureCase } from '../exposure-cases/kit.ts';

/** `path`: what the text is called; `main.tf` unless it says otherwise. */
export interface CloudCase extends ExposureCase {
  readonly path?: string;
}

export const block = (type: string, name: string, ...lines: readonly string[]): string =>
  `resource "${type}" "${name}" {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
export const named = (type: string, name: string, ...lines: readonly string[]): string => block(type, name, `name = "${name}"`, ...lines);
export const variable = (name: string): string => `variable "${name}" {}\n`;
