/** Recorded answers of Azure Resource Manager about one subscription → declared resources in the words of its templates. */
import type { DeclaredResource } from '../../declared.ts';
import type { Json, JsonObject, LiveDeclaration, RecordedCall, RecordedCalls } from '../../live/index.ts';
import { Missing, isJsonObject, itemsAt, textOf } from '../../live/index.ts';
import type { UnknownReason } from '../../value.ts';
import { unknownValue } from '../../value.ts';
import { adjusted } from './adjust.ts';
import { RecordedAnswers, answersTo, askedOf } from './answers.ts';
import type { AzureCall } from './call.ts';
import { meetsCondition, azurePathOf } from './call.ts';
import { azureCalls, azureParts, everythingCall } from './calls/index.ts';
import { declareDirectory, isDirectory } from './directory.ts';
import type { AzureBody } from './resource.ts';
import { declaredResource } from './resource.ts';
import { referenceTo } from './values.ts';

/**
 * All that was recorded of a subscription, or of a directory (its calls are those of Microsoft Graph). O(answers). What was not asked,
 * refused or cut off makes its types incomplete; resources of which only the list of all resources tells have unknown properties.
 * `failed`: told of each answer that could not be read; the rest stays.
 */
export function declareAzure(calls: RecordedCalls, failed: (call: RecordedCall, error: unknown) => void = () => {}): LiveDeclaration {
  const answers = new RecordedAnswers(calls);
  if (isDirectory(answers)) return declareDirectory(calls.account, answers);
  const declaration = new Declaration(calls.account, answers, failed);
  declaration.collect();
  return { resources: declaration.declared(), incomplete: declaration.incomplete };
}

/** As CodeRoot of the linking has it: only satellites of these resources may be missing, by reference. */
interface Incompleteness extends UnknownReason {
  readonly of?: Set<string>;
}

interface Found extends AzureBody {
  readonly json: JsonObject;
  /** The element of the listing, before details. */
  readonly listed: JsonObject;
  readonly above: Found | null;
}

class Declaration {
  readonly incomplete = new Map<string, Incompleteness>();
  readonly #account: string;
  readonly #answers: RecordedAnswers;
  readonly #failed: (call: RecordedCall, error: unknown) => void;
  /** By id in lower case. */
  readonly #found = new Map<string, Found>();
  readonly #extra: Omit<AzureBody, 'principals'>[] = [];
  readonly #byType = new Map<string, Found[]>();

  constructor(account: string, answers: RecordedAnswers, failed: (call: RecordedCall, error: unknown) => void) {
    this.#account = account;
    this.#answers = answers;
    this.#failed = failed;
  }

