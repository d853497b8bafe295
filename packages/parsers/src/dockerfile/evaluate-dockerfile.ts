/** Entry point: Dockerfiles → the stages they build, with their variables replaced. */
import type { DeclaredAttribute, DeclaredResource, Diagnostic, Range, Source, Value } from '@kumomori/model';
import { boolValue, diagnosticAt, listValue, mapValue, numberValue, startLine, stringValue, unknownValue } from '@kumomori/model';
import type { FileTree } from '../file-tree.ts';
import type { CodeEvaluation, CodeFile, DetectedInput, EvaluatedRoot } from '../format.ts';
import type { TextPiece } from '../values/index.ts';
import { textFromPieces } from '../values/index.ts';
import type { Instruction, Word } from './parse-dockerfile.ts';
import { parseDockerfile } from './parse-dockerfile.ts';
import { shellCommands } from './shell.ts';

/** One root for each file. Never throws on what the files say. */
export function evaluateDockerfiles(tree: FileTree, inputs: readonly DetectedInput[]): CodeEvaluation {
  const roots: EvaluatedRoot[] = [];
  const files = new Map<string, CodeFile>();
  const diagnostics: Diagnostic[] = [];
  for (const { path } of inputs) {
    const file = tree.read(path);
    if (file.kind !== 'text') continue;
    const source: Source = { path, text: file.text };
    const parsed = parseDockerfile(source);
    files.set(path, { source, comments: parsed.comments });
    diagnostics.push(...parsed.diagnostics);
    const stages = stagesOf(parsed.instructions);
    if (stages.length === 0 && parsed.diagnostics.length === 0)
      diagnostics.push(
        diagnosticAt(source, 0, { severity: 'warning', code: 'dockerfile-syntax', message: 'there is no FROM in this Dockerfile' }),
      );
    roots.push({ kind: 'dockerfile', dir: path, resources: new Declaring(stages, source).all(), moduleCalls: [] });
  }
  return { roots, files, diagnostics };
}

interface Stage {
  readonly from: Instruction;
  readonly alias: Word | null;
  readonly instructions: readonly Instruction[];
  /** ARGs before the first FROM: FROM lines see them. */
  readonly global: readonly Instruction[];
}

function stagesOf(instructions: readonly Instruction[]): readonly Stage[] {
  const global: Instruction[] = [];
  const stages: (Stage & { readonly instructions: Instruction[] })[] = [];
  for (const instruction of instructions) {
    const current = stages.at(-1);
    if (instruction.keyword === 'FROM') {
      const [, as, alias] = instruction.words;
      stages.push({ from: instruction, alias: as?.text.toUpperCase() === 'AS' ? (alias ?? null) : null, instructions: [], global });
    } else if (current) current.instructions.push(instruction);
    else if (instruction.keyword === 'ARG') global.push(instruction);
  }
  return stages;
}

type Variables = ReadonlyMap<string, Value>;

class Declaring {
  readonly #stages: readonly Stage[];
  readonly #source: Source;
  readonly #names = new Map<string, number>();

  constructor(stages: readonly Stage[], source: Source) {
    this.#stages = stages;
    this.#source = source;
    for (const [index, { alias }] of stages.entries()) if (alias) this.#names.set(alias.text.toLowerCase(), index);
  }

  all(): readonly DeclaredResource[] {
    return this.#stages.map((stage, index) => this.#declare(stage, index));
  }

