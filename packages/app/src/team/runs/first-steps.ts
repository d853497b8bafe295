/** What the first-run wizard offers, before anything is watched. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { collectPolicy } from '../../use-cases/index.ts';

/** How far above this file the checkout may begin. */
const MOST_LEVELS = 8;

export interface FirstSteps {
  /** The estate of the examples; null where this is no checkout. */
  readonly examples: string | null;
  /** The role that a scan of AWS takes on, ready to be created: exactly the calls it makes, all of them reads. */
  readonly policies: readonly { readonly format: 'terraform' | 'cloudformation' | 'json'; readonly text: string }[];
}

export async function firstSteps(): Promise<FirstSteps> {
  const policies: FirstSteps['policies'][number][] = [];
  for (const format of ['terraform', 'cloudformation', 'json'] as const)
    policies.push({ format, text: await collectPolicy({ provider: 'aws', format }) });
  return { examples: examplesFolder(), policies };
}

function examplesFolder(): string | null {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (let level = 0; level < MOST_LEVELS; level += 1) {
    const examples = join(folder, 'examples', 'estate');
    if (existsSync(join(folder, 'packages', 'app')) && existsSync(examples)) return examples;
    folder = dirname(folder);
  }
  return null;
}
