/** From (seed, index) to one input: any input of a run can be made again from these two numbers. */
import type { Random } from '../../bench/estate/random.ts';
import { createRandom } from '../../bench/estate/random.ts';
import { bomb } from './bombs.ts';
import { editBlocks } from './edits.ts';
import { grammarTexts } from './grammar.ts';
import { manifests } from './manifests.ts';
import { mutateBytes, mutateJson, mutateTokens, windowOf } from './mutate.ts';
import type { Files } from './programs.ts';
import { program } from './programs.ts';
import { templates } from './templates.ts';
import { CONFIG_SEED, exampleTexts, JSON_SEEDS, nativeSeeds } from './seeds.ts';

export const KINDS = ['bytes', 'tokens', 'edits', 'grammar', 'json', 'config', 'program', 'bomb', 'cloudformation', 'kubernetes'] as const;
export type Kind = (typeof KINDS)[number];

export interface FuzzInput {
  readonly kind: Kind;
  /** A small repository: path to text. */
  readonly files: Files;
}

/** Shares of the kinds. Bombs cost up to seconds where the others cost a millisecond. */
const SHARES: readonly (readonly [Kind, number])[] = [
  ['bytes', 0.25],
  ['tokens', 0.15],
  ['edits', 0.15],
  ['grammar', 0.15],
  ['json', 0.1],
  ['config', 0.03],
  ['program', 0.069],
  ['bomb', 0.001],
  ['cloudformation', 0.05],
  ['kubernetes', 0.05],
];

/** fast-check draws in blocks: the set-up of a draw costs more than a text. */
const BLOCK = 64;

export type InputMaker = (index: number) => FuzzInput;

export function createInputs(seed: number, only: Kind | null = null): InputMaker {
  const seeds = nativeSeeds();
  const examples = exampleTexts();
  const blocks = new Map<number, readonly string[]>();
  const grammarText = (index: number): string => {
    const block = Math.floor(index / BLOCK);
    if (!blocks.has(block)) {
      blocks.clear();
      blocks.set(block, grammarTexts((seed + block) | 0, BLOCK));
    }
    return blocks.get(block)?.[index % BLOCK] ?? '';
  };
  return (index) => {
    const random = createRandom(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
    const kind = only ?? pickKind(random);
    return { kind, files: filesOf(kind, random, { seeds, examples, grammarText: () => grammarText(index) }) };
  };
}

function pickKind(random: Random): Kind {
  let left = random.next();
  for (const [kind, share] of SHARES) {
    left -= share;
    if (left < 0) return kind;
  }
  return 'bytes';
}

interface Material {
  readonly seeds: readonly string[];
  readonly examples: readonly string[];
  readonly grammarText: () => string;
}

function filesOf(kind: Kind, random: Random, { seeds, examples, grammarText }: Material): Files {
  switch (kind) {
    case 'bytes':
      return new Map([
        [
          random.chance(0.05) ? 'terraform.tfvars' : 'main.tf',
          mutateBytes(windowOf(random.pick(seeds), random), random.pick(seeds), random),
        ],
      ]);
    case 'tokens':
      return new Map([
        ['main.tf', mutateTokens(windowOf(random.pick(seeds), random), random)],
        ['extra.tf', windowOf(random.pick(seeds), random)],
        ['part/main.tf', windowOf(random.pick(seeds), random)],
      ]);
    case 'edits':
      return new Map([['main.tf', editBlocks(random.pick(examples), random)]]);
    case 'grammar':
      return new Map([['main.tf', grammarText()]]);
    case 'json':
      return new Map([
        ['main.tf.json', mutateJson(random.pick(JSON_SEEDS), random.pick(JSON_SEEDS), random)],
        ['part/main.tf', 'variable "x" { default = 1 }\n'],
      ]);
    case 'config':
      return new Map([
        ['kumomori.yaml', random.chance(0.5) ? mutateBytes(CONFIG_SEED, CONFIG_SEED, random) : mutateTokens(CONFIG_SEED, random)],
      ]);
    case 'program': {
      const files = program(random);
      return random.chance(0.3) ? new Map([...files].map(([path, text]) => [path, mutateTokens(text, random)])) : files;
    }
    case 'bomb':
      return bomb(random);
    case 'cloudformation':
      return templates(random);
    case 'kubernetes':
      return manifests(random);
  }
}
