/** Texts of any kind in which credentials may stand: examples of the checks, and what keeps patterns busy. */
import type { Random } from '../../bench/estate/random.ts';
import { mutateBytes, mutateTokens } from './mutate.ts';
import type { Files } from './programs.ts';
import { exampleTexts } from './seeds.ts';

const NAMES = ['deploy.sh', '.env', 'settings.json', 'values.yaml', 'notes.md', 'main.tf', 'id_rsa', 'app.py', 'é.txt'];
const ALPHABETS = [
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  '0123456789abcdef',
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/',
  'aA0-_.=~',
  '\t \n',
];
const MARKS =
  'AKIA ASIA ghp_ github_pat_ xoxb- sk_live_ AIza ya29. eyJ SG. glpat- npm_ dop_v1_ sig= AccountKey= SharedAccessKey= password= passwd: secret_key token: api_key= -----BEGIN -----END PRIVATE://u:p@ https://hooks. mongodb+srv:// postgres:// Bearer Basic aws_secret_access_key private_key_id client_secret Authorization: $ { } " \' = : , ; # // ---'.split(
    ' ',
  );

export function secretTexts(random: Random): Files {
  return new Map([[random.pick(NAMES), text(random)]]);
}

function text(random: Random): string {
  const shape = random.int(0, 7);
  const examples = exampleTexts('text');
  if (shape < 2) return mutateBytes(random.pick(examples), random.pick(examples), random);
  if (shape < 4) return mutateTokens(random.pick(examples), random);
  const size = random.chance(0.02) ? 20_000 : random.int(5, 60);
  // One piece again and again is what backtracking needs.
  if (shape === 4) return `${random.pick(MARKS)}${random.pick([drawn(random), random.pick(MARKS), ' ', '=', '-', 'a', '.'])}`.repeat(size);
  return Array.from({ length: size }, () => (random.chance(0.5) ? random.pick(MARKS) : drawn(random))).join(
    random.pick(['', '', ' ', '\n']),
  );
}

function drawn(random: Random): string {
  const alphabet = random.pick(ALPHABETS);
  return Array.from({ length: random.pick([4, 16, 20, 32, 36, 40, 64, 88]) }, () => alphabet[random.int(0, alphabet.length - 1)]).join('');
}
