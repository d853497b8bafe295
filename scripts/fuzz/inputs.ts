/** From (seed, index) to one input: any input of a run can be made again from these two numbers. */
import type { Random } from '../../bench/estate/random.ts';
import { createRandom } from '../../bench/estate/random.ts';
import { armTemplates, bicepFiles } from './azure.ts';
import { bomb } from './bombs.ts';
import { composeFiles, dockerfiles } from './containers.ts';
import { intelTexts, logTexts, sigmaTexts } from './detection-texts.ts';
import { documents } from './documents.ts';
import { editBlocks } from './edits.ts';
import { fixTexts } from './fixes.ts';
import { grammarTexts } from './grammar.ts';
import { manifests } from './manifests.ts';
import { mutateBytes, mutateJson, mutateTokens, windowOf } from './mutate.ts';
import type { Files } from './programs.ts';
import { program } from './programs.ts';
import { secretTexts } from './secret-texts.ts';
import { templates } from './templates.ts';
import { plans, states } from './terraform-json.ts';
import { CONFIG_SEED, exampleTexts, JSON_SEEDS, nativeSeeds } from './seeds.ts';

const TERRAFORM_KINDS = ['bytes', 'tokens', 'edits', 'grammar', 'json', 'config', 'program', 'bomb'] as const;
const OTHER_KINDS = [
  ...(['plan', 'state', 'cloudformation', 'arm', 'bicep', 'kubernetes', 'dockerfile', 'compose', 'yaml', 'secrets'] as const),
  ...(['sigma', 'logs', 'intel', 'fix'] as const),
] as const;
export const KINDS = [...TERRAFORM_KINDS, ...OTHER_KINDS] as const;
export type Kind = (typeof KINDS)[number];

/** The kinds that a format or a kind named on the command line stands for; null: there is none of that name. */
export function kindsOf(name: string): readonly Kind[] | null {
  if (name === 'terraform') return TERRAFORM_KINDS;
  const kind = KINDS.find((each) => each === name);
  return kind === undefined ? null : [kind];
}

export interface FuzzInput {
  readonly kind: Kind;
  /** A small repository: path to text. */
  readonly files: Files;
}

/** Shares of the kinds. Bombs cost up to seconds where the others cost a millisecond. */
const SHARES: readonly (readonly [Kind, number])[] = [
  ['bytes', 0.15],
  ['tokens', 0.1],
  ['edits', 0.1],
  ['grammar', 0.1],
  ['json', 0.06],
  ['config', 0.03],
  ['program', 0.049],
  ['bomb', 0.001],
  ['plan', 0.04],
  ['state', 0.03],
  ['cloudformation', 0.07],
  ['arm', 0.07],
  ['bicep', 0.05],
  ['kubernetes', 0.05],
  ['dockerfile', 0.03],
  ['compose', 0.03],
  ['yaml', 0.02],
  ['secrets', 0.02],
  ['sigma', 0.04],
  ['logs', 0.04],
  ['intel', 0.03],
  ['fix', 0.03],
];

/** fast-check draws in blocks: the set-up of a draw costs more than a text. */
const BLOCK = 64;

export type InputMaker = (index: number) => FuzzInput;

export function createInputs(seed: number, only: readonly Kind[] | null = null): InputMaker {
  const shares = SHARES.filter(([kind]) => only?.includes(kind) ?? true);
  const seeds = nativeSeeds();
  const examples = exampleTexts('terraform');
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
    const kind = pickKind(random, shares);
    return { kind, files: filesOf(kind, random, { seeds, examples, grammarText: () => grammarText(index) }) };
  };
}

function pickKind(random: Random, shares: typeof SHARES): Kind {
  let left = random.next() * shares.reduce((sum, [, share]) => sum + share, 0);
  for (const [kind, share] of shares) {
    left -= share;
    if (left < 0) return kind;
  }
  return shares[0]?.[0] ?? 'bytes';
}

const MAKERS: Readonly<Record<(typeof OTHER_KINDS)[number], (random: Random) => Files>> = {
  plan: plans,
  state: states,
  cloudformation: templates,
  arm: armTemplates,
  bicep: bicepFiles,
  kubernetes: manifests,
  dockerfile: dockerfiles,
  compose: composeFiles,
  yaml: documents,
  secrets: secretTexts,
  sigma: sigmaTexts,
  logs: logTexts,
  intel: intelTexts,
  fix: fixTexts,
};

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
    default:
      return MAKERS[kind](random);
  }
}
