/** Small YAML files of the user, read by hand: what is wrong becomes an AppError with file, line, column and one sentence. */
import { readFileSync, statSync } from 'node:fs';
import { isRecord } from '@kumomori/model';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { suggest } from '../suggest.ts';
import type { ConfigDocument, ConfigPath } from './document.ts';
import { readConfigDocument } from './document.ts';

const MAX_BYTES = 1_000_000;

export interface WrittenFile {
  /** Absolute. */
  readonly path: string;
  /** As shown to people. */
  readonly file: string;
  readonly messages: Messages;
}

/** A document all of whose scalars are texts. Every method throws AppError `config-invalid` at the place it names. */
export class Written {
  readonly #document: ConfigDocument;
  readonly #file: string;
  readonly messages: Messages;

  constructor(text: string, { file, messages }: Pick<WrittenFile, 'file' | 'messages'>) {
    this.#document = readConfigDocument(text, { allText: true });
    this.#file = file;
    this.messages = messages;
    const { problem } = this.#document;
    if (problem) throw this.#errorAt(problem, messages.config.notYaml(problem.message));
  }

  error(path: ConfigPath, message: string): AppError {
    return this.#errorAt(this.#document.positionOf(path), message);
  }

  errorAtKey(path: ConfigPath, key: string, message: string): AppError {
    return this.#errorAt(this.#document.positionOfKey(path, key), message);
  }

  at(path: ConfigPath): unknown {
    let value = this.#document.value;
    for (const part of path)
      value = typeof value === 'object' && value !== null && Object.hasOwn(value, part) ? Reflect.get(value, part) : undefined;
    return value;
  }

  /** A map, of nothing but the keys that are known. */
  map(path: ConfigPath, known: readonly string[] | null = null): Readonly<Record<string, unknown>> {
    const { config } = this.messages;
    const value = this.at(path);
    if (value === undefined && path.length > 0) throw this.error(path, config.missing(nameOf(path)));
    if (!isRecord(value)) throw this.error(path, config.expected(nameOf(path), config.kinds.object));
    const wrong = known && Object.keys(value).find((key) => !known.includes(key));
    if (known && wrong !== undefined && wrong !== null)
      throw this.errorAtKey(path, wrong, config.unknownKey(wrong, suggest(wrong, known), known));
    return value;
  }

  list(path: ConfigPath): readonly unknown[] {
    const { config } = this.messages;
    const value = this.at(path);
    if (value === undefined) throw this.error(path, config.missing(nameOf(path)));
    if (!Array.isArray(value)) throw this.error(path, config.expected(nameOf(path), config.kinds.array));
    return value;
  }

  /** A text that is not empty. */
  text(path: ConfigPath): string {
    const { config } = this.messages;
    const value = this.at(path);
    if (value === undefined || value === null) throw this.error(path, config.missing(nameOf(path)));
    if (typeof value !== 'string') throw this.error(path, config.expected(nameOf(path), config.kinds.string));
    if (value.trim() === '') throw this.error(path, config.empty(nameOf(path)));
    return value.trim();
  }

  /** Null where nothing is written. */
  optional(path: ConfigPath): string | null {
    const value = this.at(path);
    return value === undefined || value === null || value === '' ? null : this.text(path);
  }

  oneOf<T extends string>(path: ConfigPath, values: readonly T[]): T {
    const text = this.text(path);
    const found = values.find((each) => each === text);
    if (found === undefined) throw this.error(path, this.messages.config.oneOf(nameOf(path), values));
    return found;
  }

  #errorAt({ line, column }: { readonly line: number; readonly column: number }, message: string): AppError {
    return new AppError('config-invalid', { message, place: { file: this.#file, line, column } });
  }
}

/** Throws AppError `config-missing` for a file that cannot be read, `config-invalid` for one that is too large or no YAML. */
export function readWritten({ path, file, messages }: WrittenFile): Written {
  const { frameworkFile } = messages.reports;
  let text: string;
  try {
    if (statSync(path).size > MAX_BYTES) throw new AppError('config-invalid', { message: frameworkFile.tooLarge(file) });
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('config-missing', { message: frameworkFile.unreadable(file), cause });
  }
  return new Written(text, { file, messages });
}

function nameOf(path: ConfigPath): string {
  return path.length === 0
    ? 'YAML'
    : path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('');
}
