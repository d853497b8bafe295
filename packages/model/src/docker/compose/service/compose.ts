import type { BlockReader, FieldsOf, Leaf, ListNode, ObjectNode, Place } from '../../../code/index.ts';
import { absent, defineCompose, explicit, HOLE, object, placeWithin, unresolved } from '../../../code/index.ts';
import { mapCredentials } from '../../../secrets/index.ts';
import type { Value } from '../../../value.ts';
import { mapValue, stringValue } from '../../../value.ts';
import type { ComposePort, ComposeService, ComposeVolume } from './shape.ts';

export const compose = defineCompose<ComposeService>({
  types: ['service'],
  identity: ['serviceName'],
  read: (service): FieldsOf<ComposeService> => ({
    image: service.text('image'),
    isBuilt: service.isSet('build'),
    isPrivileged: service.boolean('privileged', { default: false }),
    capabilitiesAdded: service.strings('cap_add'),
    capabilitiesDropped: service.strings('cap_drop'),
    networkMode: service.string('network_mode'),
    pidMode: service.string('pid'),
    ipcMode: service.string('ipc'),
    user: service.string('user'),
    hasReadOnlyRoot: service.boolean('read_only', { default: false }),
    securityOptions: service.strings('security_opt'),
    volumes: items(service, 'volumes', volume),
    ports: items(service, 'ports', port),
    credentials: mapCredentials(environment(service.value('environment')), service.placeOf('environment')),
    hasMemoryLimit: memoryLimit(service),
  }),
});

function memoryLimit(service: BlockReader): Leaf<boolean> {
  const old = service.isSet('mem_limit');
  return old.value === true ? old : service.block('deploy').block('resources').block('limits').isSet('memory');
}

/** `["NAME=value"]` as a map; a map is one already. What the environment of the host gives is not in the file, and left out. */
function environment(value: Value | undefined): Value | undefined {
  if (value?.kind === 'map') return mapValue(new Map([...value.entries].filter(([, each]) => each.kind !== 'unknown')), value.range);
  if (value?.kind !== 'list') return value;
  const entries = value.items.flatMap((item): readonly (readonly [string, Value])[] => {
    const text = item.kind === 'string' ? item.value : item.kind === 'template' && typeof item.parts[0] === 'string' ? item.parts[0] : '';
    const at = text.indexOf('=');
    if (at === -1) return [];
    const rest =
      item.kind === 'template'
        ? { ...item, parts: [text.slice(at + 1), ...item.parts.slice(1)] }
        : stringValue(text.slice(at + 1), item.range);
    return [[text.slice(0, at), rest]];
  });
  return mapValue(new Map(entries), value.range);
}

type Read<T> = (item: Value, place: Place) => ObjectNode<T>;

function items<T>(service: BlockReader, name: string, read: Read<T>): ListNode<T> {
  const value = service.value(name);
  const place = service.placeOf(name);
  if (value?.kind === 'unknown') return { node: 'list', items: [], rest: unresolved(value.reason, place), place };
  const list = value?.kind === 'list' ? value.items : [];
  // An object node stands for whatever the shape's list holds.
  const nodes = list.map((item) => ({ node: read(item, placeWithin(place, item)) as never, uncertain: false }));
  return { node: 'list', items: nodes, rest: null, place };
}

/** `host:container[:mode]`, or an object with `source` and `target`. */
function volume(item: Value, place: Place): ObjectNode<ComposeVolume> {
  const [source, target] = item.kind === 'map' ? [item.entries.get('source'), item.entries.get('target')] : split(item, 2);
  return object<ComposeVolume>({ source: text(source, place), target: text(target, place) }, place);
}

/** `[address:][published:]target[/protocol]`, or an object. */
function port(item: Value, place: Place): ObjectNode<ComposePort> {
  if (item.kind === 'map') {
    const { entries } = item;
    return object<ComposePort>(
      {
        hostAddress: text(entries.get('host_ip'), place),
        published: text(entries.get('published'), place),
        target: text(entries.get('target'), place),
      },
      place,
    );
  }
  const parts = split(item, 9).map((part) => text(part, place));
  const target = parts.at(-1);
  const published = parts.at(-2);
  const address = parts.length > 2 ? parts.at(-3) : undefined;
  return object<ComposePort>(
    { hostAddress: address ?? absent(place), published: published ?? absent(place), target: target ?? absent(place) },
    place,
  );
}

/** At colons, those in brackets (IPv6) left alone; parts with unknown text in them are unknown. */
function split(item: Value, most: number): readonly Value[] {
  if (item.kind === 'number') return [stringValue(String(item.value), item.range)];
  if (item.kind !== 'string' && item.kind !== 'template') return [item];
  const holes = item.kind === 'template' ? item.parts.filter((part) => typeof part !== 'string') : [];
  const whole = item.kind === 'string' ? item.value : item.parts.map((part) => (typeof part === 'string' ? part : HOLE)).join('');
  const parts = whole.match(/\[[^\]]*\]|[^:]+/g) ?? [];
  let used = 0;
  return parts.slice(0, most).map((part) => {
    const count = part.split(HOLE).length - 1;
    const hole = holes[used];
    used += count;
    return count > 0 && hole ? hole : stringValue(part, item.range);
  });
}

function text(value: Value | undefined, place: Place): Leaf<string | undefined> {
  if (!value || value.kind === 'null') return absent(place);
  const own = placeWithin(place, value);
  if (value.kind === 'string') return explicit(value.value, own, value.sensitive);
  if (value.kind === 'number') return explicit(String(value.value), own, value.sensitive);
  if (value.kind === 'unknown') return unresolved(value.reason, own);
  const hole = value.kind === 'template' ? value.parts.find((part) => typeof part !== 'string') : undefined;
  return hole && typeof hole !== 'string' ? unresolved(hole.reason, own) : absent(own);
}
