/** All objects of a kind, page by page; one page is in memory at a time. */
import type { Json, JsonObject, ServedKind } from '@kumomori/model';
import { isJsonObject, jsonAt, nameOfKind, serviceOfGroup, textOf } from '@kumomori/model';
import { ApiFailure } from './failure.ts';
import type { Recorder } from './recorder.ts';
import type { Redact } from './redaction.ts';
import { redactObject } from './redaction.ts';

export interface Listing {
  readonly kind: ServedKind;
  readonly path: string;
  readonly redact: Redact;
  /** A kind that is not there is no gap. */
  readonly mayBeMissing: boolean;
  /** Told of each page. */
  readonly onPage?: (items: readonly Json[]) => void;
}

const PAGE = 500;
const MAX_PAGES = 20_000;
const MAX_RESTARTS = 3;
/** Of Secrets only the metadata leave the server; old servers give everything, and it is redacted. */
const METADATA_ONLY = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json';

/**
 * Leaves a gap where a page could not be had; what came before stays. A list whose token ended (410) goes on where the server says, which
 * gives each object once, else begins anew. Pages that are too large are asked for in smaller pieces.
 */
export async function listKind(listing: Listing, recorder: Recorder): Promise<void> {
  const { kind, path, mayBeMissing, onPage } = listing;
  const service = serviceOfGroup(kind.group);
  let limit = PAGE;
  let token: string | undefined;
  let restarts = 0;
  for (let page = 0; page < MAX_PAGES; page++) {
    const query = { limit, ...(token !== undefined && { continue: token }), ...(restarts > 0 && { restart: restarts }) };
    const { response, failure } = await recorder.ask({
      service,
      operation: kind.plural,
      path,
      query,
      permission: `list ${nameOfKind(kind)}`,
      ...(isSecrets(kind) && { accept: METADATA_ONLY }),
      keep: (answer) => redactList(answer, listing),
    });
    if (failure) {
      if (failure.code === 'TooLarge' && limit > 1) {
        limit = Math.max(1, Math.floor(limit / 10));
      } else if (failure.status === 410 && restarts < MAX_RESTARTS) {
        restarts += 1;
        token = textOf(failure.body, 'metadata.continue');
      } else {
        if (!(mayBeMissing && failure.status === 404)) recorder.lack(service, kind.plural, failure, `list ${nameOfKind(kind)}`);
        return;
      }
      continue;
    }
    onPage?.(itemsOf(response));
    const next = textOf(response, 'metadata.continue');
    if (next === undefined || next === '') return;
    if (next === token) {
      recorder.lack(service, kind.plural, new ApiFailure('MalformedAnswer', 'the list goes in circles'));
      return;
    }
    token = next;
  }
  recorder.lack(service, kind.plural, new ApiFailure('TooManyPages', `only the first ${MAX_PAGES} pages were read`));
}

/** One object of a kind outside of namespaces, where listing is not wanted. */
export async function getObject({ kind, path, redact }: Listing, recorder: Recorder): Promise<void> {
  const service = serviceOfGroup(kind.group);
  const keep = (answer: Json): Json => {
    if (!isJsonObject(answer) || !isJsonObject(answer['metadata'])) throw malformed('the answer is no object');
    return redactObject(answer, kind.plural, redact);
  };
  const { failure } = await recorder.ask({ service, operation: kind.plural, path, permission: `get ${nameOfKind(kind)}`, keep });
  if (failure) recorder.lack(service, kind.plural, failure, `get ${nameOfKind(kind)}`);
}

function isSecrets({ group, plural }: ServedKind): boolean {
  return group === '' && plural === 'secrets';
}

function redactList(answer: Json, { kind, redact }: Listing): JsonObject {
  if (!isJsonObject(answer) || !(answer['items'] === null || Array.isArray(answer['items']))) throw malformed('the answer is no list');
  const name = kind.group === '' ? kind.plural : '';
  return { ...answer, items: itemsOf(answer).map((item) => (isJsonObject(item) ? redactObject(item, name, redact) : null)) };
}

/** `items: null` is how Go writes an empty list. */
function itemsOf(answer: Json): readonly Json[] {
  const items = jsonAt(answer, 'items');
  return Array.isArray(items) ? (items as readonly Json[]) : [];
}

function malformed(message: string): ApiFailure {
  return new ApiFailure('MalformedAnswer', message, { status: 200 });
}
