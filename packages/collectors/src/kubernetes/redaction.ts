/**
 * What of an object never reaches a snapshot. Credentials are looked for before they are replaced, so that checks can still say which
 * variable holds one: beside the fingerprint stands what kind of credential it was, or that it was none.
 */
import type { Json, JsonObject } from '@kumomori/model';
import { credentialOf, findCredential, isJsonObject, isSecretName } from '@kumomori/model';
import type { CollectEnvironment } from '../collecting.ts';

export type Redact = CollectEnvironment['redact'];

/** A copy of the whole object, with its secrets, as kubectl keeps it. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
/** Objects that people write are 10 deep. */
const MAX_DEPTH = 64;
/** Larger texts are files; credentials in them are looked for in their beginning. */
const MAX_LOOKED_AT = 256 * 1024;

/**
 * - values of Secrets, `binaryData` of ConfigMaps, the last applied configuration: replaced
 * - values of environment variables: replaced, and whether it was a credential is kept
 * - any other text that is or holds a credential: replaced, and its kind is kept
 * - `metadata.managedFields`: left out, it only repeats the names of all fields
 */
export function redactObject(object: JsonObject, plural: string, redact: Redact): JsonObject {
  const walker = new Walker(redact);
  const isSecret = plural === 'secrets';
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => {
      if (key === 'metadata') return [key, walker.metadata(value, isSecret)];
      if ((isSecret && (key === 'data' || key === 'stringData')) || (plural === 'configmaps' && key === 'binaryData'))
        return [key, walker.all(value)];
      return [key, walker.walk(value, key, 0)];
    }),
  );
}

class Walker {
  readonly #redact: Redact;

  constructor(redact: Redact) {
    this.#redact = redact;
  }

  /** Annotations of a Secret may repeat it. */
  metadata(value: Json, isSecret: boolean): Json {
    if (!isJsonObject(value)) return this.walk(value, 'metadata', 0);
    const entries = Object.entries(value).filter(([key]) => key !== 'managedFields');
    return Object.fromEntries(
      entries.map(([key, each]) => {
        if (key !== 'annotations' || !isJsonObject(each)) return [key, this.walk(each, key, 1)];
        const annotations = Object.entries(each).map(([name, text]) => [
          name,
          name === LAST_APPLIED || (isSecret && typeof text === 'string' && text.length > 100) ? this.all(text) : this.walk(text, name, 2),
        ]);
        return [key, Object.fromEntries(annotations) as JsonObject];
      }),
    );
  }

  /** Every text of it, whatever it says. */
  all(value: Json): Json {
    if (typeof value === 'string') return value === '' ? value : this.#replaced(value);
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.all(each)]));
  }

  walk(value: Json, key: string, depth: number): Json {
    if (typeof value === 'string') return this.#text(value, key);
    if (typeof value !== 'object' || value === null) return value;
    if (depth > MAX_DEPTH) return null;
    if (!isJsonObject(value))
      return (value as readonly Json[]).map((each) => (key === 'env' ? this.#variable(each, depth) : this.walk(each, key, depth + 1)));
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, this.walk(each, name, depth + 1)]));
  }

  /** `{ name, value }` of a container. */
  #variable(value: Json, depth: number): Json {
    if (!isJsonObject(value)) return this.walk(value, 'env', depth + 1);
    const { name, value: text } = value;
    if (typeof name !== 'string' || typeof text !== 'string' || text === '') return this.walk(value, 'variable', depth + 1);
    return { ...value, value: this.#replaced(text, credentialOf(name, text)) };
  }

  #text(text: string, key: string): Json {
    if (text.length < 6) return text;
    const looked = text.length > MAX_LOOKED_AT ? text.slice(0, MAX_LOOKED_AT) : text;
    const kind = (isSecretName(key) ? credentialOf(key, looked) : null) ?? findCredential(looked)?.kind ?? null;
    return kind === null ? text : this.#replaced(text, kind);
  }

  /** As it is when the collection keeps secrets. */
  #replaced(text: string, credential?: string | null): Json {
    const { value = null } = this.#redact({ value: text }, ['value']);
    return isJsonObject(value) && credential !== undefined ? { ...value, credential } : value;
  }
}
