/** Diagnostic settings: resources of their own that collect the logs of another one. Read in every format. */
import type { BlockReader, Leaf, ListItem, ListNode, ReaderContext } from '../../code/index.ts';
import { HOLE, toTextWithHoles } from '../../code/index.ts';
import type { Value } from '../../value.ts';
import type { Naming } from './links.ts';
import { spelled } from './leaves.ts';
import { linksOf, unseenAmong } from './links.ts';

interface Meant {
  readonly resource: BlockReader;
  readonly context: ReaderContext;
  readonly types: readonly string[];
  readonly service: string;
}

/**
 * Categories and category groups that diagnostic settings of the resource collect (`AuditEvent`, `allLogs`), those switched off left out.
 * `service`: the part of the resource that is meant (`blobServices` of a storage account).
 */
export function loggedCategories(resource: BlockReader, context: ReaderContext, types: readonly string[], service = ''): ListNode<string> {
  if (resource.resource === null) return resource.strings('diagnostic settings');
  const meant = { resource, context, types, service };
  const settings = candidates(meant).filter((setting) => isMeant(setting, meant));
  const items = settings.flatMap((setting) =>
    categories(setting).map((item) => (setting.uncertain || !saysService(setting, service) ? { ...item, uncertain: true } : item)),
  );
  const [first] = items;
  const rest = openEnd(settings) ?? unseenAmong(context.all('Microsoft.Insights/diagnosticSettings'));
  return { node: 'list', items, rest, place: first?.node.node === 'leaf' ? first.node.place : resource.place };
}

/** What one setting collects, those switched off left out. */
export function collectedCategories(setting: BlockReader): ListNode<string> {
  return { node: 'list', items: categories(setting), rest: openEnd([setting]), place: setting.place };
}

/** Is it for a service of another resource (`queueServices` of a storage account), wherever that resource is? */
export function isForService(setting: BlockReader, service: string): boolean {
  const kind = textOf(setting.value('scopeType'));
  return kind.endsWith(`/${service.toLowerCase()}`) || textOf(targetOf(setting)).includes(`/${service.toLowerCase()}/`);
}

/** Settings that refer to it; in templates also those that may say its name. */
function candidates({ resource, context, types }: Meant): readonly BlockReader[] {
  const own = (type: string): { readonly referring: readonly BlockReader[]; readonly others: readonly BlockReader[] } => {
    const { to, elsewhere } = linksOf(context.all(type), types, { context, namings });
    return { referring: (resource.resource && to.get(resource.resource)) ?? [], others: elsewhere };
  };
  const ofArm = own('Microsoft.Insights/diagnosticSettings');
  return [...own('azurerm_monitor_diagnostic_setting').referring, ...ofArm.referring, ...ofArm.others];
}

function namings(setting: BlockReader): readonly Naming<BlockReader>[] {
  return [{ value: targetOf(setting), from: setting }];
}

function targetOf(setting: BlockReader): Value | undefined {
  return setting.value('target_resource_id') ?? setting.value('scope') ?? setting.value('parent');
}

/** Is the target the resource, or the service of it: by reference, or because its id ends with its name? */
function isMeant(setting: BlockReader, { resource, context, types, service }: Meant): boolean {
  const target = targetOf(setting);
  const text = textOf(target);
  const kind = textOf(setting.value('scopeType'));
  // A setting below `…/queueServices/providers/` is of that service and no other.
  if (kind.endsWith('services') && (service === '' || !kind.endsWith(service.toLowerCase()))) return false;
  const refers = context.targets(target, types).some((each) => each.resource === resource.resource);
  if (service === '') return refers && !/services\//.test(text);
  if (refers) return text.includes(service.toLowerCase());
  const services = types.map((type) => `${type}/${service}`);
  const parents = context.targets(target, services).flatMap((each) => context.targets(each.value('parent'), types));
  if (parents.some((each) => each.resource === resource.resource)) return true;
  const name = textOf(resource.value('name'));
  return name !== '' && (text.includes(`/${name}/${service.toLowerCase()}`) || text === `${name}/default`);
}

/** A `scope` that is handed in may be any service of the account that it names. */
function saysService(setting: BlockReader, service: string): boolean {
  const target = targetOf(setting);
  return service === '' || (target?.refs.length ?? 0) > 0 || isForService(setting, service);
}

/** In lower case; what is not known is a hole, so that a name that comes from a parameter is found again. */
function textOf(value: Value | undefined): string {
  if (value?.kind === 'unknown') return HOLE;
  const text = value ? toTextWithHoles(value) : '';
  return typeof text === 'string' ? text.toLowerCase() : '';
}

/** `enabled_log` of azurerm, `log` before version 4; `logs` of Resource Manager, where nothing is on unless it says so. */
function categories(setting: BlockReader): readonly ListItem<string>[] {
  return logsOf(setting).flatMap(({ readers, isOn }) =>
    readers
      .filter((log) => log.boolean('enabled', { default: isOn }).value !== false)
      .flatMap((log) =>
        ['category', 'category_group', 'categoryGroup']
          .filter((name) => log.value(name) !== undefined)
          .map((name) => ({ node: spelled(log.string(name, { default: '' }), ...known), uncertain: log.uncertain })),
      ),
  );
}

const known = ['allLogs', 'audit', 'AuditEvent', 'StorageRead', 'StorageWrite', 'StorageDelete'];

/** Set when a setting may collect more than can be seen. */
function openEnd(settings: readonly BlockReader[]): Leaf<never> | null {
  return settings.flatMap((setting) => logsOf(setting).flatMap(({ rest }) => rest ?? []))[0] ?? null;
}

function logsOf(setting: BlockReader): readonly (ReturnType<BlockReader['blocks']> & { readonly isOn: boolean })[] {
  return [
    { ...setting.blocks('enabled_log'), isOn: true },
    { ...setting.blocks('log'), isOn: true },
    { ...setting.block('properties').blocks('logs'), isOn: false },
  ];
}