  #address(index: number): string {
    const stage = this.#stages[index];
    if (!stage) return '';
    return stage.alias ? `stage:${stage.alias.text}` : String(startLine(stage.from.range));
  }

  /** The stage that a FROM or `--from` names, among those before. */
  #stageNamed(name: string, before: number): number | null {
    const index = this.#names.get(name.toLowerCase()) ?? (/^\d+$/.test(name) ? Number(name) : -1);
    return index >= 0 && index < before ? index : null;
  }

  #declare(stage: Stage, index: number): DeclaredResource {
    const { from } = stage;
    const attributes = new Map<string, DeclaredAttribute>();
    const add = (name: string, value: Value, range: Range = value.range ?? from.range): void => void attributes.set(name, { value, range });
    const image = from.words[0];
    const base = image ? interpolate(image, this.#source, argumentsOf(stage.global, this.#source, new Map())) : null;
    const parent = base?.kind === 'string' ? this.#stageNamed(base.value, index) : null;
    if (base) add('base', parent === null ? base : { ...base, refs: [{ address: this.#address(parent), attribute: '' }] });
    add('isBaseStage', boolValue(parent !== null, base?.range ?? from.range));
    add('isFinal', boolValue(index === this.#stages.length - 1, from.range));
    if (stage.alias) add('alias', stringValue(stage.alias.text, this.#rangeOf(stage.alias)));
    const platform = from.flags.get('platform');
    if (platform) add('platform', stringValue(platform.text, this.#rangeOf(platform)));
    const user = this.#user(index);
    if (user) add('user', user);
    const others = this.#stages.filter(
      (each) => each !== stage && each.alias && each.alias.text.toLowerCase() === stage.alias?.text.toLowerCase(),
    );
    add('isAliasUnique', boolValue(others.length === 0, stage.alias ? this.#rangeOf(stage.alias) : from.range));
    for (const [name, value] of this.#instructions(stage)) add(name, value);
    const end = stage.instructions.at(-1)?.range.end ?? from.range.end;
    return {
      mode: 'managed',
      type: 'stage',
      name: stage.alias?.text ?? String(index),
      address: this.#address(index),
      reference: this.#address(index),
      moduleAddress: '',
      moduleDir: this.#source.path,
      rootDir: this.#source.path,
      key: null,
      block: { type: 'stage', range: { ...from.range, end }, head: from.range, attributes, blocks: [], uncertain: false, via: null },
      provider: 'docker',
      region: unknownValue('computed', 'an image has no region'),
    };
  }

  /** The last USER of the stage, else of the stage it is built on; null when that is an image from elsewhere. */
  #user(index: number, depth = 0): Value | null {
    const stage = this.#stages[index];
    if (!stage || depth > this.#stages.length) return null;
    const variables = this.#variables(stage);
    const last = stage.instructions.findLast(({ keyword }) => keyword === 'USER');
    const [name] = last?.words ?? [];
    if (name) return interpolate(name, this.#source, variables);
    const base = stage.from.words[0];
    const parent = base ? this.#stageNamed(base.text, index) : null;
    return parent === null ? null : this.#user(parent, depth + 1);
  }

  #variables(stage: Stage): Variables {
    return argumentsOf(stage.instructions, this.#source, argumentsOf(stage.global, this.#source, new Map()));
  }

  #instructions(stage: Stage): ReadonlyMap<string, Value> {
    const variables = this.#variables(stage);
    const of = (keyword: string): readonly Instruction[] => stage.instructions.filter((each) => each.keyword === keyword);
    const text = (word: Word): Value => interpolate(word, this.#source, variables);
    const list = (keyword: string, read: (instruction: Instruction) => readonly Value[]): Value =>
      listValue(of(keyword).flatMap(read), stage.from.range);
    const whole = (instruction: Instruction): readonly Value[] => [stringValue(instruction.text, instruction.range)];
    const copies = stage.instructions.filter(({ keyword }) => keyword === 'COPY' || keyword === 'ADD');
    return new Map<string, Value>([
      ['users', list('USER', ({ words }) => words.slice(0, 1).map(text))],
      ['workdirs', list('WORKDIR', ({ words }) => words.slice(0, 1).map((word) => fromItsStart(text(word))))],
      ['exposes', list('EXPOSE', ({ words }) => words.map((word) => this.#port(word, text(word))))],
      [
        'copies',
        listValue(
          copies.map((each) => this.#copy(each, stage, text)),
          stage.from.range,
        ),
      ],
      ['runs', list('RUN', (instruction) => [this.#run(instruction)])],
      ['environment', this.#pairs(of('ENV'), stage, text)],
      ['arguments', this.#pairs(of('ARG'), stage, text)],
      ['labels', this.#pairs(of('LABEL'), stage, text)],
      ['healthchecks', list('HEALTHCHECK', whole)],
      ['commands', list('CMD', whole)],
      ['entrypoints', list('ENTRYPOINT', whole)],
      ['maintainers', list('MAINTAINER', whole)],
    ]);
  }

  #port(word: Word, value: Value): Value {
    const range = this.#rangeOf(word);
    const written = value.kind === 'string' ? /^(\d+)(?:-(\d+))?(?:\/(\w+))?$/.exec(value.value) : null;
    const number = (part: string | undefined): Value =>
      part === undefined ? unknownValue('unsupported', 'the port cannot be read', range) : numberValue(Number(part), range);
    const from = value.kind === 'unknown' ? value : number(written?.[1]);
    return mapValue(
      new Map<string, Value>([
        ['from', from],
        ['to', written?.[2] === undefined ? from : number(written[2])],
        ['protocol', stringValue((written?.[3] ?? 'tcp').toLowerCase(), range)],
      ]),
      range,
    );
  }

  #copy({ keyword, words, json, flags, range }: Instruction, stage: Stage, text: (word: Word) => Value): Value {
    const all = json ?? words;
    const from = flags.get('from');
    const destination = all.at(-1);
    const entries = new Map<string, Value>([
      ['isAdd', boolValue(keyword === 'ADD', range)],
      ['sources', listValue(all.slice(0, -1).map(text), range)],
      ['hasChecksum', boolValue(flags.has('checksum'), range)],
    ]);
    if (destination) entries.set('destination', text(destination));
    if (from) {
      entries.set('from', stringValue(from.text, this.#rangeOf(from)));
      const own = stage.alias?.text.toLowerCase() === from.text.toLowerCase() || from.text === String(this.#stages.indexOf(stage));
      entries.set('isFromItself', boolValue(own, this.#rangeOf(from)));
    }
    return mapValue(entries, range);
  }

  #run({ text, json, heredocs, range, flags }: Instruction): Value {
    const isHeredoc = heredocs.length > 0;
    const script = json
      ? json.map(({ text: word }) => word).join(' ')
      : isHeredoc
        ? [text.replace(/<<-?["']?\w+["']?/g, ''), ...heredocs].join('\n')
        : text;
    const isShellWrapped =
      json !== null && /^(?:\/bin\/)?(?:ba|da|a|z)?sh$/.test(json[0]?.text ?? '') && /^-\w*c$/.test(json[1]?.text ?? '');
    const commands = shellCommands(isShellWrapped ? (json[2]?.text ?? '') : script);
    return mapValue(
      new Map<string, Value>([
        ['text', stringValue(script, range)],
        ['mounts', listValue(flags.has('mount') ? [stringValue(flags.get('mount')?.text ?? '', range)] : [], range)],
        [
          'commands',
          listValue(
            commands.map(({ program, words, isSudo, assignments }) =>
              mapValue(
                new Map<string, Value>([
                  ['program', stringValue(program, range)],
                  [
                    'words',
                    listValue(
                      words.map((word) => stringValue(word, range)),
                      range,
                    ),
                  ],
                  ['isSudo', boolValue(isSudo, range)],
                  [
                    'assignments',
                    listValue(
                      assignments.map((word) => stringValue(word, range)),
                      range,
                    ),
                  ],
                ]),
                range,
              ),
            ),
            range,
          ),
        ],
      ]),
      range,
    );
  }

  /** `NAME=value …`, `NAME value` (old), `NAME` (an ARG without default). */
  #pairs(instructions: readonly Instruction[], stage: Stage, text: (word: Word) => Value): Value {
    const entries = new Map<string, Value>();
    for (const { words, keyword } of instructions)
      for (const [name, value] of pairsOf(words, keyword))
        entries.set(name, value ? text(value) : stringValue('', this.#rangeOf(words[0])));
    return mapValue(entries, stage.from.range);
  }

  #rangeOf(word: Word | undefined): Range | null {
    return word ? { source: this.#source, start: word.start, end: word.end } : null;
  }
}

function pairsOf(words: readonly Word[], keyword: string): readonly (readonly [string, Word | null])[] {
  const [first] = words;
  if (first && keyword !== 'ARG' && !first.text.includes('=')) {
    const rest = words.slice(1);
    const value = rest[0] && { ...rest[0], text: rest.map(({ text }) => text).join(' '), end: rest.at(-1)?.end ?? rest[0].end };
    return [[first.text, value ?? null]];
  }
  return words.map((word) => {
    const at = word.text.indexOf('=');
    return at === -1 ? [word.text, null] : [word.text.slice(0, at), { ...word, text: word.text.slice(at + 1) }];
  });
}

/** ARG and ENV in their order: later ones see earlier ones. An ARG without default takes what an ARG before the first FROM says. */
function argumentsOf(instructions: readonly Instruction[], source: Source, outer: Variables): Variables {
  const known = new Map<string, Value>();
  for (const { keyword, words } of instructions) {
    if (keyword !== 'ARG' && keyword !== 'ENV') continue;
    for (const [name, value] of pairsOf(words, keyword)) {
      if (value) known.set(name, interpolate(value, source, known));
      else known.set(name, outer.get(name) ?? unknownValue('unset-variable', `build argument "${name}" has no default`));
    }
  }
  // FROM sees the global ARGs; a stage only those it asks for.
  return known;
}

/** A path that begins with something unknown is unknown as a whole. */
function fromItsStart(value: Value): Value {
  const start = value.kind === 'template' ? value.parts[0] : undefined;
  return start === undefined || typeof start === 'string' ? value : { ...start, range: value.range };
}

/** A variable made of itself twice doubles with every line. UTF-16 code units. */
const MAX_TEXT = 64 * 1024;

const VARIABLE = /\$(?:\{([A-Za-z_]\w*)(?::?([-+])([^}]*))?\}|([A-Za-z_]\w*))/g;

/** The text of a word with its variables replaced; one without a value is unknown, one that nobody declares (of the base image) too. */
function interpolate({ text, start, end }: Word, source: Source, variables: Variables): Value {
  const range: Range = { source, start, end };
  if (!text.includes('$')) return stringValue(text, range);
  const pieces: TextPiece[] = [];
  let at = 0;
  let length = 0;
  for (const found of text.matchAll(VARIABLE)) {
    pieces.push(text.slice(at, found.index));
    const [whole, braced, operator, fallback = '', bare] = found;
    const name = braced ?? bare ?? '';
    const value = variables.get(name);
    if (operator === '-' && value?.kind !== 'string') pieces.push(fallback);
    else if (value?.kind === 'string') pieces.push(value.value);
    else if (value?.kind === 'template') pieces.push(...value.parts);
    else pieces.push(value?.kind === 'unknown' ? value : unknownValue('unset-variable', `variable "${name}" has no value`, range));
    length += value?.kind === 'string' ? value.value.length : value?.kind === 'template' ? sizeOf(value.parts) : 0;
    if (length > MAX_TEXT) return unknownValue('limit', `the value of variable "${name.slice(0, 60)}" is too long`, range);
    at = found.index + whole.length;
  }
  pieces.push(text.slice(at));
  const made = textFromPieces(pieces, range);
  return made.range ? made : { ...made, range };
}

/** An unknown part counts like a short text. */
function sizeOf(parts: readonly TextPiece[]): number {
  return parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 16), 0);
}