  collect(): void {
    const subscription = `/subscriptions/${this.#account}`;
    const listed = answersTo(everythingCall, subscription, this.#answers);
    const names = new Set(listed.items.map(({ json }) => (textOf(json, 'type') ?? '').toLowerCase()));
    for (const call of azureCalls) {
      if (call.detail || call.type === everythingCall.type) continue;
      const isNeedless = call.whenListed === true && listed.missing === null && !names.has(call.type.toLowerCase());
      if (!call.of && !isNeedless) this.#take(call, subscription, null);
      for (const type of call.of ?? []) this.#askOf(call, type);
    }
    for (const { json, recorded } of listed.items) this.#known(json, recorded, listed.missing);
  }

  declared(): readonly DeclaredResource[] {
    const principals = this.#principals();
    const resources = [...this.#found.values()].flatMap((found) => this.#declare(found, principals));
    return [...resources, ...this.#extra.map((body) => declaredResource(this.#account, body))];
  }

  #askOf(call: AzureCall, type: string): void {
    const reason = this.incomplete.get(type);
    // Of those that are known everything was asked.
    if (reason) this.#lacks(call.type, new Missing(reason.detail), []);
    for (const above of this.#byType.get(type) ?? []) if (meetsCondition(above.json, call.when)) this.#take(call, above.id, above);
  }

  #take(call: AzureCall, about: string, above: Found | null): void {
    const { items, missing } = answersTo(call, about, this.#answers);
    const lacking = above ? [above.id] : undefined;
    if (missing) this.#lacks(call.type, missing, lacking);
    for (const { json, recorded } of items) {
      if (!isJsonObject(json)) {
        this.#failed(recorded, new TypeError('an element is no object'));
        this.#lacks(call.type, new Missing(`an answer to ${call.type} could not be read`), lacking);
        continue;
      }
      const id = textOf(json, 'id') ?? azurePathOf(call, about);
      const whole = this.#detailed(call, id, json);
      this.#keep({ ...whole, listed: json, id, type: call.type, apiVersion: call.apiVersion, range: recorded.range, above });
    }
  }

  /** What the resource's own answer says, where listings leave something out. */
  #detailed({ type }: AzureCall, id: string, listed: JsonObject): Pick<Found, 'json' | 'members'> {
    const call = details.get(type);
    if (!call) return { json: listed, members: listed };
    const { items, missing } = this.#answers.to(askedOf(call, id));
    const own = items[0]?.json;
    if (isJsonObject(own)) return { json: own, members: own };
    return { json: listed, members: { ...listed, properties: missing ?? new Missing(`an answer to ${type} could not be read`) } };
  }

  #keep(found: Found): void {
    const key = referenceTo(found.id);
    if (this.#found.has(key)) return;
    this.#found.set(key, found);
    const known = this.#byType.get(found.type);
    if (known) known.push(found);
    else this.#byType.set(found.type, [found]);
  }

  /** A row of the list of all resources: it says that there is something, not how it is set up. */
  #known(json: Json, recorded: RecordedCall, missing: Missing | null): void {
    const [id, type] = [textOf(json, 'id'), textOf(json, 'type')];
    if (!isJsonObject(json) || id === undefined || type === undefined) return;
    const key = referenceTo(id);
    if (this.#found.has(key)) return;
    const detail = this.incomplete.get(type)?.detail ?? missing?.detail ?? 'only that it exists was collected';
    const properties = new Missing(detail);
    const members = { tags: {}, location: '', ...json, properties };
    const rest = unknownValue('not-collected', detail);
    for (const [, child] of children.get(type.toLowerCase()) ?? []) this.#lacks(child, properties, [id]);
    this.#found.set(key, { json, listed: json, members, id, type, apiVersion: null, range: recorded.range, rest, above: null });
  }

  /** `of`: ids of the resources that may have more of the type; without it any may, also those that nobody knows. */
  #lacks(type: string, { detail }: Missing, of?: readonly string[]): void {
    const known = this.incomplete.get(type);
    if (known && !known.of) return;
    if (known?.of && of) for (const each of of) known.of.add(referenceTo(each));
    else this.incomplete.set(type, { code: 'not-collected', detail, ...(of && { of: new Set(of.map(referenceTo)) }) });
    for (const [part, { of: whole }] of Object.entries(azureParts)) if (whole === type) this.#lacks(part, new Missing(detail), of);
  }

  #declare(found: Found, principals: ReadonlyMap<string, string>): readonly DeclaredResource[] {
    const { json, members, type } = found;
    const own =
      members === json
        ? adjusted(type, json, { parent: found.above?.json ?? null, answer: (path) => this.#answerAbout(found, path) })
        : members;
    if (own === null) return [];
    const unset = unsets.get(type);
    const filled = unset && isJsonObject(json) && members === json ? withUnset(own, unset) : own;
    const parts = Object.entries(azureParts).flatMap(([part, { of, at }]) =>
      of === type ? itemsAt(json, at).flatMap((each) => this.#part(part, each, found)) : [],
    );
    const settings = isFunctionApp(found) ? [this.#unread(found)] : [];
    return [declaredResource(this.#account, { ...found, members: filled, principals }), ...parts, ...settings];
  }

  #part(type: string, json: Json, { range, apiVersion }: Found): readonly DeclaredResource[] {
    const id = textOf(json, 'id');
    return isJsonObject(json) && id !== undefined ? [declaredResource(this.#account, { type, id, members: json, apiVersion, range })] : [];
  }

  /** Application settings hold secrets: nobody asks for them, so that nobody knows what they say. */
  #unread({ type, id, range, apiVersion }: Found): DeclaredResource {
    const members = { properties: new Missing('application settings are not collected') };
    return declaredResource(this.#account, { type: `${type}/config`, id: `${id}/config/appsettings`, members, apiVersion, range });
  }

  #answerAbout({ type, id }: Found, path: string): Json | Missing {
    const call = azureCalls.find((each) => each.path === path && each.of?.includes(type));
    if (!call) return new Missing(`${path} is not asked for`);
    const { items, missing } = this.#answers.to(askedOf(call, id));
    return missing ?? items[0]?.json ?? null;
  }

  /** Principals of managed identities → the ids of their resources. */
  #principals(): ReadonlyMap<string, string> {
    const principals = new Map<string, string>();
    for (const { json, id, type } of this.#found.values()) {
      const own = textOf(json, 'identity.principalId');
      const assigned = /userassignedidentities$/i.test(type) ? textOf(json, 'properties.principalId') : undefined;
      for (const each of [own, assigned]) if (each !== undefined && each !== '') principals.set(each.toLowerCase(), id);
    }
    return principals;
  }
}

/** Types that are asked of resources of a type, by that in lower case. */
const children = Map.groupBy(
  azureCalls.flatMap(({ type, of = [] }) => of.map((each) => [each.toLowerCase(), type] as const)),
  ([parent]) => parent,
);
const details = new Map(azureCalls.flatMap((call) => (call.detail ? [[call.type, call] as const] : [])));
const unsets = new Map(azureCalls.flatMap(({ type, unset }) => (unset ? [[type, unset] as const] : [])));

/** Only theirs say something that is asked for: the version of the host. */
function isFunctionApp({ type, json }: Found): boolean {
  return /^microsoft\.web\/sites(?:\/slots)?$/i.test(type) && /functionapp/i.test(textOf(json, 'kind') ?? '');
}

/** Members of `properties` that an answer leaves out, as what that means. */
function withUnset(members: AzureBody['members'], unset: Readonly<Record<string, Json>>): AzureBody['members'] {
  const { properties } = members;
  if (properties !== undefined && !isJsonObject(properties as Json)) return members;
  const own = (properties ?? {}) as JsonObject; // checked: an object, or not there
  const left = Object.entries(unset).flatMap(([path, value]) => {
    const name = path.slice('properties.'.length);
    return (own[name] ?? null) === null ? [[name, value] as const] : [];
  });
  return { ...members, properties: { ...own, ...Object.fromEntries(left) } };
}
